// Rows of form[data-shopping]: Enter leads from item to quantity to the next item, and what was bought before fills in its quantity and unit.
const indexed = new Set(["name", "id", "for", "aria-describedby"]);

for (const form of document.querySelectorAll("form[data-shopping]")) {
  const rows = () => [...form.querySelectorAll(".line")];
  const field = (row, name) => row.querySelector(`[name$="].${name}"]`);
  // Contiguous indexes, or the model binder stops at the gap.
  const renumber = () => rows().forEach((row, index) => {
    for (const { attributes } of row.querySelectorAll("*")) for (const attribute of attributes) {
      if (indexed.has(attribute.name)) attribute.value = attribute.value.replace(/(Rows[[_])(?:\d+|__i__)(?=]|__)/g, `$1${index}`);
    }
  });
  const addRow = () => {
    form.querySelector(".lines").append(form.querySelector("template[data-line-template]").content.cloneNode(true));
    renumber();
    field(rows().at(-1), "Item").focus();
  };
  const fill = row => {
    const name = field(row, "Item").value.trim().toLowerCase();
    const known = [...document.querySelectorAll("#known option")].find(option => option.value.toLowerCase() === name);
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
    const next = rows()[rows().indexOf(row) + 1];
    if (next) field(next, "Item").focus(); else addRow();
  });
  form.addEventListener("click", event => {
    const remove = event.target.closest("[data-remove-line]");
    if (!remove && !event.target.closest("[data-add-line]")) return;
    event.preventDefault(); // Without this script the button sends the form to the server.
    if (!remove) { addRow(); return; }
    remove.closest(".line").remove();
    renumber();
    if (rows().length === 0) addRow(); else field(rows().at(-1), "Item").focus();
    form.dispatchEvent(new Event("input", { bubbles: true })); // Tells unsaved.js.
  });
}
