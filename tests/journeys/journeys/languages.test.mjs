import assert from 'node:assert/strict';
import { assertSetUp } from '../lib/assert.mjs';
import { journey } from '../lib/journey.mjs';
import { say } from '../lib/words.mjs';

/** The checkboxes of the fields have no published wording in German, so the guide says that it does not recognise them: the person ticks them. */
async function tickFields(person, { page, card }) {
  const [said] = say('notice_tick_yourself').split('$unseen$');
  assert.ok(card.notices.some((text) => text.includes(said)), `the card names the fields: ${card.notices}`);
  for (const frame of page.frames()) {
    const unticked = frame.locator('.fieldPermissions input[type=checkbox]:enabled:not(:checked)');
    for (; await unticked.count(); person.actions += 1) await unticked.first().check();
  }
  return false;
}

/** The guide speaks English; Salesforce speaks the user's language. What is pointed at is followed, to where the integration user logs in. */
journey('an org in German is set up', { seed: 1, vary: { 'setup.language': 'de' }, habits: { grant_access: tickFields } }, async ({ person, simulator }) => {
  await person.begin();
  await person.follow({ stop: (step) => step === 'verify_email' });
  await assertSetUp(simulator);
});

/** No label is known: ids, names and record ids show the way to the saved permission set. */
journey('an org in a language that nobody knows gets its permission set', { seed: 1, vary: { 'setup.language': 'qps' } }, async ({ person, simulator }) => {
  await person.begin();
  await person.follow({ stop: (step) => step === 'open_object_settings' });
  const { PermissionSet, PermissionSetLicense } = await simulator.org();
  const set = PermissionSet.find(({ Name }) => Name === 'Jotform_Integration');
  const licence = PermissionSetLicense.find(({ DeveloperName }) => DeveloperName === 'SalesforceAPIIntegrationPsl');
  assert.equal(set?.LicenseId, licence.Id, 'the permission set has the licence for integrations');
});

/** Labels of most fields have no source in Japanese: those that the org has told when it was checked find the boxes. */
journey('an org in Japanese: boxes of fields are found by the labels that the org has told', { seed: 3, example: 'japanese' }, async ({ person, simulator }) => {
  await person.begin();
  await person.follow({ stop: (step) => step === 'open_users' });
  const { FieldPermissions } = await simulator.org();
  const granted = FieldPermissions.filter(({ PermissionsRead, PermissionsEdit }) => PermissionsRead && PermissionsEdit).map(({ Field }) => Field);
  for (const field of ['Lead.Email', 'Lead.Phone', 'Lead.Description']) assert.ok(granted.includes(field), `${field} is among ${granted}`);
});
