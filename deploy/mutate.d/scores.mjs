// The score of each file of rules, and every change that no test noticed: "node scores.mjs REPORT FOLDER LEAST". Ends with status 1
// where a file is below LEAST per cent. REPORT is what Stryker writes as JSON, FOLDER where the files are.
import { readFileSync } from "node:fs";
import { relative } from "node:path";

const [report, folder, least] = process.argv.slice(2);
if (!least) {
  console.error("Usage: node scores.mjs REPORT FOLDER LEAST");
  process.exit(1);
}
const noticed = ["Killed", "Timeout"];
const unnoticed = ["Survived", "NoCoverage"];

// What stood there, on one line: the report counts lines and columns from 1.
const textAt = (source, { start, end }) => {
  const lines = source.split("\n").slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines[lines.length - 1].slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  return lines.join(" ").replace(/\s+/g, " ");
};

const files = Object.entries(JSON.parse(readFileSync(report, "utf8")).files).map(([path, { source, mutants }]) => {
  const killed = mutants.filter(mutant => noticed.includes(mutant.status)).length;
  const left = mutants.filter(mutant => unnoticed.includes(mutant.status));
  return { name: relative(folder, path), source, killed, left, all: killed + left.length, score: 100 * killed / (killed + left.length) };
}).filter(file => file.all > 0).sort((one, other) => (one.name < other.name ? -1 : 1));

for (const { name, source, killed, left, all, score } of files) {
  console.log(`${score.toFixed(1).padStart(5)} %  ${name} (${killed} of ${all})`);
  for (const { location, replacement, status } of left.sort((one, other) => one.location.start.line - other.location.start.line))
    console.log(`         line ${location.start.line}: ${textAt(source, location)} -> ${replacement.replace(/\s+/g, " ")}${
      status === "NoCoverage" ? " (no test comes here)" : ""}`);
}
const below = files.filter(file => file.score < Number(least));
const killed = files.reduce((sum, file) => sum + file.killed, 0);
const all = files.reduce((sum, file) => sum + file.all, 0);
console.log(`${killed} of ${all} changes noticed (${(100 * killed / all).toFixed(1)} %), ${below.length} files below ${least} %`);
process.exit(below.length > 0 || all === 0 ? 1 : 0);
