import assert from 'node:assert/strict';
import { journey, walk } from '../lib/journey.mjs';

journey('from an org where half is done', { seed: 4, start: 'lightning', example: 'half' }, async ({ person, simulator }) => {
  const before = await simulator.org();
  const { org } = await walk(person);
  assert.equal(org.PermissionSet.length, before.PermissionSet.length, 'no second permission set');
  assert.equal(org.User.length, before.User.length, 'no second user');
});
