import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { journey } from '../lib/journey.mjs';
import { PEOPLE, until } from '../lib/person.mjs';
import { administered, canAdminister } from '../lib/policy.mjs';
import { say } from '../lib/words.mjs';

/** A journey under a policy. */
function under(policy, name, body) {
  if (!canAdminister) {
    test(name, { skip: 'Chromium reads policies where only root writes' }, () => {});
    return;
  }
  const { folder, forget } = administered(policy);
  after(forget);
  journey(name, { seed: 1, folder, onlyInChromium: 'the policy is written as Chromium reads it' }, body);
}

under({ allowed_orgs: ['other.my.salesforce.com'] }, 'in an org that is not allowed the panel says so and offers no start', async ({ person, simulator }) => {
  await person.arrive();
  await person.openPanel();
  await until(async () => (await person.panel.text()).includes(say('explained_org_not_allowed')), () => person.panel.text());
  assert.equal(await person.panel.button('panel_start').count(), 0);
  assert.deepEqual(await person.glance().then((scenes) => scenes.filter(({ step }) => step)), [], 'no card');
  assert.equal((await simulator.org()).PermissionSet.some(({ Name }) => Name.startsWith('Jotform')), false);
});

const proposes = {
  allowed_orgs: ['acme.my.salesforce.com'],
  naming: { permission_set_label: 'INT {object}' },
  apply: false,
};

under(proposes, 'names are proposed as the policy says, and what is found wrong is not offered to be written', async ({ person }) => {
  await person.begin();
  const { page } = person.panel;
  await page.getByText(say('panel_further_inputs'), { exact: true }).click();
  const label = page.getByLabel(say('input_permission_set_label'), { exact: true });
  // The browser tells its policy some seconds after the extension came.
  await until(async () => await label.inputValue() === 'INT Lead', async () => `the policy's name, not ${await label.inputValue()}`);
  await person.panel.enterDetails({ input_email: PEOPLE.integration.email });
  await person.follow({ stop: (step) => step === 'open_permission_sets' });
  await until(async () => (await person.panel.text()).includes(say('checked_now')), () => person.panel.text());
  assert.equal(await page.locator('#plan').isVisible(), false, 'no plan');
});
