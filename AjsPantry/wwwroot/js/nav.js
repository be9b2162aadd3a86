// The side bar: a group that was folded stays folded on this device, but never the one with the current page, which is kept in sight.
{
  const key = "pantry-folded";
  const groups = [...document.querySelectorAll(".side details[data-group]")];
  const read = () => { try { return JSON.parse(localStorage.getItem(key)) ?? []; } catch { return []; } };
  const keep = () => {
    const closed = groups.filter(group => !group.open).map(group => group.dataset.group);
    try { localStorage.setItem(key, JSON.stringify(closed)); } catch { /* private windows */ }
  };
  const folded = read();
  for (const group of groups) {
    if (folded.includes(group.dataset.group) && !group.querySelector("[aria-current]")) group.open = false;
    group.querySelector("summary").addEventListener("click", () => setTimeout(keep));
  }
  const side = document.querySelector(".side"), current = side?.querySelector("[aria-current]");
  // Not scrollIntoView: it scrolls the window too, and the page would begin below its own heading.
  if (current) side.scrollTop += Math.max(0, current.getBoundingClientRect().bottom - side.getBoundingClientRect().bottom + 16);
}
