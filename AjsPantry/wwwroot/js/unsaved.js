// Asks before typing is lost: in every form of a page that has something to write and sends it, but not where each change is sent at once.
// Not at the doors: leaving them loses nothing. data-unsaved="typed" is for a form the server sent back unsaved.
const written = "textarea, input:not([type=hidden], [type=checkbox], [type=radio], [type=search], [type=password], [type=submit])";
const guarded = form => form instanceof HTMLFormElement && form.method === "post" && form.closest(".shell main") !== null
  && !form.matches("[data-live], [data-send-on-change], [hx-post]") && (form.matches("[data-unsaved]") || form.querySelector(written) !== null);
const typed = new Set();
const note = event => {
  const form = event.target.form ?? event.target;
  if (guarded(form)) typed.add(form);
};
for (const form of document.querySelectorAll("form")) {
  if (form.dataset.unsaved === "typed" || (guarded(form) && form.querySelector("[aria-invalid=true]"))) typed.add(form);
}
document.addEventListener("input", note);
document.addEventListener("reset", event => typed.delete(event.target));
// On the document, to come after everything that may still stop the sending; then the typing is still unsaved.
document.addEventListener("submit", event => { if (!event.defaultPrevented) typed.delete(event.target); });
addEventListener("beforeunload", event => { if (typed.size > 0) event.preventDefault(); });
