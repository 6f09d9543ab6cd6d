import assert from 'node:assert/strict';
import { integrationSet, integrationUser, row } from '../lib/assert.mjs';
import { journey } from '../lib/journey.mjs';

/** By which fields the record is found may be for the person to tick: here it is not asked. */
const world = { seed: 1, details: { input_action: 'find' }, vary: { 'jotform.match_fields': 'fixed', 'jotform.action_control': 'buttons', 'jotform.object_control': 'buttons' } };

journey('a form that only finds records, with a set that may only read', world, async ({ person, simulator }) => {
  await person.begin();
  await person.follow();
  const org = await simulator.org();
  const user = integrationUser(org);
  const set = integrationSet(org, user);
  const granted = row(org, 'ObjectPermissions', { ParentId: set.Id, SobjectType: 'Lead' });
  assert.deepEqual([granted.PermissionsRead, granted.PermissionsCreate, granted.PermissionsEdit], [true, false, false]);
  const fields = org.FieldPermissions.filter(({ ParentId }) => ParentId === set.Id);
  assert.ok(fields.length && fields.every(({ PermissionsRead, PermissionsEdit }) => PermissionsRead && !PermissionsEdit), JSON.stringify(fields));
  const { forms } = await simulator.jotform();
  assert.equal(forms[0].integrations.at(-1)?.action, 'find', 'what Jotform does with a submission');
  assert.equal((org.Lead ?? []).length, 0, 'no record was made');
});
