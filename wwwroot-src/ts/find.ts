// Ctrl+K (or ⌘K) leads to the patient search from anywhere.
document.addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
  const find = document.querySelector<HTMLInputElement>("[data-find]");
  if (!find) return;
  event.preventDefault();
  find.focus();
  find.select();
});

const errors = document.querySelector<HTMLElement>(".hw-errors");
errors?.focus();
