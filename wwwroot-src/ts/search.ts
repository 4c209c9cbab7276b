// A search that follows the typing: the same page is asked for its choices, and the region it names is exchanged. Without this script the button does the same.
import { parsed } from "./page";
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-find-as-typed]")) {
  const box = form.querySelector<HTMLInputElement>("input[name=Q]");
  const id = form.dataset.findAsTyped!;
  let waiting = 0;
  let asked = 0;

  const search = async () => {
    const typed = box!.value.trim();
    const mine = ++asked;
    if (typed.length < 2) return;
    const url = `${location.pathname}?Q=${encodeURIComponent(typed)}`;
    const answer = await fetch(url, { credentials: "same-origin" });
    if (mine !== asked || !answer.ok) return;
    const found = parsed(await answer.text()).getElementById(id);
    if (!found) return;
    document.getElementById(id)!.replaceChildren(...found.childNodes);
    // The form that is sent keeps the search in its address, so that a refusal shows the same list.
    history.replaceState(null, "", url);
  };

  box?.addEventListener("input", () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(search, 250);
  });
}
