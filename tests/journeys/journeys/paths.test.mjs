// How many actions the job takes. The aim is at most 60 % of those by hand for the guided walk, and at most 40 % with the plan
// applied; neither is reached yet, so that only their order is asserted here. `./build.sh demo --paths` shows where they go.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { table, total, walked } from '../lib/paths.mjs';

const paths = {};

for (const [which, name] of [
  ['byHand', 'by hand, as the article says'], ['guided', 'guided by the card'], ['applied', 'guided, with the plan applied'],
]) {
  test(`the same job ${name}: the same end`, async () => {
    paths[which] = await walked(which);
  });
}

test('the guide takes fewer actions than the article by hand, and fewer still with the plan applied', () => {
  const told = table(paths, { steps: true });
  assert.equal(total(paths.byHand), 75, `nobody does more by hand than is needed\n${told}`);
  assert.ok(total(paths.guided) < total(paths.byHand), told);
  assert.ok(total(paths.applied) < total(paths.guided), told);
});
