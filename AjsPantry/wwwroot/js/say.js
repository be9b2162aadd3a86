// Screen readers speak what comes into a place that was there before: the words of an answer that took the place of its form.
const place = document.getElementById("said") ?? document.body.appendChild(document.createElement("div"));
if (!place.id) {
  place.className = "visually-hidden";
  place.setAttribute("aria-live", "polite");
}
document.addEventListener("htmx:afterSettle", (event) => {
  const words = event.detail.elt.querySelector("[data-said]");
  if (words) place.textContent = words.textContent;
});
