// [data-opens="id"] opens that dialog; [data-closes] closes the one it names, or the one it is in. As a link, the opener
// leads to a page that asks the same, so that nothing depends on this script.
document.addEventListener("click", event => {
  const opens = event.target.closest("[data-opens]");
  const closes = event.target.closest("[data-closes]");
  if (opens) {
    const dialog = document.getElementById(opens.dataset.opens);
    if (!dialog?.showModal) return;
    event.preventDefault();
    dialog.showModal();
  } else if (closes) {
    const dialog = closes.dataset.closes ? document.getElementById(closes.dataset.closes) : closes.closest("dialog");
    if (!dialog) return;
    event.preventDefault();
    dialog.close();
  }
});

// The list of floors is a <details>: it works by itself, but would stay open over the page.
document.addEventListener("click", event => {
  for (const open of document.querySelectorAll(".floor-switch[open]")) if (!open.contains(event.target)) open.open = false;
});
document.addEventListener("keydown", event => {
  const open = event.key === "Escape" && event.target.closest(".floor-switch[open]");
  if (open) { open.open = false; open.querySelector("summary").focus(); }
});
