// A long text is saved as a draft while it is typed: after some seconds of quiet, and when the box is left. The server keeps the version it was typed
// over and refuses what another tab has overtaken; that is said, and nothing is overwritten. Without this script the button saves.
import { parsed } from "./page";
import { kept } from "./forms";
const quiet = 5_000;

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-autosave]")) watch(form);

function watch(form: HTMLFormElement) {
  const version = form.elements.namedItem(form.dataset.autosave!) as HTMLInputElement;
  const state = form.querySelector<HTMLElement>("[data-autosaved]")!;
  let saved = content(form);
  let saving: Promise<void> | null = null;
  let waiting = 0;

  const save = async (typed: string) => {
    // Typing itself tells the server that somebody is there; a locked session is not asked to keep this form.
    const answer = await fetch(`${location.pathname}?handler=Autosave`, { method: "POST", body: new URLSearchParams(typed), headers: { "X-Live": "1" }, credentials: "same-origin" });
    if (answer.ok) {
      const { at, version: next } = await answer.json() as { at: string; version: string };
      const fields = new URLSearchParams(typed);
      fields.set(version.name, next);
      [version.value, saved] = [next, fields.toString()];
      if (content(form) === saved) kept();
      state.textContent = `Saved ${at}`;
    } else if (answer.status === 422) {
      // Refused as it stands: the same is not sent again, what is typed next is.
      saved = typed;
      const words = [...parsed(await answer.text()).querySelectorAll("main [role=alert] li")].map(line => line.textContent?.trim()).join(" ");
      state.textContent = `Not saved. ${words} What you typed is still here.`;
    } else {
      state.textContent = "Not saved yet: the server did not take it. What you typed is still here.";
    }
  };

  const later = () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(keep, quiet);
  };

  const keep = () => {
    window.clearTimeout(waiting);
    const typed = content(form);
    if (saving || typed === saved || document.body.classList.contains("hw-locked")) return;
    saving = save(typed).catch(() => { state.textContent = "Not saved yet: no connection. What you typed is still here."; }).finally(() => {
      saving = null;
      if (content(form) !== saved) later();
    });
  };

  form.addEventListener("input", later);
  form.addEventListener("focusout", keep);

  // The form itself waits for what is on its way, so that it is made from the newest version.
  form.addEventListener("submit", (event) => {
    window.clearTimeout(waiting);
    if (!saving) return;
    event.preventDefault();
    event.stopPropagation();
    const button = event.submitter;
    void saving.then(() => form.requestSubmit(button));
  });

  // Each render of a form has a key of its own; a draft that is saved many times has none.
  function content(of: HTMLFormElement) {
    const fields = new URLSearchParams(new FormData(of) as unknown as Record<string, string>);
    fields.delete("__once");
    return fields.toString();
  }
}
