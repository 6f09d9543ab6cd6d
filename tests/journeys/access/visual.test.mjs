// What the pictures of `./build.sh shots` were looked at for, without comparing pixels, which are another machine's other fonts: which
// colours, sizes and edges each kind of element has anywhere, light and dark, as it is written down in looks.json; and that no text
// lies on another. WAYMARK_ACCEPT=1 writes looks.json anew: look at the pictures then.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { openCards, openGallery, showCard } from './gallery.mjs';
import { cards, panel, panels } from './views.mjs';

const file = new URL('./looks.json', import.meta.url);
const PANEL = { width: 400, height: 900 };
const WINDOW = { width: 1280, height: 720 };

/** In the page: `[kind, look]` of every element that can be seen, and texts that lie on each other. */
function seen() {
  const roots = [document.querySelector('#panel'), ...[...document.querySelectorAll('*')].map(({ shadowRoot }) => shadowRoot)].filter(Boolean);
  const elements = roots.flatMap((root) => [...root.querySelectorAll('*')]).filter((one) => one.localName !== 'style' && one.checkVisibility({ visibilityProperty: true }));
  const looks = elements.map((element) => {
    const style = getComputedStyle(element);
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    const has = (width) => Number.parseFloat(width) > 0;
    const edge = has(style.borderTopWidth) && `edge ${style.borderTopWidth} ${style.borderTopStyle} ${style.borderTopColor} ${style.borderTopLeftRadius}`;
    const ground = style.backgroundColor !== 'rgba(0, 0, 0, 0)' && `on ${style.backgroundColor}`;
    const text = own && `${style.fontSize} ${style.fontWeight} ${style.color}`;
    const around = has(style.paddingTop) && `padding ${style.padding}`;
    return [`${element.localName}.${[...element.classList].sort().join('.')}`, [text, ground, edge, around].filter(Boolean).join('; ')];
  });
  const texts = elements.filter((one) => !one.closest('.hidden, .announce, .spotlight, option, select')).flatMap((element) => [...element.childNodes]
    .filter((node) => node.nodeType === 3 && node.data.trim())
    .flatMap((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()].map((box) => ({ element, box, words: node.data.trim() }));
    }));
  const SLACK = 3;
  // What scrolls behind the card's buttons is meant to.
  const scrolls = (one) => { const card = one.closest('.card'); return card && card.scrollHeight > card.clientHeight; };
  const lies = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > SLACK && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > SLACK;
  const upon = texts.flatMap((one, at) => texts.slice(at + 1)
    .filter((other) => other.element !== one.element && !scrolls(one.element) && lies(one.box, other.box))
    .map((other) => `“${one.words.slice(0, 30)}” and “${other.words.slice(0, 30)}”`));
  return { looks, upon };
}

let gallery;
before(async () => { gallery = await openGallery(); });
after(() => gallery.close());

test('everything looks as it was found to be good', async () => {
  const found = {};
  const upon = [];
  const note = (scheme, name, { looks, upon: lying }) => {
    for (const [kind, look] of looks) if (look) ((found[kind] ??= {})[scheme] ??= new Set()).add(look);
    upon.push(...lying.map((what) => `${name}: ${what}`));
  };
  for (const colorScheme of ['light', 'dark']) {
    const page = await gallery.page({ viewport: PANEL, colorScheme });
    for (const view of panels()) {
      await panel(page, view, { unfolded: false });
      note(colorScheme, view.name, await page.evaluate(seen));
    }
    await page.context().close();
    const window = await gallery.page({ viewport: WINDOW, colorScheme });
    await openCards(window);
    for (const card of cards()) {
      await showCard(window, card);
      note(colorScheme, card.name, await window.evaluate(seen));
    }
    await window.context().close();
  }
  assert.deepEqual(upon, [], 'texts that lie on each other');
  const sorted = (map, value) => Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, value(one)]));
  const looks = sorted(found, (schemes) => sorted(schemes, (all) => [...all].sort()));
  if (process.env.WAYMARK_ACCEPT) writeFileSync(file, `${JSON.stringify(looks, null, 1)}\n`);
  assert.deepEqual(looks, JSON.parse(readFileSync(file, 'utf8')));
});
