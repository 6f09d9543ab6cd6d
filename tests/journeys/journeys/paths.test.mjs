// How many actions the job takes: with the card at most 60 % of those by hand, and with the plan applied at most 40 %. Whoever counts
// them asks Waymark to go ahead by itself. `./build.sh demo --paths` shows where they go.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saved, table, total, walked } from '../lib/paths.mjs';

const paths = {};

for (const [which, name] of [
  ['byHand', 'by hand, as the article says'], ['guided', 'guided by the card'], ['applied', 'guided, with the plan applied'],
]) {
  test(`the same job ${name}: the same end`, async () => {
    paths[which] = await walked(which);
  });
}

test('the guide takes at least 40 % fewer actions than the article by hand, and at least 60 % fewer with the plan applied', () => {
  const told = table(paths, { steps: true });
  assert.equal(total(paths.byHand), 75, `nobody does more by hand than is needed\n${told}`);
  assert.ok(saved(paths.byHand, paths.guided) >= 40, told);
  assert.ok(saved(paths.byHand, paths.applied) >= 60, told);
});
