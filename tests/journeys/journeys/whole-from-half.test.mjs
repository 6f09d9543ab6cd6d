import assert from 'node:assert/strict';
import { journey, walk } from '../lib/journey.mjs';
import { PEOPLE } from '../lib/person.mjs';

/** The user who is there already, and was never verified. */
const EXISTING = 'jotform.integration@acme.example';

const people = { ...PEOPLE, integration: { ...PEOPLE.integration, username: EXISTING } };
const world = { seed: 4, start: 'lightning', example: 'half', people, details: { input_username: EXISTING } };

journey('from an org where half is done', world, async ({ person, simulator }) => {
  const before = await simulator.org();
  const { org, user } = await walk(person);
  assert.equal(user.Username, EXISTING);
  assert.equal(org.PermissionSet.length, before.PermissionSet.length, 'no second permission set');
  assert.equal(org.User.length, before.User.length, 'no second user');
  for (const step of ['fill_permission_set', 'fill_user']) assert.ok(!person.steps.includes(step), `${step} was true already`);
});
