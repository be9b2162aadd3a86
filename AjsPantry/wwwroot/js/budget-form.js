// Proposes the last day from the first and the kind, until somebody chooses one; without scripts the server does.
const from = document.getElementById("Input_From");
const until = document.getElementById("Input_Until");
const kinds = [...document.querySelectorAll("input[name='Input.Kind']")];
let proposed = until?.value === "";

function lastDay() {
  const kind = kinds.find(radio => radio.checked)?.value;
  const [year, month, day] = from.value.split("-").map(Number);
  if (!year) return "";
  if (kind === "Week") return iso(year, month - 1, day + 6);
  if (kind === "Fortnight") return iso(year, month - 1, day + 14);
  if (kind !== "Month") return "";
  // A month from the 31st ends with the month after it, as the server has it.
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return iso(year, month, Math.min(day, length) - 1);
}

function iso(year, month, day) {
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
}

function propose() {
  if (proposed) until.value = lastDay();
}

if (from && until) {
  until.addEventListener("input", () => { proposed = until.value === ""; });
  from.addEventListener("input", propose);
  for (const radio of kinds) radio.addEventListener("change", () => { proposed = radio.value !== "Other" || proposed; propose(); });
  propose();
}
