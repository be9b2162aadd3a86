// form[data-plan]: says how many meals are filled in and when a dish was last served, and takes suggestions in place. Without this script the server does.
for (const form of document.querySelectorAll("form[data-plan]")) {
  const rows = [...form.querySelectorAll("[data-row]")];
  const save = form.querySelector("[data-save]");
  const plain = name => name.trim().toLowerCase();
  const past = new Map([...document.querySelectorAll("#mains option")].map(option => [plain(option.value), option.dataset.past]));
  const counts = row => {
    const replace = row.querySelector("[data-replace]");
    return replace ? replace.checked : row.querySelector("[data-dish]").value.trim() !== "" || row.querySelector("[data-side]").value.trim() !== "";
  };
  const refresh = () => {
    if (!save) return;
    const count = rows.filter(counts).length;
    save.textContent = count === 0 ? save.dataset.save : count === 1 ? "Save 1 meal" : `Save ${count} meals`;
  };
  form.addEventListener("input", event => {
    const row = event.target.closest("[data-row]");
    if (row && event.target.matches("[data-dish]")) row.querySelector("[data-past]").textContent = past.get(plain(event.target.value)) ?? "";
    refresh();
  });
  form.addEventListener("click", event => {
    const take = event.target.closest("[data-take-dish]");
    if (!take) return;
    event.preventDefault(); // Without this script the button sends the form to the server.
    const row = take.closest("[data-row]");
    row.querySelector("[data-side]").value = take.dataset.takeSide ?? "";
    const dish = row.querySelector("[data-dish]");
    dish.value = take.dataset.takeDish;
    dish.dispatchEvent(new Event("input", { bubbles: true })); // Also tells unsaved.js.
    dish.focus();
  });
  refresh();
}
