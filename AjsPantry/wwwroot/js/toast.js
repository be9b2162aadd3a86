// A toast goes by itself after eight seconds, but never while it is pointed at, touched or focused.
// Screen readers speak what comes into a place that was there before, so its words are put there a moment after loading.
const said = document.getElementById("said");
for (const toast of document.querySelectorAll(".toast-line:not(.inline)")) {
  const close = () => { toast.remove(); if (said) said.textContent = ""; };
  let timer = setTimeout(close, 8000);
  const wait = () => clearTimeout(timer);
  const goOn = () => { wait(); timer = setTimeout(close, 3000); };
  for (const event of ["pointerenter", "focusin"]) toast.addEventListener(event, wait);
  for (const event of ["pointerleave", "focusout"]) toast.addEventListener(event, goOn);
  toast.querySelector("[data-dismiss]")?.addEventListener("click", close);
  setTimeout(() => { if (said) said.textContent = toast.querySelector("span").textContent; }, 150);
}
