// How long reading takes in a real browser, in both forms of the engine and beside plain JavaScript that reads the same.
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { chromium, program } from '../journeys/lib/browser.mjs';
import { engineWithoutWasm } from '../../tools/without-wasm.mjs';

const reader = process.env.WAYMARK_READER ?? fileURLToPath(new URL('../../target/packages/shipping/reader', import.meta.url));
const translated = process.env.WAYMARK_READER_PLAIN ?? `${reader}-without-wasm`;
const SIZE = 20_000;
const RUNS = 40;
/** Each twice as large as the one before. */
const SIZES = [12_500, 25_000, 50_000, 100_000, 200_000];
const RUNS_OF_SIZES = 7;
const here = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');

const SCRIPTS = [
  here('page.js'), here('measures.js'), here('../../src/content/dom.js'), here('plain.js'),
  `globalThis.readers.WebAssembly = (async () => {
    ${readFileSync(`${reader}/reader.js`, 'utf8')}
    const module = Uint8Array.from(atob('${readFileSync(`${reader}/reader_bg.wasm`).toString('base64')}'), (letter) => letter.charCodeAt(0));
    await wasm_bindgen({ module_or_path: module });
    return wasm_bindgen;
  })();`,
  `${await engineWithoutWasm(translated, 'reader')}; globalThis.readers.JavaScript = Promise.resolve(engine);`,
];

/** Runs in the page: the durations of every form's runs of every measure, in turn, so that the machine's load is the same for all. */
async function measure([runs, measured]) {
  const durations = {};
  for (let run = 0; run < runs; run += 1) {
    for (const what of measured ?? Object.keys(globalThis.measures)) {
      for (const [form, made] of Object.entries(globalThis.readers)) {
        const one = globalThis.measures[what];
        const reader = await made;
        if (!(one.needs in reader)) continue;
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        if (what === 'locate') reader.read_all();
        ((durations[what] ??= {})[form] ??= []).push(await one(reader, run));
      }
    }
  }
  return durations;
}

const at = (durations, share) => [...durations].sort((a, b) => a - b)[Math.min(durations.length - 1, Math.floor(durations.length * share))];
const median = (durations) => at(durations, 0.5);
const cells = (durations) => [at(durations, 0), median(durations), at(durations, 0.95)].map((value) => value.toFixed(1)).join(' / ');
const load = () => loadavg()[0].toFixed(1);

const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
const page = await browser.newPage();
await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><html lang=en><body></body>' }));
await page.goto('https://acme.example/');
for (const content of SCRIPTS) await page.addScriptTag({ content });

await page.evaluate((nodes) => buildPage(nodes), SIZE);
const [nodes, controls, differences] = await page.evaluate(async () => {
  const rows = [];
  for (const form of ['WebAssembly', 'JavaScript', 'plain JavaScript']) {
    const reader = await readers[form];
    reader.read_all();
    rows.push(reader.rows());
  }
  const [one, ...others] = rows;
  const differing = one.map((row, at) => [row, ...others.map((other) => other[at])]).filter((own) => new Set(own).size > 1);
  return [document.querySelectorAll('*').length, document.querySelectorAll('input, select, button, a').length, differing];
});
if (differences.length > 0) throw new Error(`${differences.length} rows differ: ${differences[0].join('\n')}`);
console.log(`${nodes} nodes, ${controls} controls; milliseconds: least / median / p95 of ${RUNS} runs; load ${load()}; all forms read the same rows`);
for (const [what, forms] of Object.entries(await page.evaluate(measure, [RUNS]))) {
  console.log(`  ${what}`);
  for (const [form, durations] of Object.entries(forms)) console.log(`    ${form.padEnd(17)} ${cells(durations)}`);
}

console.log('reading all of twice as many nodes: how many times as long, by medians (and by least)');
const before = {};
for (const size of SIZES) {
  await page.evaluate((wanted) => buildPage(wanted), size);
  const { 'reading all': forms } = await page.evaluate(measure, [RUNS_OF_SIZES, ['reading all']]);
  for (const [form, durations] of Object.entries(forms)) {
    const known = before[form];
    const times = known ? `${(median(durations) / median(known)).toFixed(2)} times (${(at(durations, 0) / at(known, 0)).toFixed(2)})` : '';
    console.log(`  ${String(size).padStart(7)} nodes, ${form.padEnd(17)} ${cells(durations)} ${times}`);
    before[form] = durations;
  }
}
console.log(`load ${load()}`);
await browser.close();
