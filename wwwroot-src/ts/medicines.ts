// The search for a medicine as one types: the same page is asked for its choices, which then stand under the box as a list box.
// Down goes to the first, Enter picks, Esc closes, Tab picks nothing. Without this script the form's button and its radio buttons do the same.
import { parsed } from "./page";
const form = document.querySelector<HTMLFormElement>("[data-medicine-search]");
const box = form?.querySelector<HTMLInputElement>("input[type=search]");
const region = document.getElementById("medicine-choices");

if (form && box && region) start(form, box, region);

function start(form: HTMLFormElement, box: HTMLInputElement, region: HTMLElement) {
  const list = document.createElement("ul");
  const said = document.createElement("p");
  let active = -1;
  let asked = 0;
  list.id = "medicine-list";
  list.className = "hw-listbox";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Medicines");
  list.hidden = true;
  said.className = "hw-hint";
  said.setAttribute("aria-live", "polite");
  box.after(list, said);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-controls": list.id, "aria-expanded": "false", "aria-autocomplete": "list" })) box.setAttribute(name, value);

  const options = () => [...list.querySelectorAll<HTMLElement>("[role=option]")];

  const show = (open: boolean) => {
    list.hidden = !open;
    box.setAttribute("aria-expanded", String(open));
    if (!open) mark(-1);
  };

  const mark = (index: number) => {
    active = index;
    options().forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
    const current = options()[index];
    if (current) {
      box.setAttribute("aria-activedescendant", current.id);
      current.scrollIntoView({ block: "nearest" });
    } else box.removeAttribute("aria-activedescendant");
  };

  const pick = (option: HTMLElement) => {
    const to = new URL(location.pathname, location.href);
    to.searchParams.set("medication", option.dataset.id!);
    location.assign(to);
  };

  const search = async () => {
    const typed = box.value.trim();
    const mine = ++asked;
    if (typed.length < 2) {
      said.textContent = typed.length === 1 ? "Type one more letter" : "";
      list.replaceChildren();
      return show(false);
    }
    const answer = await fetch(`${location.pathname}?q=${encodeURIComponent(typed)}`, { credentials: "same-origin" });
    if (mine !== asked || !answer.ok) return;
    const found = parsed(await answer.text()).getElementById("medicine-choices");
    const radios = [...(found?.querySelectorAll<HTMLInputElement>("input[type=radio]") ?? [])];
    list.replaceChildren(...radios.map((radio, i) => {
      const option = document.createElement("li");
      option.id = `medicine-${i}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.id = radio.value;
      option.append(...(found!.querySelector(`label[for="${radio.id}"]`)?.cloneNode(true).childNodes ?? []));
      option.addEventListener("pointerdown", (event) => event.preventDefault());
      option.addEventListener("click", () => pick(option));
      return option;
    }));
    said.textContent = radios.length === 0 ? `No match for "${typed}"` : found?.querySelector("legend")?.textContent ?? "";
    region.replaceChildren();
    active = -1;
    show(radios.length > 0);
  };

  let waiting: number | undefined;
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(search, 150);
  });
  box.addEventListener("keydown", (event) => {
    const count = options().length;
    if (event.key === "ArrowDown" && count > 0) {
      event.preventDefault();
      show(true);
      mark((active + 1) % count);
    } else if (event.key === "ArrowUp" && count > 0) {
      event.preventDefault();
      mark((active - 1 + count) % count);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      show(false);
    } else if (event.key === "Enter" && options()[active]) {
      event.preventDefault();
      pick(options()[active]);
    }
  });
  box.addEventListener("blur", () => show(false));
  form.addEventListener("submit", () => clearTimeout(waiting));
}

export {};
