// Every view of the panel and every state of the card: axe in light, dark and forced colours, at 400 %, with a person's own spacing of
// text, and the size of what can be pressed. WAYMARK_ACCESS=whole looks at each in every way; otherwise each is looked at in
// some, and all ways are used.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { openCards, openGallery, settled, showCard } from './gallery.mjs';
import { SPACING, ZOOMED, cut, restyle, tooSmall, violations } from './look.mjs';
import { cards, panel, panels } from './views.mjs';

const isWhole = process.env.WAYMARK_ACCESS === 'whole';
const PANEL = { width: 400, height: 800 };
const WINDOW = { width: 1280, height: 720 };

/** The ways in which a view is looked at, each as a function of the page that answers what is wrong. */
const WAYS = {
  light: async (page) => [...await violations(page), ...await cut(page), ...await tooSmall(page)],
  dark: async (page) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    return violations(page);
  },
  'forced colours': async (page) => {
    await page.emulateMedia({ colorScheme: null, forcedColors: 'active' });
    const found = await violations(page);
    await page.emulateMedia({ forcedColors: null });
    return found;
  },
  zoomed: async (page) => {
    await page.setViewportSize(ZOOMED);
    await opened(page);
    return [...await cut(page), ...await tooSmall(page)];
  },
  spaced: async (page) => {
    const take = await restyle(page, SPACING);
    const found = await cut(page);
    await take();
    return found;
  },
  'right to left': async (page) => {
    await page.evaluate(() => { document.documentElement.dir = 'rtl'; });
    const found = await cut(page);
    await page.evaluate(() => { document.documentElement.dir = 'ltr'; });
    return found;
  },
};

/** Where there is no room for the card beside the control it is small; a person opens it. */
async function opened(page) {
  if (await page.locator('.card').count() === 0) return;
  await settled(page);
  if (await page.locator('.pill').isVisible()) await page.locator('.pill').click();
  await settled(page);
}

/** Looks at what stands in the page; `at` is its place among all. */
async function look(page, at, size) {
  const wrong = [];
  const always = ['light', 'zoomed', 'spaced'];
  const turns = ['dark', 'forced colours', 'right to left'];
  const ways = isWhole ? Object.keys(WAYS) : Object.keys(WAYS).filter((way) => always.includes(way) || turns[at % turns.length] === way);
  for (const way of ways) wrong.push(...(await WAYS[way](page)).map((what) => `${way}: ${what}`));
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: null });
  if (page.failed) wrong.push(`the page failed: ${page.failed.message}`);
  return wrong;
}

let gallery;
before(async () => { gallery = await openGallery(); });
after(() => gallery.close());

describe('the panel', () => {
  let page;
  before(async () => { page = await gallery.page({ viewport: PANEL }); });
  for (const [at, view] of panels().entries()) {
    test(view.name, async () => {
      await panel(page, view);
      assert.deepEqual(await look(page, at, PANEL), []);
    });
  }
});

describe('the card', () => {
  let page;
  before(async () => {
    page = await gallery.page({ viewport: WINDOW });
    await openCards(page);
  });
  for (const [at, card] of cards().entries()) {
    test(card.name, async () => {
      await showCard(page, card);
      assert.deepEqual(await look(page, at, WINDOW), []);
    });
  }
});

/**
 * Faults as they could come about, and what has to notice each. Of contrast axe tells nothing in the card (it calls it undetermined in
 * every window, why is not known); the card has the panel's colours, which is a test of its own.
 */
const FAULTS = [
  ['an unnamed button', (root) => root.querySelector('button').replaceChildren(), violations, /button-name/, { attributes: ['aria-label', 'title'] }],
  ['a pale text', (root) => root.querySelectorAll('p').forEach((one) => { one.style.color = '#bbb'; }), violations, /color-contrast/, { panelOnly: true }],
  ['a text that does not break', (root) => { root.querySelector('p').style.cssText = 'white-space: nowrap; width: 3000px'; }, cut, /cut off|px wide/],
  ['a small button', (root) => { root.querySelector('button').style.cssText = 'min-height: 0; height: 16px; padding: 0'; }, tooSmall, /is [\d.]+ by 16/],
];

describe('a planted fault is found', () => {
  for (const [place, show] of [
    ['in the panel', async (page) => panel(page, panels().find(({ name }) => name === 'journey-findings'))],
    ['in the card', async (page) => {
      await openCards(page);
      await showCard(page, cards().find(({ name }) => name === 'pointed'));
    }],
  ]) {
    for (const [fault, plant, find, expected, { attributes = [], panelOnly = false } = {}] of FAULTS) {
      if (panelOnly && place !== 'in the panel') continue;
      test(`${fault} ${place}`, async () => {
        const page = await gallery.page({ viewport: WINDOW });
        await show(page);
        await page.evaluate(([planting, names]) => {
          const host = [...document.querySelectorAll('*')].find(({ shadowRoot }) => shadowRoot);
          const root = host?.shadowRoot ?? document.querySelector('main');
          for (const name of names) root.querySelector('button').removeAttribute(name);
          globalThis.eval(planting)(root);
        }, [`(${plant})`, attributes]);
        assert.match((await find(page)).join('\n'), expected);
        await page.context().close();
      });
    }
  }
});

test('the panel and the card have the same colours', () => {
  const colours = (file) => {
    const css = readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
    return new Map([...css.matchAll(/(--[\w-]+): (light-dark\(.*\));/g)].map(([, name, value]) => [name, value]));
  };
  const [panels, overlay] = [colours('extension/panel.css'), colours('src/content/style/overlay.css')];
  for (const name of ['--accent', '--on-accent', '--good', '--warning', '--warning-soft', '--wrong', '--wrong-soft']) {
    assert.equal(panels.get(name), overlay.get(name), name);
  }
});
