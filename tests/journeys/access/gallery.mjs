// The panel and the card without a guide, in pages of their own: the panel that ships, told its views by what stands here for the
// background, and the card's own code in an open root, where axe and a picture see it.
import { chromium } from 'playwright-core';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dist, program } from '../lib/browser.mjs';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const writer = process.env.WAYMARK_GALLERY ?? `${repository}target/debug/waymark-gallery`;
const card = process.env.WAYMARK_GALLERY_CARD ?? `${repository}target/packages/dev/gallery`;

/** By language: `{panels: [{name, view, answers}], cards: [{name, task, reports, pointed, small}]}`. */
export const galleries = JSON.parse(execFileSync(writer, [`${repository}extension`], { maxBuffer: 1 << 28 }));
/** Languages that are written from right to left. */
export const isRightToLeft = (language) => /^(ar|fa|he|ur)\b/.test(language);

/** Where the pages are; nothing of it is asked of a network. */
const HOST = 'https://gallery.example';
const KINDS = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.json': 'application/json' };
/** The panel beside this tab, as the stage has it. */
const TAB = 7;

const CARD_PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><style>
  :root { color-scheme: light dark; } body { margin: 0; font: 14px/1.5 sans-serif; } main { padding: 24px; }
  label { display: block; margin-top: 16px; } input { width: 220px; max-width: 100%; height: 30px; box-sizing: border-box; }
</style></head><body><main><h1>A page</h1><label>Label <input id="control"></label></main></body></html>`;

/** A browser without the extension. */
export async function openGallery() {
  const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
  return {
    /** A page in which the panel or the card is shown; options are Playwright's for a context. */
    async page({ language = 'en', ...options } = {}) {
      const context = await browser.newContext({ viewport: { width: 400, height: 800 }, reducedMotion: 'reduce', ...options });
      const page = Object.assign(await context.newPage(), { told: null, failed: null });
      await context.route('**/*', (route) => answer(route, language, page));
      await page.addInitScript(standIn);
      page.on('pageerror', (error) => { page.failed = error; });
      return page;
    },
    close: () => browser.close(),
  };
}

/** Answers with the files of the extension; the words are those of the page's language, whichever the panel asks for. */
function answer(route, language, page) {
  const path = new URL(route.request().url()).pathname;
  if (path === '/card.html') return route.fulfill({ contentType: 'text/html', body: CARD_PAGE });
  if (path === '/told') return route.fulfill({ contentType: 'application/json', body: JSON.stringify(page.told) });
  const file = `${dist}${path.startsWith('/words/') ? `/words/${language}.wire` : path}`;
  if (!existsSync(file)) return route.fulfill({ status: 404 });
  return route.fulfill({ contentType: KINDS[extname(path)] ?? 'application/octet-stream', body: readFileSync(file) });
}

/** Languages in which the built extension has words. */
export const languages = () => Object.keys(galleries).filter((one) => readdirSync(`${dist}/words`).includes(`${one}.wire`));

/** In the page: what the panel knows of a browser, with a background that says what it was told to say. */
function standIn() {
  if (globalThis.top !== globalThis || !location.pathname.startsWith('/panel')) return;
  globalThis.chrome = {
    runtime: {
      getURL: (path) => `/${path}`,
      sendMessage: async ({ fromPanel }) => {
        const { view, answers, silent } = await (await fetch('/told')).json();
        if (silent) throw new Error('Could not establish connection.');
        return { toPanel: new Map(answers).get(fromPanel) ?? view };
      },
      onMessage: { addListener: () => {} },
    },
    permissions: { request: async () => true },
  };
}

/** Shows the panel with a view. `silent`: the background does not answer. */
export async function showPanel(page, { page: named = '', view, answers = [], silent = false }) {
  page.told = { view, answers, silent };
  await page.goto(`${HOST}/panel.html?tab=${TAB}&${named}`);
  await page.locator(silent ? '.notice' : 'main.face').waitFor();
}

/** Makes the panel's details all open, or as they are by themselves. */
export const unfold = (page) => page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true; }));

/** Opens the page in which cards are shown. */
export async function openCards(page) {
  // The page decides how roots are made; the card's code is what ships.
  await page.addInitScript(() => {
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function open(options) { return attachShadow.call(this, { ...options, mode: 'open' }); };
  });
  await page.goto(`${HOST}/card.html`);
  const module = readFileSync(`${card}/gallery_bg.wasm`).toString('base64');
  const around = readFileSync(`${repository}src/content/dom.js`, 'utf8');
  await page.addScriptTag({ content: `${around}\n${readFileSync(`${card}/gallery.js`, 'utf8')}` });
  await page.evaluate(async (packed) => {
    const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    await globalThis.eval('wasm_bindgen')({ module_or_path: bytes });
  }, module);
}

/** Waits until nothing of the card moves any more. */
export const settled = (page) => page.evaluate(async () => {
  const host = [...document.querySelectorAll('*')].find(({ shadowRoot }) => shadowRoot);
  const places = () => [...host.shadowRoot.querySelectorAll('.card, .pill, .spotlight')].map((one) => {
    const { x, y, width, height } = one.getBoundingClientRect();
    return [x, y, width, height, one.hidden];
  }).join();
  const frame = () => new Promise((resolve) => { requestAnimationFrame(resolve); });
  for (let still = 0, last = ''; still < 5;) {
    await frame();
    const now = places();
    still = now === last ? still + 1 : 0;
    last = now;
  }
});

/** Shows a card; the page is one of `openCards`. */
export async function showCard(page, { task, reports, pointed, small }) {
  const read = await page.evaluate(([told, seen, isPointed]) => {
    const control = isPointed ? document.getElementById('control') : undefined;
    return globalThis.eval('wasm_bindgen').show(told, seen, control);
  }, [task, reports, pointed]);
  if (!read) throw new Error('the card cannot be read: the gallery and the card are of different builds');
  if (small) await page.locator('[data-do=minimise]').click();
  await settled(page);
}
