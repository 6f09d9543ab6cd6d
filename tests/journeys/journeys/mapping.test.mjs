import assert from 'node:assert/strict';
import { journey } from '../lib/journey.mjs';
import { outside } from '../lib/outside.mjs';
import { until } from '../lib/person.mjs';
import { planned, read } from '../lib/plan.mjs';
import { say } from '../lib/words.mjs';

const FORM = 'https://www.jotform.com/build/240001234567890';

/** Unfolds what goes where. */
async function unfolded(page) {
  await page.locator('#mapping > summary').click();
  return page.locator('#mapping');
}

/** What stands at a question: its field, why, what is wrong, and what would fit. */
const rowOf = (box, label) => box.getByLabel(label, { exact: true }).locator('xpath=ancestor::li[1]');

/** The administrator opens the form in the builder, and comes back to the panel. */
async function openForm(person, panel) {
  await person.page.bringToFront();
  await person.page.goto(FORM);
  await until(async () => !(await outside(person, person.page)) && person.page.url().startsWith(FORM), 'the form in the builder');
  await panel.bringToFront();
}

journey('each question shows its field and why, and another choice changes the check, the plan and the list', { seed: 1 }, async ({ person }) => {
  const page = await planned(person);
  const box = await unfolded(page);
  await box.getByText(say('mapping_no_form'), { exact: true }).waitFor();
  await openForm(person, page);

  const phone = rowOf(box, 'Phone Number');
  await phone.getByText(say('mapping_why_usual'), { exact: true }).waitFor();
  const select = phone.getByRole('combobox');
  assert.equal(await select.inputValue(), 'Phone');
  await rowOf(box, 'Email').getByText(say('mapping_why_name'), { exact: true }).waitFor();
  assert.equal(await rowOf(box, `Full Name – ${say('mapping_part_last')}`).getByRole('combobox').inputValue(), 'LastName');
  assert.equal(await box.locator('li.field').count(), 6);
  const lines = () => page.locator('#plan .write').allInnerTexts();
  const grants = async (field) => (await lines()).some((line) => line.includes(`Lead.${field}`));
  assert.ok(await grants('Phone') && !await grants('MobilePhone'), `${await lines()}`);

  // By the keyboard: the letters of a field's name choose it.
  await select.focus();
  await page.keyboard.type('Mobile');
  await phone.getByText(say('mapping_why_chosen'), { exact: true }).waitFor();
  assert.equal(await select.inputValue(), 'MobilePhone');
  assert.ok(await select.evaluate((element) => element === document.activeElement), 'the list stays where it was');
  await until(async () => await grants('MobilePhone') && !await grants('Phone'), lines);

  await rowOf(box, 'Email').getByRole('combobox').selectOption('NumberOfEmployees');
  await rowOf(box, 'Email').locator('.notice.warning').filter({ hasText: say('cause_type_conflict') }).waitFor();
  await until(async () => (await read(person.panel)).includes(say('cause_type_conflict')), () => person.panel.text());
  await rowOf(box, 'Company').getByRole('combobox').selectOption('');
  await box.getByText(say('mapping_lacking'), { exact: true }).waitFor();
  assert.deepEqual(await box.locator('.lacking').allInnerTexts(), ['Company']);
  await box.screenshot({ path: '../../target/journeys/mapping.png' });

  const back = page.getByRole('button', { name: say('mapping_take_back'), exact: true });
  for (const left of [2, 1, 0]) {
    await back.click();
    await until(async () => (await back.count() > 0) === (left > 0), 'the change to be taken back');
  }
  await until(async () => await grants('Phone') && !await grants('MobilePhone'), lines);
  assert.equal(await select.inputValue(), 'Phone');
  assert.equal(await box.locator('.notice.warning').count(), 0);
});
