// Exact arithmetic for the bill form. Money is whole paise and a quantity whole thousandths, both BigInt, because binary fractions
// would show a total that the server does not have.
const { lang, dataset } = document.documentElement;
const digits = new Intl.NumberFormat(lang || "en-IN", { maximumFractionDigits: 0 });
/** How the residence writes numbers. The server says so, because browsers know some languages otherwise. */
export const point = dataset.point || ".";
const group = dataset.group || ",";
/** Whether it writes 12,34,567. */
const lakhs = dataset.lakhs === "true";

const currency = "(?:rs|re|rupees?|inr|pkr|bdt|tk|taka|lkr|npr|aed|dhs?|sar|sr|qar|qr|egp|le|kes|ksh|tzs|tsh|zar|r|sgd|myr|rm|idr|rp|aud|gbp|eur|euros?|chf|sfr|fr|usd|cad)\\.?|(?:us|[acs])?\u00a4";
const before = new RegExp(`^([-+]?) ?(?:${currency})(?![a-z]) ?`, "i");
const behind = new RegExp(` ?(?:${currency})$`, "i");
const suffix = / ?(?:\/[-=]|[.,]--?)$/;
const threes = /^[1-9][0-9]{0,2}(?:_[0-9]{3})+$/;
const byLakhs = /^[1-9][0-9]?(?:_[0-9]{2})*_[0-9]{3}$/;
const mostDigits = 20;

/** The value of a digit of any script: they stand in runs of ten. */
function value(digit) {
  let first = digit.codePointAt(0);
  while (/^\p{Nd}$/u.test(String.fromCodePoint(first - 1))) first--;
  return (digit.codePointAt(0) - first) % 10;
}
/** Without what nobody sees, with plain digits and one sign for all that look like it. */
const plainSigns = text => text
  .replace(/[\p{Cf}\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]/gu, "")
  .replace(/\p{Nd}/gu, value)
  .replace(/[\s\u0085]+/g, " ")
  .replace(/\p{Sc}/gu, "\u00a4")
  .replace(/[\uff01-\uff5e]/g, sign => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
  .replace(/[\u2018\u2019\u201b\u02b9\u02bc\u2032\u00b4\u0060]/g, "'")
  .replace(/[\u2010-\u2014\u2212\ufe63]/g, "-")
  .replace(/[\u060c\ufe50]/g, ",")
  .replace(/\ufe52/g, ".");

function written(body, point, group, groups) {
  const at = body.indexOf(point);
  const [whole, decimals] = at < 0 ? [body, ""] : [body.slice(0, at), body.slice(at + point.length)];
  const isWhole = whole.includes(group) ? groups.test(whole.replaceAll(group, "_")) : /^[0-9]*$/.test(whole);
  return isWhole && /^[0-9]*$/.test(decimals) && whole + decimals !== "" ? [whole.replaceAll(group, ""), decimals] : null;
}
function other(body, point, group) {
  if (body.endsWith(point) || body[0] === "0" && body.length > 1 && body[1] !== point) return null;
  return written(body, point, group, threes) ?? (group === "," ? written(body, point, group, byLakhs) : null);
}

/**
 * What a text can mean, by the rule that AjsPantry/Infrastructure/Web/TypedNumber.cs explains: nothing when the server refuses it,
 * one number when it reads it, and two when it asks. "1,452.5" with two places is 145250n.
 */
export function read(text, places, marks = { point, group, lakhs }) {
  const bare = plainSigns(text).trim().replace(before, "$1").replace(behind, "").replace(suffix, "");
  const body = bare.replace(/^[-+]? ?/, "");
  const fits = ([units, decimals]) => units.length <= mostDigits && decimals.length <= places;
  const size = ([units, decimals]) => BigInt(units + decimals.padEnd(places, "0")) * (bare.startsWith("-") ? -1n : 1n);
  const first = written(body, plainSigns(marks.point), plainSigns(marks.group), marks.lakhs ? byLakhs : threes);
  if (first) return fits(first) ? [size(first)] : [];
  const points = [".", ",", "\u066b"], groups = [",", ".", "'", " ", "\u066c"];
  const others = points.flatMap(point => groups.filter(group => group !== point).map(group => other(body, point, group))).filter(found => found && fits(found));
  return [...new Set(others.map(size))].sort((one, two) => one < two ? -1 : 1);
}
/** The number that a text means; null for none, and for one that has to be asked about. */
export function parse(text, places) {
  const readings = read(text, places);
  return readings.length === 1 ? readings[0] : null;
}
/** The quotient rounded to a whole, halves away from zero; the divisor is positive. */
export function divide(number, divisor) {
  const size = (2n * (number < 0n ? -number : number) + divisor) / (2n * divisor);
  return number < 0n ? -size : size;
}
/** 145250n as ["₹1,452", ".50"]. */
export function money(paise, sign) {
  const size = paise < 0n ? -paise : paise;
  const units = digits.formatToParts(size / 100n).map(part => part.type === "group" ? group : part.value).join("");
  return [(paise < 0n ? "\u2212" : "") + sign + units, point + String(size % 100n).padStart(2, "0")];
}
/** What a quantity costs at a price. */
export const product = (thousandths, paise) => divide(thousandths * paise, 1000n);
/** As an input holds it: 1452.50, without sign and grouping. */
export const plain = paise => money(paise, "").join("").replaceAll(group, "");
