// The print button; without scripts the browser's own menu prints the same sheet. What a page puts in anew has its button too.
{
  const offer = () => {
    for (const button of document.querySelectorAll("[data-print]")) button.hidden = false;
  };
  offer();
  new MutationObserver(offer).observe(document.querySelector("main"), { childList: true });
  document.addEventListener("click", event => {
    if (event.target.closest("[data-print]")) window.print();
  });
}
