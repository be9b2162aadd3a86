// The ingredients of form[data-dish].
import { field, linesOf } from "./lines.js";

for (const form of document.querySelectorAll("form[data-dish]")) {
  const lines = linesOf(form, "Name");
  const nameButtons = () => {
    for (const line of lines.all()) line.querySelector("[data-remove-line]").setAttribute("aria-label", `Remove ${field(line, "Name").value.trim() || "this ingredient"}`);
  };
  form.addEventListener("input", nameButtons);
  form.addEventListener("keydown", event => {
    if (event.key !== "Enter" || event.isComposing || !event.target.closest(".line") || event.target.matches("button")) return;
    event.preventDefault();
    lines.next(event.target.closest(".line"));
  });
  nameButtons();
}
