// Below a field for a day or a time stands what was chosen as all pages write it: Sun 22 Nov, or 18:45. It follows what is chosen.
document.addEventListener("input", event => {
  const words = ["date", "time"].includes(event.target.type) && document.querySelector(`[data-day-of="${CSS.escape(event.target.id)}"]`);
  if (!words) return;
  if (event.target.type === "time") { words.textContent = event.target.value; return; }
  const day = event.target.valueAsDate;
  const part = options => day.toLocaleDateString("en-GB", { timeZone: "UTC", ...options });
  const year = day && String(day.getUTCFullYear()) !== words.dataset.year ? `\u00a0${day.getUTCFullYear()}` : "";
  // English short months have three letters here, September too.
  words.textContent = day ? `${part({ weekday: "short" })}\u00a0${day.getUTCDate()}\u00a0${part({ month: "short" }).slice(0, 3)}${year}` : "";
});
