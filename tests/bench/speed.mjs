// How long reading takes in a real browser, in both of its forms and beside plain JavaScript.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, program } from '../journeys/lib/browser.mjs';
import { engineWithoutWasm } from '../../tools/without-wasm.mjs';

const reader = process.env.WAYMARK_READER ?? fileURLToPath(new URL('../../target/packages/shipping/reader', import.meta.url));
const translated = process.env.WAYMARK_READER_PLAIN ?? `${reader}-without-wasm`;
const RUNS = 40;
const here = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');

const browser = await chromium.launch({
  executablePath: program, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});

const forms = {
  WebAssembly: `globalThis.reader = (async () => {
    ${readFileSync(`${reader}/reader.js`, 'utf8')}
    const module = Uint8Array.from(atob('${readFileSync(`${reader}/reader_bg.wasm`).toString('base64')}'), (letter) => letter.charCodeAt(0));
    await wasm_bindgen({ module_or_path: module });
    return wasm_bindgen;
  })();`,
  JavaScript: `${await engineWithoutWasm(translated, 'reader')}; globalThis.reader = Promise.resolve(engine);`,
  'plain JavaScript': here('plain.js'),
};

/** Runs in the page: all durations of `RUNS` runs, in milliseconds. */
async function measure([runs, what]) {
  const reader = await globalThis.reader;
  const durations = [];
  const one = globalThis.measures[what];
  for (let run = 0; run < runs; run += 1) {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const took = await one(reader, run);
    durations.push(...[took].flat());
  }
  return durations;
}

const at = (durations, share) => [...durations].sort((a, b) => a - b)[Math.min(durations.length - 1, Math.floor(durations.length * share))];
const told = (durations) => `median ${at(durations, 0.5).toFixed(1)} ms, p95 ${at(durations, 0.95).toFixed(1)} ms, most ${at(durations, 1).toFixed(1)} ms`;

for (const [form, script] of Object.entries(forms)) {
  const page = await browser.newPage();
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><html lang=en><body></body>' }));
  await page.goto('https://acme.example/');
  await page.addScriptTag({ content: here('page.js') });
  await page.addScriptTag({ content: here('measures.js') });
  await page.addScriptTag({ content: readFileSync(new URL('../../src/content/dom.js', import.meta.url), 'utf8') });
  await page.addScriptTag({ content: script });
  for (const nodes of [20_000, 40_000, 80_000, 160_000]) {
    const size = await page.evaluate((wanted) => { buildPage(wanted); return [document.querySelectorAll('*').length, document.querySelectorAll('input, select, button, a').length]; }, nodes);
    console.log(`${form}, ${size[0]} nodes, ${size[1]} controls`);
    for (const what of await page.evaluate(async () => { const known = await globalThis.reader; return Object.keys(measures).filter((what) => measures[what].needs in known); })) {
      const durations = await page.evaluate(measure, [nodes > 20_000 ? 8 : RUNS, what]);
      console.log(`  ${what}: ${told(durations)}`);
    }
  }
  await page.close();
}
await browser.close();
