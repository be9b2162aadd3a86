// The slash, pressed anywhere but in a field, leads to the search, or into its box where that is open already.
addEventListener('keydown', event => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.target.closest?.('input, textarea, select, [contenteditable], dialog')) return;
  const box = document.querySelector('[role=search] input[type=search]');
  const link = document.querySelector('a[data-search]');
  if (!box && !link) return;
  event.preventDefault();
  if (box) box.focus();
  else location.assign(link.href);
});
