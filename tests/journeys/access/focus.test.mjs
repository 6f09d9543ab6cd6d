// Where the focus goes in the panel when what had it is gone, by keyboard alone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openGallery } from './gallery.mjs';
import { panel, panels } from './views.mjs';

const PANEL = { width: 400, height: 800 };
let gallery;
let page;
before(async () => {
  gallery = await openGallery();
  page = await gallery.page({ viewport: PANEL });
});
after(() => gallery.close());

const view = (name) => panels().find((one) => one.name === name);
/** What has the focus: its text, and whether it is in this place. */
const focused = (selector) => page.evaluate((place) => {
  const { activeElement: at } = document;
  return { at: `${at.localName}.${at.className}`, text: at.textContent.slice(0, 60), within: Boolean(at.closest(place)) };
}, selector);

async function press(selector) {
  const before = await page.locator('#panel').innerHTML();
  await page.locator(selector).focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction((was) => document.querySelector('#panel').innerHTML !== was, before);
}

test('asking back takes the focus, and gives it back', async () => {
  await panel(page, view('journey-findings'));
  const { text } = await page.locator('.restart button').evaluate(({ textContent }) => ({ text: textContent }));
  await press('.restart button');
  assert.match((await focused('.restart')).at, /confirm/, 'the question');
  await press('.restart .button.quiet');
  assert.equal((await focused('.restart')).text, text);
});

for (const [name, place] of [['report', '#report'], ['facts', '#facts']]) {
  test(`what comes in place of a button has the focus: ${name}`, async () => {
    await panel(page, view('journey-findings'));
    await press(`${place} button`);
    const now = await focused(place);
    assert.ok(now.within, JSON.stringify(now));
  });
}

test('another face has the focus as a whole', async () => {
  await panel(page, view('ready'));
  const { view: told } = view('journey-inputs');
  page.told = { view: told, answers: [] };
  await press('main .button.primary');
  assert.match((await focused('main')).at, /^main/);
});

test('a decision is followed by what it brings', async () => {
  await panel(page, view('journey-checks-to-decide'));
  page.told = { view: view('journey-checking').view, answers: [] };
  await press('.decision .button.primary');
  assert.ok((await focused('main')).within);
});
