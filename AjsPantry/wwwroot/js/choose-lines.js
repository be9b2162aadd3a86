// Count and total follow the boxes; the server adds up the same when the form is sent. A bill's own box stands for all of its lines.
import { money } from "./money.js";
const paise = text => BigInt(text.replace(".", ""));
const form = document.querySelector("form[data-choose]");
if (form) {
  const bills = [...form.querySelectorAll("[data-bill]")].map(row => ({
    row, box: row.querySelector("[name=bill]"), voucher: row.querySelector("[name=voucher]"), lines: [...row.querySelectorAll("[name=line]")], extra: paise(row.dataset.extra),
  }));
  form.querySelector("[data-update]").hidden = true;
  const settle = bill => {
    const ticked = bill.lines.filter(line => line.checked);
    bill.box.checked = ticked.length > 0;
    bill.box.indeterminate = ticked.length > 0 && ticked.length < bill.lines.length;
    // What the server would otherwise take for a change of the bill's own box.
    let was = bill.row.querySelector("[name=was]");
    if (bill.box.checked && !was) {
      was = Object.assign(document.createElement("input"), { type: "hidden", name: "was", value: bill.box.value });
      bill.row.append(was);
    } else if (!bill.box.checked) was?.remove();
    bill.items = ticked.length;
    bill.total = ticked.reduce((sum, line) => sum + paise(line.dataset.amount), 0n) + (ticked.length === bill.lines.length ? bill.extra : 0n);
  };
  const show = () => {
    const many = (count, one) => `${count} ${count === 1 ? one : one + "s"}`;
    const chosen = bills.filter(bill => bill.items > 0);
    const vouchers = bills.filter(bill => bill.voucher.checked).length;
    form.querySelector("[data-chosen]").textContent = `${many(chosen.reduce((sum, bill) => sum + bill.items, 0), "item")} of ${many(chosen.length, "bill")}${vouchers ? `, ${many(vouchers, "voucher")}` : ""}`;
    form.querySelector("[data-chosen-total]").textContent = money(chosen.reduce((sum, bill) => sum + bill.total, 0n), form.dataset.sign).join("");
  };
  form.addEventListener("change", event => {
    const bill = bills.find(other => other.row.contains(event.target));
    if (event.target === bill?.box) for (const line of bill.lines) line.checked = bill.box.checked;
    if (bill) settle(bill);
    show();
  });
  const all = () => { bills.forEach(settle); show(); };
  all();
  addEventListener("pageshow", all);
}
