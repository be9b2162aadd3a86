// [data-copies="id"] copies the text of that element and says so in its own words; where the browser does not let a page
// copy, it selects the text, which is as far as one can help.
for (const button of document.querySelectorAll("[data-copies]")) {
  const source = document.getElementById(button.dataset.copies);
  button.hidden = false;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(source.textContent.trim());
      button.lastChild.textContent = button.dataset.copied;
    } catch {
      getSelection().selectAllChildren(source);
    }
  });
}
// [data-shares="id"] hands the text of that element to the device's own way of sharing. Where there is none it stays hidden, and one copies.
for (const button of document.querySelectorAll("[data-shares]")) {
  const url = document.getElementById(button.dataset.shares).textContent.trim();
  const shared = { title: button.dataset.title, url };
  if (!navigator.share || (navigator.canShare && !navigator.canShare(shared))) continue;
  button.hidden = false;
  // Whoever closes the choice again has not failed at anything.
  button.addEventListener("click", () => navigator.share(shared).catch(() => {}));
}
// One button of them comes first: where nothing can be shared, it is the one that copies.
for (const share of document.querySelectorAll("[data-shares][hidden]"))
  share.parentElement.querySelector("[data-copies]")?.classList.replace("btn-quiet", "btn-primary");
