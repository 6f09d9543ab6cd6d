import assert from 'node:assert/strict';
import { assertSetUp } from '../lib/assert.mjs';
import { journey } from '../lib/journey.mjs';
import { PEOPLE, until } from '../lib/person.mjs';
import { confirm, planned, read, words } from '../lib/plan.mjs';

const LICENCE = 'SalesforceAPIIntegrationPsl';
const PROFILE = 'Minimum Access - API Only Integrations';

for (const { what, change, left } of [
  {
    what: 'a colleague makes the permission set',
    change: (simulator, { PermissionSetLicense }) => simulator.operate('create', {
      object: 'PermissionSet',
      fields: { Name: 'Jotform_Integration', Label: 'Jotform Integration', LicenseId: PermissionSetLicense.find(({ DeveloperName }) => DeveloperName === LICENCE).Id },
    }),
    left: (lines) => !lines.some((line) => line.startsWith(words('plan_set'))) && lines.some((line) => line.includes('Lead.Email')),
  },
  {
    what: 'a colleague makes the user',
    change: (simulator, { Profile }) => simulator.operate('create', {
      object: 'User',
      fields: {
        Username: PEOPLE.integration.username, Email: PEOPLE.integration.email, LastName: 'Integration', FirstName: 'Jotform', Alias: 'jinte', CommunityNickname: 'jotform',
        ProfileId: Profile.find(({ Name }) => Name === PROFILE).Id, TimeZoneSidKey: 'Europe/Berlin', LocaleSidKey: 'en_US', EmailEncodingKey: 'UTF-8', LanguageLocaleKey: 'en_US',
      },
    }),
    left: (lines) => !lines.some((line) => line.startsWith(words('plan_new_user'))) && lines.some((line) => line.startsWith(words('plan_set'))),
  },
]) {
  journey(`${what} while the plan is looked at: nothing is sent, and the plan is shown as it is now`, { seed: 3 }, async ({ person, simulator }) => {
    const page = await planned(person);
    await change(simulator, await simulator.org());
    const before = await simulator.org();
    await confirm(page);
    await until(async () => (await read(person.panel)).includes(words('plan_changed')), () => person.panel.text());
    await until(async () => left(await page.locator('#plan .write').allInnerTexts()), () => person.panel.text());
    const after = await simulator.org();
    for (const table of ['PermissionSet', 'User', 'ObjectPermissions', 'FieldPermissions', 'PermissionSetAssignment']) {
      assert.deepEqual(after[table], before[table], `${table} is as the colleague left it`);
    }
    await page.locator('#plan').screenshot({ path: '../../target/journeys/plan-changed.png' });
    await confirm(page);
    await until(async () => (await read(person.panel)).includes(words('plan_done')), () => person.panel.text());
    await assertSetUp(simulator);
  });
}
