import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { journey } from '../lib/journey.mjs';
import { overlays } from '../lib/overlay.mjs';
import { until } from '../lib/person.mjs';
import { say, sayIn } from '../lib/words.mjs';

const label = (page) => page.getByLabel(say('input_permission_set_label'), { exact: true });

/** Types into a field in the place of what it holds, and leaves it. */
async function enter(field, text) {
  await field.press('Control+a');
  await (text ? field.pressSequentially(text) : field.press('Delete'));
  await field.press('Tab');
}

journey('settings: names for what is made, the language, and everything that is kept', { seed: 1, allowsChecks: false }, async ({ person, browser }) => {
  await person.arrive();
  const icon = () => browser.inExtension(async () => {
    const [tab] = (await chrome.tabs.query({})).filter(({ url }) => url?.includes('force.com'));
    return { badge: await chrome.action.getBadgeText({ tabId: tab.id }), title: await chrome.action.getTitle({ tabId: tab.id }) };
  });
  const says = (title) => until(async () => (await icon()).title === title, async () => `“${title}” on the icon, which says ${JSON.stringify(await icon())}`);
  await says(say('toolbar_begins').replace('$guide$', say('guide_name')));
  await person.openPanel();
  const { page } = person.panel;

  await person.panel.button('settings_title').click();
  const name = page.locator('#default-permission_set_label');
  await enter(name, 'Jotform {object}');
  const alias = page.locator('#default-alias');
  await enter(alias, 'much too long');
  await page.locator('#default-alias-error').waitFor();
  await enter(alias, '');
  await page.locator('#default-alias-error').waitFor({ state: 'detached' });
  await person.panel.button('settings_back').click();
  await person.panel.start();
  await person.panel.page.getByText(say('panel_further_inputs'), { exact: true }).click();
  assert.equal(await label(page).inputValue(), 'Jotform Lead');

  const { page: guided } = await person.follow({ stop: (step) => step === 'open_permission_sets' });
  const card = async () => (await overlays(guided)).map(({ card: shown }) => shown?.what).join();
  const english = await card();
  await page.bringToFront();
  await person.panel.button('settings_title').click();
  await page.locator('#language').selectOption('de');
  await page.locator('html[lang=de]').waitFor();
  assert.ok(await page.getByRole('heading', { name: sayIn('de', 'settings_title'), exact: true }).isVisible(), 'the settings again, in German');
  await until(async () => ![english, ''].includes(await card()), async () => `the card in German; it says ${await card()}`);
  assert.match(await card(), /„Permission Sets“/, 'the German card has the word of the English page');
  await says(sayIn('de', 'toolbar_next').replace('$what$', await card()));

  await page.locator('#language').selectOption('ar');
  await page.locator('html[lang=ar][dir=rtl]').waitFor();
  await page.locator('#language').selectOption('');
  await page.locator('html[lang=en][dir=ltr]').waitFor();

  await person.panel.button('settings_data_make').click();
  const download = page.waitForEvent('download');
  await page.getByText(say('settings_data_save'), { exact: true }).click();
  const data = JSON.parse(await readFile(await (await download).path(), 'utf8'));
  assert.equal(data.kind, 'waymark data 1');
  assert.equal(data.defaults.permission_set_label, 'Jotform {object}');
  assert.ok(data.journeys.some(({ journey: { host } }) => host.startsWith('acme')), JSON.stringify(data));

  await person.panel.button('settings_forget').click();
  await person.panel.button('settings_forget_yes').click();
  await page.getByText(say('settings_forgotten'), { exact: true }).waitFor();
  await until(async () => await card() === '', 'the card to go');
  await until(async () => await name.inputValue() === '', 'the name to be the proposed one again');
  assert.deepEqual(await page.evaluate(() => chrome.storage.local.get(null)), {});
});
