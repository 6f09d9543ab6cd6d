import assert from 'node:assert/strict';
import { journey } from '../lib/journey.mjs';
import { outside } from '../lib/outside.mjs';
import { until } from '../lib/person.mjs';
import { say } from '../lib/words.mjs';

const EXISTING = 'jotform.integration@acme.example';
const PROFILE = 'User Detail: Profile';

journey("where the org refuses to be asked, the user's own page shows user, profile and assignment", { seed: 1, example: 'set-up' }, async ({ person, simulator }) => {
  await simulator.fault({ kind: 'api_disabled_for_org' });
  const user = (await simulator.org()).User.find(({ Username }) => Username === EXISTING);
  await person.begin();
  const { panel } = person;
  await panel.enterDetails({ input_email: user.Email, input_username: EXISTING, input_permission_set_label: 'Jotform Integration' });
  await panel.decideChecks(true);
  const check = panel.page.getByRole('button', { name: say('button_check_now'), exact: true }).first();
  // Folded or not.
  const told = () => panel.page.locator('body').textContent();
  await until(() => check.isEnabled(), 'the first check to end');
  assert.ok(!(await told()).includes(PROFILE), 'no page has shown it yet');

  await panel.lookAt(say('step_open_edit_assignments_what').split('$').at(-1).replace('”', '').trim());
  const { page } = person;
  await page.bringToFront();
  const address = encodeURIComponent(`/${user.Id.slice(0, 15)}?noredirect=1&isUserEntityOverride=1`);
  await page.goto(page.url().replace(/\/lightning\/.*/, `/lightning/setup/ManageUsers/page?address=${address}`));
  await until(async () => !(await outside(person, page)) && (await person.glance()).some(({ step, spotlight }) => step === 'open_edit_assignments' && spotlight), () => person.describe());
  await panel.page.bringToFront();
  await check.click();
  await until(async () => (await told()).includes(PROFILE), async () => panel.text());
  for (const source of ['User Detail: Email', 'Permission Set Assignments']) assert.ok((await told()).includes(source), source);
  await panel.page.screenshot({ path: '../../target/journeys/user-page.png', fullPage: true });
});
