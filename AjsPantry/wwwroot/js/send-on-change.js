// Stars, a look and whoever buys a thing are saved with the tap that chooses them. The arrow keys choose without meaning it yet, so there the button sends.
// Listens on the document, because an answer brings its own form.
let byPointer = null;
document.addEventListener('pointerdown', (event) => { byPointer = event.target.closest('form[data-send-on-change]'); });
document.addEventListener('keydown', () => { byPointer = null; });
document.addEventListener('change', (event) => {
  const form = event.target.closest('form[data-send-on-change]');
  if (form && form === byPointer) form.requestSubmit();
});
