// The server recognises a form that is sent twice; this only spares people the second click.
const saving = new WeakMap<HTMLFormElement, HTMLButtonElement | null>();

document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  if (form.method !== "post") return;
  if (saving.has(form)) {
    event.preventDefault();
    return;
  }

  const button = event.submitter as HTMLButtonElement | null;
  saving.set(form, button);
  if (button) {
    button.dataset.words = button.textContent ?? "";
    button.setAttribute("aria-disabled", "true");
    button.textContent = "Saving…";
  }
});

// Back from the next page, the form may be sent again.
window.addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[aria-disabled]")) {
    button.removeAttribute("aria-disabled");
    button.textContent = button.dataset.words ?? button.textContent;
    if (button.form) saving.delete(button.form);
  }
});

// What has been typed is not left behind without a question.
let typed = false;
export const kept = () => { typed = false; };
document.addEventListener("input", (event) => {
  if ((event.target as HTMLElement).closest("main form[method=post]")) typed = true;
});
document.addEventListener("submit", () => { typed = false; });
window.addEventListener("beforeunload", (event) => { if (typed) event.preventDefault(); });
