// A courtesy against double clicks; the server refuses the second sending by itself.
// form[data-again] may be sent again at once, as one whose answer is a file and leaves the page where it is.
const stopped = new Set();
document.addEventListener("submit", event => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post" || form.target || "again" in form.dataset) return;
  // After the browser has read the form: a disabled button would not be sent, and it says what to do.
  setTimeout(() => {
    for (const button of form.elements) {
      if (button.type !== "submit" || button.disabled) continue;
      button.disabled = true;
      stopped.add(button);
    }
  });
});
// The Back button may bring the page back as it was left.
addEventListener("pageshow", () => {
  for (const button of stopped) button.disabled = false;
  stopped.clear();
});
