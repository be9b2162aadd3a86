// form[data-unsaved]: asks before typing is lost. data-unsaved="typed" is for a form the server sent back unsaved.
const typed = new Set();
for (const form of document.querySelectorAll("form[data-unsaved]")) {
  if (form.dataset.unsaved === "typed") typed.add(form);
  form.addEventListener("input", () => typed.add(form));
  form.addEventListener("reset", () => typed.delete(form));
}
// On the document, to come after everything that may still stop the sending; then the typing is still unsaved.
document.addEventListener("submit", event => { if (!event.defaultPrevented) typed.delete(event.target); });
addEventListener("beforeunload", event => { if (typed.size > 0) event.preventDefault(); });
