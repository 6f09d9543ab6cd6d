import assert from 'node:assert/strict';
import { assertFinalState } from '../lib/assert.mjs';
import { journey } from '../lib/journey.mjs';
import { say } from '../lib/words.mjs';

/** Where private windows are not allowed, everybody signs in here, one after the other. */
const world = { seed: 1, privateWindows: false };

journey('in the same window where private ones are not allowed, with the administrator back afterwards', world, async ({ person, simulator }) => {
  await person.begin();
  const { card } = await person.follow({ stop: (step) => step === 'verify_email' });
  assert.ok(card.notices.includes(say('notice_private_blocked')), `the card says how to allow it: ${card.notices}`);
  assert.ok(!card.buttons.some(({ name }) => name === say('button_open_private')), 'no button that could not work');
  await person.follow();
  await assertFinalState(simulator);
  assert.ok(person.steps.includes('administrator_again'), `the administrator signed in again: ${person.steps}`);
});
