import assert from 'node:assert/strict';
import { assertSetUp } from '../lib/assert.mjs';
import { journey } from '../lib/journey.mjs';
import { followMail } from '../lib/outside.mjs';
import { until } from '../lib/person.mjs';
import { say } from '../lib/words.mjs';

/** Follows the welcome mail's link right here, which puts the new user's session in the place of the administrator's. */
async function verifyHere(person, { page }) {
  await followMail(person, page);
  return true;
}

const world = { seed: 1, privateWindows: false, habits: { verify_email: verifyHere } };

journey("the administrator's session, replaced in the same window, is noticed and brought back", world, async ({ person, simulator }) => {
  await person.begin();
  const { card } = await person.follow({ stop: (step) => step === 'verify_email' });
  assert.ok(card.notices.some((notice) => notice === say('notice_private_blocked')), `how to allow it: ${card.notices}`);
  assert.ok(!card.buttons.some(({ name }) => name === say('button_open_private')), 'no button that could not work');
  await person.follow({ stop: (step) => step === 'administrator_again' });
  await until(async () => (await person.panel.text()).includes(say('cause_session_is_integration_user')), () => person.panel.text());
  await person.follow({ stop: (step) => step === 'open_builder' });
  await assertSetUp(simulator);
  await until(async () => !(await person.panel.text()).includes(say('cause_session_is_integration_user')), () => person.panel.text());
});
