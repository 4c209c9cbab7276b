// Keeps the regions marked data-live="board" of this page up to date: the hub says that a board has changed, the page fetches itself and the
// regions are exchanged. Without the hub the page asks by itself; without this script everything works by reloading.
import { parsed } from "./page";
import { HubConnectionBuilder, HubConnectionState, LogLevel } from "@microsoft/signalr";

const slowly = 30_000, quickly = 5_000;
const regions = () => [...document.querySelectorAll<HTMLElement>("[data-live][id]")];
const boards = [...new Set(regions().map(region => region.dataset.live!))];

let updated = "";
let missed = 0;
let fetching = false;
let again = false;

const hub = new HubConnectionBuilder().withUrl("/live").withAutomaticReconnect({ nextRetryDelayInMilliseconds: () => quickly }).configureLogging(LogLevel.None).build();
const connected = () => hub.state === HubConnectionState.Connected;

if (boards.length > 0) start();

function start() {
  hub.on("changed", () => refresh());
  hub.onreconnected(watch);
  connect();
  const tick = () => refresh().finally(() => setTimeout(tick, connected() ? slowly : quickly));
  tick();
}

async function connect() {
  try {
    await hub.start();
    await watch();
  } catch {
    setTimeout(connect, quickly);
  }
}

async function watch() {
  for (const board of boards) await hub.invoke("Watch", board).catch(() => undefined);
  await refresh();
}

// One request at a time; news that comes meanwhile asks once more.
async function refresh(): Promise<void> {
  if (fetching) {
    again = true;
    return;
  }

  fetching = true;
  try {
    const answer = await fetch(location.href, { headers: { "X-Live": "1" }, redirect: "error", credentials: "same-origin" });
    if (!answer.ok) throw new Error(String(answer.status));
    const fresh = parsed(await answer.text());
    updated = answer.headers.get("X-Updated") ?? updated;
    missed = 0;
    for (const region of regions()) show(region, fresh.getElementById(region.id));
  } catch {
    missed++;
  } finally {
    fetching = false;
    say();
  }

  if (again) {
    again = false;
    await refresh();
  }
}

function show(region: HTMLElement, fresh: HTMLElement | null) {
  if (!fresh || fresh.innerHTML === region.dataset.shown) return;
  if (isBusy(region)) {
    region.dataset.waiting = "";
    return;
  }

  exchange(region, fresh);
}

// A field being typed in, an open menu and rows under the pointer stay as they are until they are left.
function isBusy(region: HTMLElement) {
  const focused = region.contains(document.activeElement) ? document.activeElement : null;
  return focused?.matches("input, select, textarea") || region.matches(":hover") && matchMedia("(hover: hover)").matches;
}

function exchange(region: HTMLElement, fresh: HTMLElement) {
  const focused = region.contains(document.activeElement) ? pathTo(region, document.activeElement!) : null;
  const open = [...region.querySelectorAll<HTMLDetailsElement>("details[open][id]")].map(details => details.id);
  const [left, top] = [region.scrollLeft, region.scrollTop];

  region.dataset.shown = fresh.innerHTML;
  region.replaceChildren(...[...fresh.childNodes].map(node => document.importNode(node, true)));
  delete region.dataset.waiting;

  for (const id of open) region.querySelector<HTMLDetailsElement>(`#${CSS.escape(id)}`)?.setAttribute("open", "");
  region.scrollTo(left, top);
  if (focused) find(region, focused)?.focus({ preventScroll: true });
}

// What has the focus is found again by its id or where its link leads, else by its place.
function pathTo(region: HTMLElement, element: Element) {
  if (element.id) return `#${CSS.escape(element.id)}`;
  const href = element.getAttribute("href");
  if (href) return `a[href="${CSS.escape(href)}"]`;
  return `${element.tagName.toLowerCase()}:${[...region.querySelectorAll(element.tagName)].indexOf(element)}`;
}

function find(region: HTMLElement, path: string): HTMLElement | null {
  const place = /^([a-z]+):(\d+)$/.exec(path);
  return place ? region.querySelectorAll<HTMLElement>(place[1])[Number(place[2])] ?? null : region.querySelector<HTMLElement>(path);
}

// The page says above each region how fresh it is.
function say() {
  for (const region of regions()) {
    const line = region.previousElementSibling as HTMLElement;
    const stale = missed >= 2;
    region.toggleAttribute("data-stale", stale);
    if (stale) line.replaceChildren(`Not updating since ${updated || "this page was opened"}. `, button("Refresh", () => location.reload()));
    else if ("waiting" in region.dataset) line.replaceChildren(`News since ${updated}. `, button("Show", () => { region.dataset.shown = ""; (document.activeElement as HTMLElement)?.blur(); void refresh(); }));
    else if (line.textContent !== `Updated ${updated}`) line.replaceChildren(`Updated ${updated}`);
  }
}

function button(words: string, press: () => void) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "btn btn-link";
  made.textContent = words;
  made.addEventListener("click", press);
  return made;
}
