import assert from 'node:assert/strict';
import { assertSetUp } from '../lib/assert.mjs';
import { journey } from '../lib/journey.mjs';

journey("on the pages' own evidence, without a look into the org", { seed: 1, allowsChecks: false }, async ({ person, browser, simulator }) => {
  await person.begin();
  await person.follow({ stop: (step) => step === 'verify_email' });
  await assertSetUp(simulator);
  assert.deepEqual(await simulator.requests(), [], 'the org was asked nothing');
  const { permissions } = await browser.inExtension(() => chrome.permissions.getAll());
  assert.ok(!permissions.includes('cookies'), `permissions: ${permissions}`);
});
