// Rows of form[data-shopping]: Enter leads from item to quantity to the next item, and what was bought before fills in its quantity and unit.
import { field, linesOf, proposed } from "./lines.js";

for (const form of document.querySelectorAll("form[data-shopping]")) {
  const rows = linesOf(form, "Item");
  const fill = row => {
    const known = proposed("known", field(row, "Item").value);
    if (!known) return;
    if (field(row, "Quantity").value === "") field(row, "Quantity").value = known.dataset.quantity;
    if (field(row, "Unit").value === "") field(row, "Unit").value = known.dataset.unit;
  };
  form.addEventListener("change", ({ target }) => { if (/\.Item$/.test(target.name)) fill(target.closest(".line")); });
  form.addEventListener("keydown", event => {
    if (event.key !== "Enter" || event.isComposing || !/\.(Item|Quantity|Note)$/.test(event.target.name ?? "")) return;
    event.preventDefault();
    const row = event.target.closest(".line");
    if (/\.Item$/.test(event.target.name)) { fill(row); field(row, "Quantity").select(); return; }
    rows.next(row);
  });
}
