// The lines of a form that has a template of one: the buttons that add and remove them. Without this script the server does.
const indexed = new Set(["name", "id", "for", "aria-describedby", "aria-labelledby", "data-valmsg-for"]);

export const field = (line, name) => line.querySelector(`[name$="].${name}"]`);

// What a list proposes under this name, however it is written.
export const proposed = (list, name) =>
  [...document.querySelectorAll(`#${list} option`)].find(option => option.value.toLowerCase() === name.trim().toLowerCase());

// "first" is the field that a line begins with.
export function linesOf(form, first) {
  const all = () => [...form.querySelectorAll(".line")];
  // Contiguous indexes, or the model binder stops at the gap. Matches Lines[0], Lines_0__ and a template's __i__.
  const renumber = () => all().forEach((line, index) => {
    for (const { attributes } of line.querySelectorAll("*")) for (const attribute of attributes) {
      if (indexed.has(attribute.name)) attribute.value = attribute.value.replace(/((?:Lines|Rows)[[_])(?:\d+|__i__)(?=]|__)/g, `$1${index}`);
    }
  });
  const begin = line => field(line, first).focus();
  const add = () => {
    form.querySelector(".lines").append(form.querySelector("template[data-line-template]").content.cloneNode(true));
    renumber();
    begin(all().at(-1));
  };
  const remove = line => {
    const at = all().indexOf(line);
    line.remove();
    renumber();
    if (all().length === 0) add(); else begin(all()[at] ?? all().at(-1));
  };
  form.addEventListener("click", event => {
    const button = event.target.closest("[data-remove-line], [data-add-line]");
    if (!button) return;
    event.preventDefault(); // Without this script the button sends the form to the server.
    if (button.matches("[data-add-line]")) add(); else remove(button.closest(".line"));
    form.dispatchEvent(new Event("input", { bubbles: true })); // Also tells unsaved.js.
  });
  // Somebody who writes a list means the next line with Enter, not the end.
  const next = line => {
    const following = all()[all().indexOf(line) + 1];
    if (following) begin(following); else add();
  };
  return { all, next };
}
