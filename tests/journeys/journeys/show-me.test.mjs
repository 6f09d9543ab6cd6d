import assert from 'node:assert/strict';
import { KEYS, journey } from '../lib/journey.mjs';
import { until } from '../lib/person.mjs';
import { disguiseLead } from '../lib/unknown.mjs';
import { say } from '../lib/words.mjs';

/** What a press is made of, as a page would notice it on one of its controls. */
const PRESSES = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick', 'keydown', 'keyup'];

/** Notes on the document of every frame what reaches its controls. */
function noteEvents(kinds) {
  globalThis.noticed = [];
  for (const kind of kinds) {
    document.addEventListener(kind, (event) => {
      const control = event.target.closest?.('a, button, input, select');
      if (control) globalThis.noticed.push(`${kind} ${control.id}`);
    }, true);
  }
}

async function noticed(page) {
  const all = await Promise.all(page.frames().map((frame) => frame.evaluate(() => globalThis.noticed ?? []).catch(() => [])));
  return all.flat();
}

/** The one overlay with a card in which this button stands. */
async function offering(person, name) {
  const scenes = await person.glance();
  const scene = scenes.find(({ card }) => card.buttons.some((button) => button.name === name));
  return scene && { ...scene, button: scene.card.buttons.find((button) => button.name === name) };
}

/** Where the control is that the test knows and the guide does not. */
async function placeOf(page, selector) {
  return until(async () => {
    for (const frame of page.frames()) {
      const found = frame.locator(selector).first();
      if (await found.count()) return found.boundingBox();
    }
    return null;
  }, selector);
}

const distance = (one, other) => Math.hypot(one.x + one.width / 2 - other.x - other.width / 2, one.y + one.height / 2 - other.y - other.height / 2);
const isAt = (box, place) => box && distance(box, place) < 4;

const CONTROL = 'a[href$="s=EntityPermissions&o=%4Cead"]';

journey('a control that the guide does not know is shown once and known from then on', { seed: 1, vary: { 'setup.language': 'qps' }, onlyInChromium: KEYS }, async ({ person }) => {
  await person.begin();
  await disguiseLead(person.browser);
  await person.follow({ stop: (step) => step === 'open_object' });
  const askFor = async () => {
    const { page, button } = await until(() => offering(person, say('button_show_me')), () => person.describe());
    await person.clickAt(page, button.box);
    await until(() => offering(person, say('button_cancel')), () => person.describe());
    return page;
  };
  const pointedAt = async (page) => until(async () => {
    const [place, scenes] = [await placeOf(page, CONTROL), await person.glance()];
    return scenes.find(({ spotlight }) => isAt(spotlight, place));
  }, () => person.describe());

  const page = await askFor();
  await page.keyboard.press('Escape');
  await askFor();
  for (const frame of page.frames()) await frame.evaluate(noteEvents, PRESSES);
  const address = page.url();
  const control = await placeOf(page, CONTROL);
  await page.mouse.move(control.x + 8, control.y + 8);
  await until(async () => (await person.glance()).some(({ mark }) => isAt(mark, control)), 'the control under the pointer outlined');
  await page.mouse.dblclick(control.x + 8, control.y + 8);
  await pointedAt(page);
  assert.deepEqual(await noticed(page), [], 'the page has not noticed the press');
  assert.equal(page.url(), address);

  await page.reload();
  await pointedAt(page);

  await person.panel.page.bringToFront();
  assert.match(await person.panel.text(), new RegExp(say('panel_lessons')));
  await person.panel.page.getByRole('button', { name: new RegExp(`^${say('panel_forget')}`) }).click();
  await page.bringToFront();
  await askFor();
  const marked = async () => (await person.glance()).find(({ mark }) => isAt(mark, control));
  for (let presses = 0; !await marked(); presses += 1) {
    assert.ok(presses < 100, 'the control is reached by the keyboard');
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  const { spotlight } = await pointedAt(page);
  await person.clickAt(page, spotlight);
  await person.follow({ stop: (step) => step === 'edit_access' });
});
