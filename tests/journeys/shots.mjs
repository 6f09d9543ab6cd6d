// `./build.sh shots [LANGUAGE...]`: pictures of every view of the panel, every state of the card, a card for each step, and the whole
// journey, light and dark, in target/shots/, with a contact sheet of each kind to look through.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { galleries, isRightToLeft, languages, openCards, openGallery, showCard } from './access/gallery.mjs';
import { cards, panel, panels, steps } from './access/views.mjs';
import { openBrowser } from './lib/browser.mjs';
import { Person } from './lib/person.mjs';
import { startSimulator } from './lib/simulator.mjs';

const folder = fileURLToPath(new URL('../../target/shots/', import.meta.url));
/** Three to look at where nobody says which: the source, one with long words or other letters, and one from right to left. */
const PREFERRED = ['en', 'de', 'ar', 'ja'];
const SCHEMES = ['light', 'dark'];
const PANEL = { width: 400, height: 760 };
const WINDOW = { width: 760, height: 560 };

/** The languages that are looked at. */
function chosen(wanted) {
  const there = languages();
  const unknown = wanted.filter((one) => !there.includes(one));
  if (unknown.length) throw new Error(`no words in ${unknown}: there are ${there}`);
  return wanted.length ? wanted : PREFERRED.filter((one) => there.includes(one)).slice(0, 3);
}

/** Makes pictures of these and a contact sheet of them. */
class Shots {
  constructor(gallery) {
    Object.assign(this, { gallery, count: 0 });
  }

  /** `show(one)` brings each of `all` into the page; answers the files. */
  async take(kind, page, all, show, options = {}) {
    const files = [];
    for (const one of all) {
      await show(one);
      const file = `${folder}${kind}-${one.name}.png`;
      await page.screenshot({ path: file, ...options });
      files.push([one.name, file]);
    }
    this.count += files.length;
    await this.sheet(kind, files, options.fullPage ? 6 : 4);
  }

  /** All pictures of a kind on one. */
  async sheet(kind, files, columns) {
    const page = await this.gallery.page({ viewport: { width: 2000, height: 1000 } });
    const figures = files.map(([name, file]) => `<figure><figcaption>${name}</figcaption>
      <img src="data:image/png;base64,${readFileSync(file).toString('base64')}"></figure>`);
    await page.setContent(`<style>
      body { margin: 12px; display: grid; grid-template-columns: repeat(${columns}, 1fr); gap: 12px; align-items: start; background: #bbb; font: 14px sans-serif; }
      figure { margin: 0; } img { display: block; width: 100%; }
    </style>${figures.join('')}`);
    await page.screenshot({ path: `${folder}sheet-${kind}.png`, fullPage: true });
    await page.context().close();
    console.log(`${String(files.length).padStart(4)} ${kind}`);
  }
}

/** The panel and the card, without a journey. */
async function parts(shots, language, colorScheme) {
  const options = { language, colorScheme };
  const kind = (what) => `${language}-${colorScheme}-${what}`;
  const page = await shots.gallery.page({ ...options, viewport: PANEL });
  await shots.take(kind('panel'), page, panels(language), (view) => panel(page, view, { unfolded: false }), { fullPage: true });
  await shots.take(kind('panel-unfolded'), page, panels(language).filter(({ name }) => /findings|chosen|plan|lessons|own-domain/.test(name)),
    (view) => panel(page, view), { fullPage: true });
  await page.context().close();
  const window = await shots.gallery.page({ ...options, viewport: WINDOW });
  await openCards(window);
  if (isRightToLeft(language)) await window.evaluate(() => { document.documentElement.dir = 'rtl'; });
  await shots.take(kind('card'), window, cards(language), (card) => showCard(window, card));
  await shots.take(kind('step'), window, steps(language), (card) => showCard(window, card));
  await window.context().close();
}

/** The whole journey as it is walked, a picture for each step, and the panel at its end. */
async function journey(shots, language, colorScheme) {
  const simulator = await startSimulator({ seed: 1 });
  const browser = await openBrowser(simulator);
  try {
    const files = [];
    const picture = async (name, page) => {
      const file = `${folder}${language}-${colorScheme}-journey-${String(files.length + 1).padStart(2, '0')}-${name}.png`;
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: file, timeout: 10_000 });
      files.push([name, file]);
    };
    const person = new Person({ simulator, browser, told: picture });
    await person.begin();
    await person.follow();
    await picture('panel', person.panel.page);
    shots.count += files.length;
    await shots.sheet(`${language}-${colorScheme}-journey`, files, 4);
  } finally {
    await browser.close();
    await simulator.stop();
  }
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const gallery = await openGallery();
const shots = new Shots(gallery);
const all = chosen(process.argv.slice(2));
for (const language of all) {
  for (const scheme of SCHEMES) await parts(shots, language, scheme);
}
// The journey is walked in the words of the source: who walks it knows each step by them.
for (const scheme of SCHEMES) await journey(shots, 'en', scheme);
await gallery.close();
writeFileSync(`${folder}languages.json`, JSON.stringify({ pictured: all, written: Object.keys(galleries) }));
console.log(`${shots.count} pictures in target/shots, in ${all.join(', ')}`);
