// A quantity with a button to either side, which only work with this script and so only show with it. The field stays free to type in.
import { parse, point } from "./money.js";

const plain = thousandths => `${thousandths / 1000n}${thousandths % 1000n === 0n ? "" : point + String(thousandths % 1000n).padStart(3, "0").replace(/0+$/, "")}`;

for (const stepper of document.querySelectorAll("[data-stepper]")) {
  const [field, step] = [stepper.querySelector("input"), parse(stepper.dataset.stepper.replace(".", point), 3)];
  for (const button of stepper.querySelectorAll("[data-by]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const now = field.value.trim() === "" ? 0n : parse(field.value, 3);
      const next = now === null ? now : now + BigInt(button.dataset.by) * step;
      if (next === null || next <= 0n) return; // What cannot be read stays as it was typed.
      field.value = plain(next);
      const box = stepper.closest(".tick")?.querySelector("[type=checkbox]");
      if (box) box.checked = true; // Whoever counts it has it.
      field.dispatchEvent(new Event("input", { bubbles: true })); // Tells unsaved.js.
    });
  }
}
