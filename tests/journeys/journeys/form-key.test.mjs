import assert from 'node:assert/strict';
import { after } from 'node:test';
import { journey } from '../lib/journey.mjs';
import { extensionThatListens, heardBy } from '../lib/listener.mjs';
import { sessionsOf } from '../lib/overlay.mjs';
import { until } from '../lib/person.mjs';
import { planned } from '../lib/plan.mjs';
import { NETWORK, network, recordRequests } from '../lib/traffic.mjs';
import { say } from '../lib/words.mjs';

const { folder, forget } = extensionThatListens();
after(forget);

const FORM = '240001234567890';

/** The fixed beginning of a text. */
const beginning = (key) => say(key).replace(/\$\w+\$.*/, '').trim();

/** Enters a key as a person does, and waits for what is said of it. */
async function readWith(page, key, said) {
  const box = page.getByLabel(say('form_key_label'), { exact: true });
  await box.fill(key);
  await box.press('Enter');
  assert.equal(await box.inputValue(), '', 'the key does not stay in its box');
  await page.locator('#form-key [role=status]').getByText(beginning(said)).waitFor();
}

async function unfolded(person) {
  const page = await planned(person);
  await page.locator('#mapping > summary').click();
  await page.locator('#form-key > summary').click();
  return page;
}

async function enterForm(page, text) {
  await page.locator('details.fold > summary').first().click();
  const box = page.getByLabel(say('input_form'), { exact: true });
  await box.fill(text);
  await box.press('Tab');
}

journey('a key reads the form where nobody opens its builder, stands nowhere else, and what is wrong with it is said', { seed: 1, folder, onlyInChromium: NETWORK }, async ({ person, browser, simulator }) => {
  const { api_key: key } = await simulator.jotform();
  const sent = await recordRequests(browser);
  const page = await unfolded(person);
  await readWith(page, key, 'form_key_no_form');
  await enterForm(page, FORM);
  await readWith(page, 'a-wrong-key', 'form_key_refused');
  assert.equal(await page.locator('#mapping li.field').count(), 0);
  await page.locator('#mapping').screenshot({ path: '../../target/journeys/form-key.png' });
  const box = page.getByLabel(say('form_key_label'), { exact: true });
  await box.fill(key);
  await box.press('Enter');
  await until(async () => await page.locator('#mapping li.field').count() === 6, () => person.panel.text());
  assert.equal(await page.locator('#form-key .notice').count(), 0, 'the trouble is over');
  assert.equal(await page.locator('#mapping').getByLabel('Phone Number', { exact: true }).inputValue(), 'Phone');

  const carries = sent.filter((request) => JSON.stringify(request).includes(key));
  assert.deepEqual(carries.map(({ url }) => url), [`https://api.jotform.com/form/${FORM}/questions`]);
  assert.ok(!carries[0].url.includes(key) && !carries[0].postData, 'in a header alone');
  const heard = await heardBy(browser);
  const messages = heard.filter(({ kind, text }) => kind === 'message' && text.includes(key));
  assert.equal(messages.length, 2, 'from the panel to the background, once for each time it was entered');
  const kept = await browser.inExtension(async () => JSON.stringify(await Promise.all([chrome.storage.local, chrome.storage.session, chrome.storage.sync].map((area) => area.get(null)))));
  const places = { kept, heard: heard.filter(({ kind }) => kind !== 'message').map(({ text }) => text).join() };
  assert.ok(kept.length > 100 && places.heard.length > 100, 'something was looked through');
  await person.panel.button('report_write').click();
  await page.locator('#report a[download]').first().waitFor();
  places.files = decodeURIComponent((await page.locator('a[download]').evaluateAll((links) => links.map(({ href }) => href))).join());
  for (const one of browser.context.pages().filter((tab) => /^(https|chrome-extension):/.test(tab.url()))) {
    for (const { client } of await sessionsOf(one)) places[one.url()] = JSON.stringify(await client.send('DOM.getDocument', { depth: -1, pierce: true }));
  }
  for (const [place, text] of Object.entries(places)) assert.ok(!text.includes(key), place);
});

journey("what Jotform answers to a key that is of no use here is said, and none of it ends in another's form", { seed: 1, onlyInChromium: NETWORK }, async ({ person, browser, simulator }) => {
  const { api_key: key } = await simulator.jotform();
  const page = await unfolded(person);
  await enterForm(page, FORM);
  for (const [other, said] of [
    ['key-of-another-account', 'form_key_rights'],
    ['key-of-a-spent-account', 'form_key_limit'],
    ['key-of-an-eu-account', 'form_key_eu'],
    ['key-of-a-hipaa-account', 'form_key_hipaa'],
  ]) {
    await readWith(page, other, said);
    assert.equal(await page.locator('#mapping li.field').count(), 0, other);
  }
  const connect = await network(browser);
  await connect(false);
  await readWith(page, key, 'form_key_no_answer');
  assert.equal(await page.locator('#mapping li.field').count(), 0, 'without a network');
  await connect(true);
  await page.getByLabel(say('form_key_label'), { exact: true }).fill(key);
  await page.keyboard.press('Enter');
  await until(async () => await page.locator('#mapping li.field').count() === 6, () => person.panel.text());
  assert.equal(await page.locator('#form-key .notice').count(), 0, 'the trouble is over');
});
