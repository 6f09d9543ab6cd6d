import assert from 'node:assert/strict';
import { assertSetUp } from '../lib/assert.mjs';
import { KEYS, journey } from '../lib/journey.mjs';
import { until } from '../lib/person.mjs';
import { say } from '../lib/words.mjs';

const LOOK_ALIKE = 'Salesforce Integration';

/** The frame and select whose options hold the look-alike. */
async function licences(page) {
  for (const frame of page.frames()) {
    const select = frame.locator('select', { has: frame.locator('option', { hasText: new RegExp(`^${LOOK_ALIKE}$`) }) }).first();
    if (await select.count().catch(() => 0)) return select;
  }
  return null;
}

journey('the look-alike licence, chosen on purpose, is caught and mended', { seed: 1, onlyInChromium: KEYS }, async ({ person, simulator }) => {
  await person.begin();
  const { page } = await person.follow({ stop: (step) => step === 'save_permission_set' });
  const select = await until(() => licences(page), 'the licences');
  await select.focus();
  await page.keyboard.type(LOOK_ALIKE);
  await page.keyboard.press('Tab');
  const choice = await select.evaluate((one) => one.selectedOptions[0].textContent.trim());
  assert.equal(choice, LOOK_ALIKE, 'chosen with the keyboard');
  const shown = await until(async () => (await person.glance()).find(({ card }) => card.fields.some(({ state }) => state === 'differs')),
    () => person.describe());
  assert.match(shown.card.fields.find(({ state }) => state === 'differs').text, new RegExp(LOOK_ALIKE), 'the card shows what was chosen');

  await pressSave(page);
  await until(async () => (await simulator.org()).PermissionSet.some(({ IsCustom }) => IsCustom), 'the saved permission set');
  await until(async () => (await person.panel.text()).includes(say('cause_permission_set_look_alike_licence')), () => person.panel.text());

  await person.follow({ stop: (step) => step === 'verify_email' });
  await assertSetUp(simulator);
});

async function pressSave(page) {
  for (const frame of page.frames()) {
    const save = frame.locator('input[type=submit][value=Save], input[type=button][value=Save], button:text-is("Save")').first();
    if (await save.isVisible().catch(() => false)) return save.click();
  }
  throw new Error('there is no Save');
}
