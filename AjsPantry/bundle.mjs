// Makes what every page loads out of many files: one style sheet, of Bootstrap only what a page or a script names, and one script.
// The build runs this when one of them or a page has changed: see Assets.targets.
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { PurgeCSS } from "purgecss";

const here = name => fileURLToPath(new URL(name, import.meta.url));
const read = name => readFile(here(name), "utf8");

// Any word of a page, a script or our code may be a class, as in `" is-invalid"`: what none of them says is left out.
const [{ css: bootstrap }] = await new PurgeCSS().purge({
  content: ["Features/**/*.{cshtml,cs}", "Infrastructure/**/*.cs", "wwwroot/js/*.js"].map(here),
  css: [{ raw: await read("node_modules/bootstrap/dist/css/bootstrap.min.css") }],
});
const own = [await read("wwwroot/css/tokens.css"), await read("wwwroot/css/components.css")];
await writeFile(here("wwwroot/lib/app.css"), withoutComments([bootstrap, ...own].join("\n")));

// In this order, each in a scope of its own.
const shell = ["dialogs", "submit-once", "toast", "search-key", "nav", "day-words", "unsaved"];
const scripts = await Promise.all(shell.map(name => read(`wwwroot/js/${name}.js`)));
await writeFile(here("wwwroot/lib/app.js"), scripts.map(script => `{\n${script}}\n`).join(""));

function withoutComments(css) {
  // What names a licence stays.
  return css.replace(/\/\*(?!!)[\s\S]*?\*\//g, "").replace(/\n\s*/g, "\n").replace(/\n+/g, "\n");
}
