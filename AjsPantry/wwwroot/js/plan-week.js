// form[data-plan]: says how many meals are filled in, when a dish was last served or that it is new, and who of the chosen cooks is away, and takes suggestions and dishes that were missed in place. Without this script the server does.
for (const form of document.querySelectorAll("form[data-plan]")) {
  const rows = [...form.querySelectorAll("[data-row]")];
  const save = form.querySelector("[data-save]");
  // As the server compares names: without accents of Latin letters, signs and case.
  const plain = name => name.normalize("NFD").toLowerCase().replace(/[\u0300-\u036f']/g, "").replace(/[^\p{L}\p{N}\p{M}]+/gu, " ").trim();
  const past = new Map([...document.querySelectorAll("#mains option")].map(option => [plain(option.value), option.dataset.past]));
  const known = new Set([...document.querySelectorAll("#mains option, #sides option")].map(option => plain(option.value)));
  const counts = row => {
    const replace = row.querySelector("[data-replace]");
    return replace ? replace.checked : row.querySelector("[data-dish]").value.trim() !== "" || row.querySelector("[data-side]").value.trim() !== "";
  };
  const proposals = [...document.querySelectorAll(`[data-propose][form="${form.id}"]`)];
  const free = () => rows.map(row => row.querySelector("[data-replace]") ? null : row.querySelector("[data-dish]")).find(dish => dish?.value.trim() === "");
  const refresh = () => {
    for (const proposal of proposals) proposal.disabled = !free();
    if (!save) return;
    const count = rows.filter(counts).length;
    save.textContent = count === 0 ? save.dataset.save : count === 1 ? "Save 1 meal" : `Save ${count} meals`;
  };
  const recall = row => { row.querySelector("[data-past]").textContent = past.get(plain(row.querySelector("[data-dish]").value)) ?? ""; };
  const tellNew = dish => {
    const name = plain(dish.value);
    if (name !== "" && !known.has(name)) dish.closest("[data-row]").querySelector("[data-past]").textContent = form.dataset.new;
  };
  const tellAway = cook => {
    const hint = cook.closest("[data-row]").querySelector("[data-away-hint]");
    const names = cook.selectedOptions[0]?.dataset.away ?? "";
    hint.hidden = names === "";
    hint.querySelector("bdi").textContent = names;
  };
  const put = (dish, name) => {
    dish.value = name;
    dish.dispatchEvent(new Event("input", { bubbles: true })); // Also tells unsaved.js.
    dish.focus();
  };
  form.addEventListener("input", event => {
    if (event.target.matches("[data-dish]")) recall(event.target.closest("[data-row]"));
    if (event.target.matches("[data-cook]")) tellAway(event.target);
    refresh();
  });
  // Not while somebody types: every name is new until its last letter.
  form.addEventListener("change", event => { if (event.target.matches("[data-dish]")) tellNew(event.target); });
  form.addEventListener("click", event => {
    const take = event.target.closest("[data-take-dish]");
    if (!take) return;
    event.preventDefault(); // Without this script the button sends the form to the server.
    const row = take.closest("[data-row]");
    row.querySelector("[data-side]").value = take.dataset.takeSide ?? "";
    put(row.querySelector("[data-dish]"), take.dataset.takeDish);
  });
  for (const proposal of proposals)
    proposal.addEventListener("click", event => {
      event.preventDefault();
      put(free(), proposal.value);
    });
  // What was typed before this script came, or the browser kept, counts too.
  rows.filter(row => row.querySelector("[data-dish]").value !== row.querySelector("[data-dish]").defaultValue).forEach(recall);
  form.querySelectorAll("[data-cook]").forEach(tellAway);
  refresh();
}
