// Prints how to run each failed test again, and what it said: node failures.mjs SEED RESULTS.trx...
import { readFileSync } from 'node:fs';

const mostTests = 40;
const mostLines = 8;
const [seed, ...files] = process.argv.slice(2);
const words = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = text => text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_, hex, number, name) =>
  hex ? String.fromCodePoint(parseInt(hex, 16)) : number ? String.fromCodePoint(Number(number)) : words[name] ?? '');

const said = new Map();
for (const file of files) {
  for (const [, attributes, content] of readFileSync(file, 'utf8').matchAll(/<UnitTestResult ([^>]*[^/])>([\s\S]*?)<\/UnitTestResult>/g)) {
    if (!attributes.includes('outcome="Failed"')) continue;
    // Without the arguments of its case: the name that ./deploy/test takes.
    const name = plain(/testName="([^"]*)"/.exec(attributes)?.[1] ?? '').match(/^[\w.+]*/)[0];
    const message = plain(/<Message>([\s\S]*?)<\/Message>/.exec(content)?.[1] ?? '');
    // Words in dates are kept together by spaces that look like any other: shown, or two texts would look the same.
    if (!said.has(name)) said.set(name, message.replaceAll('\u00a0', '⍽').split(/\r?\n/).slice(0, mostLines));
  }
}

for (const [name, lines] of [...said].sort().slice(0, mostTests)) {
  console.log(`  ./deploy/test --seed ${seed} ${name}`);
  for (const line of lines) console.log(`      ${line.slice(0, 200)}`);
}
