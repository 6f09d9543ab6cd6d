// node store-pictures.mjs FOLDER: from the pictures that `./build.sh demo --headless` has left in target/demo the store's own, 1280 by 800.
import { chromium } from 'playwright-core';
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { program } from './lib/browser.mjs';

const demo = fileURLToPath(new URL('../../target/demo/', import.meta.url));
const SIZE = { width: 1280, height: 800 };
/** Which picture is taken of which step; the panel's shows how it ended. */
const PICTURES = {
  fill_permission_set: '1-permission-set',
  fill_user: '2-new-user',
  choose_permission_set: '3-assignment',
  map_fields: '4-mapping',
  panel: '5-proof',
};

/** The demo's picture of a step, the last one where it came twice. */
function pictureOf(step) {
  const name = readdirSync(demo).filter((file) => file.replace(/^\d+-/, '') === `${step}.png`).sort().at(-1);
  if (!name) throw new Error(`no picture of ${step} in ${demo}: run ./build.sh demo --headless first`);
  return readFileSync(join(demo, name)).toString('base64');
}

const folder = resolve(process.argv[2] ?? 'target/store');
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-gpu'] });
try {
  const page = await browser.newPage({ viewport: SIZE });
  for (const [step, name] of Object.entries(PICTURES)) {
    // As wide as the picture; what is longer is cut below, and beside what is shorter there is the pages' own grey.
    await page.setContent(`<style>body { margin: 0; background: #f3f3f3; overflow: hidden } img { display: block; width: 100% }</style>
      <img src="data:image/png;base64,${pictureOf(step)}">`, { waitUntil: 'load' });
    await page.screenshot({ path: join(folder, `${name}.png`) });
  }
} finally {
  await browser.close();
}
