// Live sums and lines for form[data-bill]. The server computes everything again; this only shows it while one types.
import { field, linesOf, proposed } from "./lines.js";
import { divide, money, parse, plain, product } from "./money.js";

for (const form of document.querySelectorAll("form[data-bill]")) {
  const all = selector => form.querySelectorAll(selector);
  const lines = linesOf(form, "Item");
  const read = (line, name, places = 2) => parse(field(line, name)?.value ?? "", places);
  const computed = new WeakMap(); // What we wrote into an amount; once it reads differently, it is the person's own.
  const works = line => {
    const one = (field(line, "Quantity")?.value ?? "").trim() === ""; // As the server has it.
    const [quantity, price] = [one ? 1000n : read(line, "Quantity", 3), read(line, "UnitPrice")];
    return quantity === null || price === null ? null : plain(product(quantity, price));
  };
  const fillAmount = line => {
    const [amount, value] = [field(line, "Amount"), works(line)];
    if (value !== null && (amount.value === "" || amount.value === computed.get(amount))) computed.set(amount, amount.value = value);
  };
  const fillFromItem = line => {
    const known = proposed("items", field(line, "Item").value);
    for (const key of ["Unit", "Category"]) {
      const control = field(line, key);
      if (known && control?.value === "") control.value = known.dataset[key.toLowerCase()] ?? "";
    }
    // The last price is only hinted at: prices change, and an amount must never come from a guess.
    if (field(line, "UnitPrice")) field(line, "UnitPrice").placeholder = known?.dataset.price ?? "";
  };
  // Shops that print numbers of their own have a proposal of their own; what a person typed stays.
  const first = form.elements["Input.Number"]?.defaultValue;
  let number = first;
  const fillNumber = shop => {
    const control = form.elements["Input.Number"];
    const some = document.querySelector('#shops option[data-number]:not([data-number=""])');
    if (control?.value === number && some) control.value = number = proposed("shops", shop)?.dataset.number || first;
  };
  const show = (selector, text) => all(selector).forEach(element => { element.textContent = text; });
  const summarise = line => {
    const summary = line.querySelector(".more > summary > span");
    if (!summary) return;
    const [category, unit] = ["Category", "Unit"].map(name => field(line, name)).map(control => control?.selectedOptions?.[0] ?? control);
    const [quantity, amount] = [read(line, "Quantity", 3), read(line, "Amount")];
    const price = read(line, "UnitPrice") ?? (quantity > 0n && amount !== null ? divide(amount * 1000n, quantity) : null);
    const each = price !== null && unit?.value ? `${money(price, form.dataset.sign).join("")} a ${unit.dataset.one || unit.value}` : "";
    summary.textContent = [category?.value && (category.text ?? category.value), each].filter(Boolean).join(" · ") || "Category and unit price";
  };
  const update = () => {
    const sum = lines.all().reduce((total, line) => total + (read(line, "Amount") ?? 0n), 0n);
    const other = name => parse(form.elements[`Input.${name}`]?.value ?? "", 2) ?? 0n;
    const total = money(sum + other("Charges") - other("Discount"), form.dataset.sign);
    const count = lines.all().filter(line => field(line, "Item").value.trim() || field(line, "Amount").value).length;
    show("[data-lines-total]", money(sum, form.dataset.sign).join(""));
    show("[data-total]", total.join(""));
    all("[data-total-fig]").forEach(figure => { figure.firstChild.data = total[0]; figure.querySelector("small").textContent = total[1]; });
    show("[data-count]", count === 0 ? "No items yet" : count === 1 ? "1 item" : `${count} items`);
    for (const line of lines.all()) {
      summarise(line);
      line.querySelector("[data-remove-line]")?.setAttribute("aria-label", `Remove ${field(line, "Item").value.trim() || "this item"}`);
    }
  };
  form.addEventListener("input", ({ target }) => {
    const line = target.closest(".line");
    if (line && /\.(Quantity|UnitPrice)$/.test(target.name)) fillAmount(line);
    if (target.name === "Input.Shop") fillNumber(target.value);
    update();
  });
  // When done with a field, not at each key: "Tea" must not take the unit of tea from "Tea cups".
  form.addEventListener("change", ({ target }) => {
    const line = target.closest(".line");
    if (line && /\.Item$/.test(target.name)) fillFromItem(line);
    if (line && /\.Amount$/.test(target.name)) fillAmount(line);
    update();
  });
  form.addEventListener("keydown", event => {
    const [, name] = event.target.name?.match(/\.(Item|Quantity|Amount|UnitPrice)$/) ?? [];
    if (event.key !== "Enter" || event.isComposing || !name) return;
    event.preventDefault();
    event.target.dispatchEvent(new Event("change", { bubbles: true })); // Enter would have sent it before the form.
    const line = event.target.closest(".line");
    const then = { Item: "Quantity", Quantity: "Amount" }[name];
    if (then) field(line, then).select(); else lines.next(line);
  });
  for (const line of lines.all()) if (works(line) === field(line, "Amount").value) computed.set(field(line, "Amount"), works(line));
  update();
}
