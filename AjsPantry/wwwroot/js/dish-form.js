// Adds and removes ingredients of form[data-dish] in place. Without this script the server does.
const indexed = new Set(["name", "id", "for", "aria-describedby"]);

for (const form of document.querySelectorAll("form[data-dish]")) {
  const lines = () => [...form.querySelectorAll(".line")];
  const field = (line, name) => line.querySelector(`[name$="].${name}"]`);
  // Contiguous indexes, or the model binder stops at the gap. Matches Lines[0], Lines_0__ and a template's __i__.
  const renumber = () => lines().forEach((line, index) => {
    for (const { attributes } of line.querySelectorAll("*")) for (const attribute of attributes) {
      if (indexed.has(attribute.name)) attribute.value = attribute.value.replace(/(Lines[[_])(?:\d+|__i__)(?=]|__)/g, `$1${index}`);
    }
  });
  const addLine = () => {
    form.querySelector(".lines").append(form.querySelector("template[data-line-template]").content.cloneNode(true));
    renumber();
    field(lines().at(-1), "Name").focus();
  };
  const nameButtons = () => {
    for (const line of lines()) line.querySelector("[data-remove-line]").setAttribute("aria-label", `Remove ${field(line, "Name").value.trim() || "this ingredient"}`);
  };
  form.addEventListener("input", nameButtons);
  form.addEventListener("click", event => {
    const remove = event.target.closest("[data-remove-line]");
    if (!remove && !event.target.closest("[data-add-line]")) return;
    event.preventDefault(); // Without this script the button sends the form to the server.
    if (remove) {
      const at = lines().indexOf(remove.closest(".line"));
      remove.closest(".line").remove();
      renumber();
      if (lines().length === 0) addLine(); else field(lines()[at] ?? lines().at(-1), "Name").focus();
    } else addLine();
    form.dispatchEvent(new Event("input", { bubbles: true })); // Also tells unsaved.js.
  });
  form.addEventListener("keydown", event => {
    if (event.key !== "Enter" || event.isComposing || !event.target.closest(".line") || event.target.matches("button")) return;
    event.preventDefault(); // Somebody who writes a list means the next line, not the end.
    const next = lines()[lines().indexOf(event.target.closest(".line")) + 1];
    if (next) field(next, "Name").focus(); else addLine();
  });
  nameButtons();
}
