// node faults.mjs FOLDER: the shipped extension checks the orgs that `waymark-faults export` wrote there, and must answer what
// the same checks answer without a browser. A table, and `extension N, same N` as the last line.
import { readFileSync } from 'node:fs';
import { audit } from './audit.mjs';

const AT_ONCE = 2;
/** `check outcome` → the causes named there, of the checks that are compared. */
function compared(answers) {
  const all = new Map();
  for (const { check, outcome, cause, causes } of answers) {
    const key = `${check} ${outcome}`;
    all.set(key, [...all.get(key) ?? [], ...causes ?? [cause].filter(Boolean)]);
  }
  return [...all].map(([key, causes]) => [key, ...[...new Set(causes)].sort()].join(' ')).sort();
}

/** What only one of two lists holds. */
function difference(here, there) {
  const only = (list, other, sign) => list.filter((one) => !other.includes(one)).map((one) => `${sign} ${one}`);
  return [...only(here, there, 'only in the extension:'), ...only(there, here, 'only without it:')];
}

async function tried(folder, { file, wanted, answers, expects }) {
  try {
    const report = await audit(`${folder}/${file}`, wanted);
    const differs = difference(compared(report.answers), compared(answers));
    const named = new Set(report.answers.map(({ cause }) => cause));
    return [...differs, ...expects.filter((cause) => !named.has(cause)).map((cause) => `not named: ${cause}`)];
  } catch (error) {
    return [error.message.split('\n').slice(0, 3).join(' ').slice(0, 400)];
  }
}

const [folder] = process.argv.slice(2);
const cases = JSON.parse(readFileSync(`${folder}/cases.json`, 'utf8'));
const queue = [...cases];
let same = 0;
await Promise.all(Array.from({ length: AT_ONCE }, async () => {
  for (let next = queue.shift(); next; next = queue.shift()) {
    const wrong = await tried(folder, next);
    if (!wrong.length) same += 1;
    console.log(`${wrong.length ? '✗' : '✓'} ${next.file} ${next.expects.join(', ')} · ${next.fault} · ${next.org}`);
    for (const line of wrong) console.log(`    ${line}`);
  }
}));
console.log(`extension ${cases.length}, same ${same}`);
process.exitCode = cases.length && same === cases.length ? 0 : 1;
