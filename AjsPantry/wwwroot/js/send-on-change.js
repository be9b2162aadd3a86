// Stars are saved with the tap that chooses them. The arrow keys choose without meaning it yet, so there the button sends.
for (const form of document.querySelectorAll('form[data-send-on-change]')) {
  let byPointer = false;
  form.addEventListener('pointerdown', () => { byPointer = true; });
  form.addEventListener('keydown', () => { byPointer = false; });
  form.addEventListener('change', () => { if (byPointer) form.requestSubmit(); });
}
