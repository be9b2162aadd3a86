// Exact arithmetic for the bill form. Money is whole paise and a quantity whole thousandths, both BigInt, because binary fractions
// would show a total that the server does not have.
const language = document.documentElement.lang || "en-IN";
const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
const point = new Intl.NumberFormat(language).formatToParts(1.5).find(part => part.type === "decimal").value;
const group = new Intl.NumberFormat(language).formatToParts(1234567).find(part => part.type === "group")?.value ?? "";

/** "1,452.5" to 145250n with two places; null for nothing, for what is no number, and for more places than that. */
export function parse(text, places) {
  const digits = text.replace(/\s/g, "").replaceAll(group, "").replace(point, ".").replace("\u2212", "-");
  const [, minus, units, decimals = ""] = digits.match(/^(-?)(\d*)(?:\.(\d*?)0*)?$/) ?? [];
  if (units === undefined || units + decimals === "" && !/\d/.test(digits) || decimals.length > places) return null;
  const size = BigInt(units + decimals.padEnd(places, "0"));
  return minus ? -size : size;
}
/** The quotient rounded to a whole, halves away from zero; the divisor is positive. */
export function divide(number, divisor) {
  const size = (2n * (number < 0n ? -number : number) + divisor) / (2n * divisor);
  return number < 0n ? -size : size;
}
/** 145250n as ["₹1,452", ".50"]. */
export function money(paise, sign) {
  const size = paise < 0n ? -paise : paise;
  return [(paise < 0n ? "\u2212" : "") + sign + whole.format(size / 100n), point + String(size % 100n).padStart(2, "0")];
}
/** What a quantity costs at a price. */
export const product = (thousandths, paise) => divide(thousandths * paise, 1000n);
/** As an input holds it: 1452.50, without sign and grouping. */
export const plain = paise => money(paise, "").join("").replaceAll(group, "");
