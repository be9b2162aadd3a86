// A quantity with a button to either side, which only work with this script and so only show with it. The field stays free to type in.
import { parse } from "./money.js";

const point = new Intl.NumberFormat(document.documentElement.lang || "en-IN").formatToParts(1.5).find(part => part.type === "decimal").value;
const plain = thousandths => `${thousandths / 1000n}${thousandths % 1000n === 0n ? "" : point + String(thousandths % 1000n).padStart(3, "0").replace(/0+$/, "")}`;

for (const stepper of document.querySelectorAll("[data-stepper]")) {
  const [field, step] = [stepper.querySelector("input"), parse(stepper.dataset.stepper.replace(".", point), 3)];
  for (const button of stepper.querySelectorAll("[data-by]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const next = (parse(field.value, 3) ?? 0n) + BigInt(button.dataset.by) * step;
      if (next <= 0n) return;
      field.value = plain(next);
      const box = stepper.closest(".tick")?.querySelector("[type=checkbox]");
      if (box) box.checked = true; // Whoever counts it has it.
      field.dispatchEvent(new Event("input", { bubbles: true })); // Tells unsaved.js.
    });
  }
}
