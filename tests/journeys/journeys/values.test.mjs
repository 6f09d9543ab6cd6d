import assert from 'node:assert/strict';
import { lookAtForm } from '../lib/form.mjs';
import { journey } from '../lib/journey.mjs';
import { submitForm } from '../lib/outside.mjs';
import { until } from '../lib/person.mjs';
import { say } from '../lib/words.mjs';

const EXISTING = 'jotform.integration@acme.example';
const FORM = '240001234567890';
/** Where a person enters what the card proposes, by the form's own words. */
const BOXES = {
  'First Name': 'q3_fullName[first]', 'Last Name': 'q3_fullName[last]', Email: 'q4_email', Company: 'q6_company', Message: 'q7_message',
};
const [BEFORE, AFTER] = say('notice_test_values').split('$values$');

/** What the card proposes to enter, by the names of the form's boxes. */
function proposed({ notices }) {
  const notice = notices.find((text) => text.startsWith(BEFORE));
  const lines = notice?.slice(BEFORE.length, -AFTER.length).split('; ') ?? [];
  return Object.fromEntries(lines.map((line) => line.split(': ')).map(([label, value]) => [BOXES[label], value]));
}

journey('what a flow changes in the test record is told once the person has said what was sent', { seed: 1, example: 'changed' }, async ({ person, simulator }) => {
  await person.begin();
  const { panel } = person;
  await panel.enterDetails({ input_email: EXISTING, input_form: FORM, input_username: EXISTING });
  await panel.decideChecks(true);
  await lookAtForm(person, FORM);
  const lookAgain = () => panel.lookAt(say('step_test_submission_what').split('$')[0].trim());
  await lookAgain();
  const scene = async () => (await person.glance()).find(({ step }) => step === 'test_submission');
  // Folded or not.
  const says = async (key) => (await panel.page.locator('body').textContent()).includes(say(key));
  /** The step's card once it stands still: what still moves is not pressed. */
  const still = async () => {
    const before = await scene();
    const now = await scene();
    return now && JSON.stringify(before?.card) === JSON.stringify(now.card) && now;
  };
  const press = async (key) => {
    await person.page.bringToFront();
    const { card, page } = await until(still, () => person.describe());
    const { box } = card.buttons.find(({ name }) => name === say(key));
    await person.clickAt(page, box);
  };

  const { card } = await until(scene, () => person.describe());
  const answers = proposed(card);
  assert.deepEqual(Object.keys(answers).sort(), Object.values(BOXES).sort(), `a value for each text: ${card.notices}`);
  await submitForm(person, await person.browser.context.newPage(), FORM, answers);
  const [lead] = await until(async () => (await simulator.org()).Lead, 'the lead');
  assert.equal(lead.Company, 'Unknown', 'the flow has changed it');

  await press('button_check_now');
  await until(async () => !await scene(), 'the guide to go on, since the record was found');
  assert.ok(!await says('cause_value_changed'), 'nobody has said yet what was sent');
  await lookAgain();
  await press('button_sent_so');
  await until(() => says('cause_value_changed'), () => panel.text());
});
