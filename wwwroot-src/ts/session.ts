// Locks the page when nobody has touched it for a while, without losing what was typed: the page is covered, and uncovered after the password.
// The server locks by itself; without this script its own page asks for the password and keeps the form that was sent.
import { parsed } from "./page";
import { offerPasskey } from "./passkeys";
const warnSeconds = 120, askEverySeconds = 30, tellEverySeconds = 60;
const unlockPath = "/Identity/Account/Unlock";

// The page that asks who one is needs no cover.
const signedIn = document.body.classList.contains("hw-signed-in") && !document.querySelector("#unlock");
let lastTold = Date.now();
let cover: HTMLElement | null = null;
let warning: HTMLElement | null = null;
let next: ReturnType<typeof setTimeout> | undefined;

if (signedIn) {
  for (const event of ["keydown", "pointerdown", "wheel"]) addEventListener(event, active, { passive: true, capture: true });
  // A computer that slept wakes up with a page whose session may be long over.
  addEventListener("focus", ask);
  document.addEventListener("visibilitychange", ask);
  ask();
}

// A long text is typed without a request; the server is told that somebody is there.
function active() {
  if (cover || Date.now() - lastTold < tellEverySeconds * 1000) return;
  lastTold = Date.now();
  fetch("/session/active", { credentials: "same-origin" }).catch(() => undefined);
}

async function ask() {
  clearTimeout(next);
  let wait = askEverySeconds;
  try {
    const answer = await fetch("/session", { headers: { "X-Live": "1" }, credentials: "same-origin" });
    const { state, seconds } = await answer.json() as { state: string; seconds: number };
    if (state === "Ended") ended();
    else if (state === "Locked") await lock();
    else {
      uncover();
      warn(seconds <= warnSeconds ? seconds : null);
      wait = Math.min(askEverySeconds, Math.max(1, seconds > warnSeconds ? seconds - warnSeconds : seconds));
    }
  } catch {
    // No connection says nothing about the session.
  }
  next = setTimeout(ask, wait * 1000);
}

function warn(seconds: number | null) {
  if (seconds === null) {
    warning?.remove();
    warning = null;
    return;
  }
  if (warning) return;
  warning = document.createElement("p");
  warning.className = "hw-session-warning";
  warning.setAttribute("role", "status");
  warning.append("This page is locked soon, because nobody is using it. ");
  const stay = document.createElement("button");
  stay.className = "btn btn-primary btn-sm";
  stay.type = "button";
  stay.textContent = "Stay signed in";
  stay.addEventListener("click", async () => {
    await fetch("/session/active", { credentials: "same-origin" });
    warn(null);
  });
  warning.append(stay);
  document.body.append(warning);
}

async function lock() {
  if (cover) return;
  warn(null);
  const page = await fetch(`${unlockPath}?ReturnUrl=/session/active`, { headers: { "X-Live": "1" }, credentials: "same-origin" });
  const shown = parsed(await page.text());
  const forms = ["#unlock", "#unlock-passkey"].map(id => shown.querySelector<HTMLFormElement>(id)).filter(form => form !== null);
  if (forms.length > 0) show("Locked", "Nobody has used this computer for a while. What you typed is kept.", ...forms);
}

function ended() {
  if (cover?.dataset.ended) return;
  const link = document.createElement("a");
  link.href = "/Identity/Account/Login";
  link.textContent = "Sign in again";
  show("Signed out", "This session is over. What you typed here has not been saved.", link);
  cover!.dataset.ended = "1";
}

function show(title: string, words: string, ...ways: HTMLElement[]) {
  uncover();
  cover = document.createElement("div");
  cover.className = "hw-lock";
  cover.setAttribute("role", "dialog");
  cover.setAttribute("aria-modal", "true");
  cover.setAttribute("aria-labelledby", "hw-lock-title");
  const box = document.createElement("div");
  const heading = document.createElement("h1");
  heading.id = "hw-lock-title";
  heading.textContent = title;
  const text = document.createElement("p");
  text.textContent = words;
  const refusal = document.createElement("p");
  refusal.setAttribute("role", "alert");
  box.append(heading, text, refusal, ...ways);
  cover.append(box);
  for (const part of document.body.children) (part as HTMLElement).inert = true;
  document.body.classList.add("hw-locked");
  document.body.append(cover);
  for (const way of ways) {
    if (!(way instanceof HTMLFormElement)) continue;
    offerPasskey(way);
    way.addEventListener("submit", (event) => { if (!event.defaultPrevented) void send(event, way, refusal); });
  }
  cover.querySelector<HTMLElement>("input[type=password], a")?.focus();
}

async function send(event: SubmitEvent, form: HTMLFormElement, refusal: HTMLElement) {
  event.preventDefault();
  event.stopImmediatePropagation();
  const answer = await fetch(form.getAttribute("action") ?? unlockPath, { method: "POST", body: new URLSearchParams(new FormData(form) as unknown as Record<string, string>), credentials: "same-origin" });
  if (answer.ok && !answer.url.includes(unlockPath)) {
    lastTold = Date.now();
    uncover();
    return;
  }
  // Each try has its own key: the page that came back brings the next one.
  const again = parsed(await answer.text()).querySelector<HTMLFormElement>(`#${form.id}`);
  for (const field of again?.querySelectorAll<HTMLInputElement>("input[type=hidden]") ?? []) form.querySelector<HTMLInputElement>(`[name="${field.name}"]`)!.value = field.value;
  refusal.textContent = form.dataset.passkey ? "This passkey was not accepted." : "The password is wrong, or the account is locked for a while after too many tries.";
  form.querySelector<HTMLInputElement>("input[type=password]")?.select();
}

function uncover() {
  if (!cover || cover.dataset.ended) return;
  cover.remove();
  cover = null;
  document.body.classList.remove("hw-locked");
  for (const part of document.body.children) (part as HTMLElement).inert = false;
}
