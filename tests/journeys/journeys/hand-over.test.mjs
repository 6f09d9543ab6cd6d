import assert from 'node:assert/strict';
import { journey, openBrowser } from '../lib/journey.mjs';
import { outside } from '../lib/outside.mjs';
import { Panel } from '../lib/panel.mjs';
import { Person, until } from '../lib/person.mjs';
import { say } from '../lib/words.mjs';

const EXISTING = 'jotform.integration@acme.example';
const FORM = '240001234567890';
const FORMS = 'https://www.jotform.com/myforms/';

/** The file that a panel would save. */
async function saved(panel) {
  await panel.page.bringToFront();
  const link = await panel.page.locator('#hand-over a[download]').getAttribute('href');
  return decodeURIComponent(link.slice(link.indexOf(',') + 1));
}

async function open(panel, file) {
  await panel.page.bringToFront();
  const chosen = { name: 'waymark-hand-over.json', mimeType: 'application/json', buffer: Buffer.from(file) };
  await panel.page.getByLabel(say('hand_over_open'), { exact: true }).setInputFiles(chosen);
}

/** Unfolds what goes where, and answers the list beside the question for a telephone number. */
async function phone(panel) {
  await panel.page.bringToFront();
  await panel.page.locator('#mapping').evaluate((box) => { box.open = true; });
  const list = panel.page.locator('#mapping').getByLabel('Phone Number', { exact: true });
  await list.waitFor();
  return list;
}

/** The form builder's own browser: signed in to Jotform alone, with the panel beside the list of forms. */
async function builder(browser, simulator) {
  const person = new Person({ browser, simulator });
  person.page = await browser.context.newPage();
  await person.page.goto(FORMS);
  await until(async () => !(await outside(person, person.page)) && person.page.url().startsWith(FORMS), 'the list of forms');
  person.panel = await Panel.open(browser, person.page);
  await person.panel.start();
  return person;
}

/** How many steps the panel says are done. */
const done = async (panel) => Number.parseInt(await panel.page.locator('.steps-head .steps-count').innerText(), 10);

journey("a form builder goes on from the administrator's file, and the administrator from theirs", { seed: 1, example: 'set-up' }, async ({ person, simulator }) => {
  const { api_key: key } = await simulator.jotform();
  await person.begin();
  const { panel } = person;
  await panel.enterDetails({ input_email: EXISTING, input_form: FORM, input_username: EXISTING });
  await panel.decideChecks(true);
  await person.follow({ stop: (step) => step === 'open_builder' });
  await panel.page.locator('#mapping > summary').click();
  await panel.page.locator('#form-key > summary').click();
  await panel.page.getByLabel(say('form_key_label'), { exact: true }).fill(key);
  await panel.page.keyboard.press('Enter');
  await (await phone(panel)).selectOption('');
  await until(async () => (await saved(panel)).includes('"5":""'), 'the choice in the file');
  const file = await saved(panel);
  for (const secret of [key, '00D', '005', 'sid']) assert.ok(!file.includes(secret), `${secret} in ${file}`);

  const other = await openBrowser(simulator, { privateWindows: false });
  try {
    const theirs = await builder(other, simulator);
    await open(theirs.panel, file);
    assert.equal(await (await phone(theirs.panel)).locator('xpath=ancestor::li[1]').getByText(say('mapping_why_chosen'), { exact: true }).count(), 1);
    assert.ok((await theirs.panel.text()).includes('Acme'), 'of the same org');
    await theirs.follow({ stop: (step) => step === 'choose_salesforce' });
    assert.deepEqual(theirs.steps, ['open_builder', 'open_form_settings', 'open_integrations', 'search_salesforce', 'choose_salesforce']);
    const before = await done(panel);
    await open(panel, await saved(theirs.panel));
    await until(async () => await done(panel) === before + 4, async () => `four steps more than ${before}: ${await panel.text()}`);
    assert.equal(await (await phone(panel)).inputValue(), '');
  } finally {
    await other.close();
  }
});
