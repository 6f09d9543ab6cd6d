// What must be true at the end of a journey, asked of the simulated org and account themselves, never of the extension.
import assert from 'node:assert/strict';
import { ANSWERS } from './person.mjs';

const PROFILE = 'Minimum Access - API Only Integrations';
const LICENCE = 'SalesforceAPIIntegrationPsl';
const USER_LICENCE = 'Salesforce Integration';
/** Fields that the form fills and that a permission set has to grant: names and universally required fields need no grant. */
const GRANTED = ['Lead.Email', 'Lead.Phone', 'Lead.Description'];
/** What the test submission leaves in the lead, besides its mark. */
const PROOF = { FirstName: ANSWERS['q3_fullName[first]'], Email: ANSWERS.q4_email, Company: ANSWERS.q6_company, Description: ANSWERS.q7_message };

/** A table's only row with these values; says which row was missed otherwise. */
export function row(org, object, values) {
  const rows = (org[object] ?? []).filter((one) => Object.entries(values).every(([field, value]) => one[field] === value));
  assert.equal(rows.length, 1, `${rows.length} rows of ${object} with ${JSON.stringify(values)} instead of 1`);
  return rows[0];
}

/** The user that was made for the integration: the newest one with the profile for integrations. */
export function integrationUser(org) {
  const profile = row(org, 'Profile', { Name: PROFILE });
  const users = org.User.filter((user) => user.ProfileId === profile.Id);
  assert.ok(users.length, `no user has the profile ${PROFILE}`);
  return users.at(-1);
}

/** The permission set that this user got, with the licence for integrations. */
export function integrationSet(org, user = integrationUser(org)) {
  const licence = row(org, 'PermissionSetLicense', { DeveloperName: LICENCE });
  const assigned = new Set(org.PermissionSetAssignment.filter((one) => one.AssigneeId === user.Id).map((one) => one.PermissionSetId));
  const sets = org.PermissionSet.filter((set) => set.IsCustom && assigned.has(set.Id));
  const right = sets.find((set) => set.LicenseId === licence.Id);
  assert.ok(right, `${user.Username} has no permission set with the licence ${LICENCE}, but ${sets.map((set) => set.Name)}`);
  return right;
}

/** The permission set, the user and the assignment; answers the user and the set. */
export async function assertSetUp(simulator) {
  const org = await simulator.org();
  const user = integrationUser(org);
  const profile = org.Profile.find(({ Id }) => Id === user.ProfileId);
  const userLicence = org.UserLicense.find(({ Id }) => Id === profile.UserLicenseId);
  assert.equal(userLicence?.Name, USER_LICENCE, 'the user licence');
  assert.equal(user.IsActive, true, 'the user is active');
  const set = integrationSet(org, user);
  const licence = row(org, 'PermissionSetLicense', { DeveloperName: LICENCE });
  row(org, 'PermissionSetLicenseAssign', { AssigneeId: user.Id, PermissionSetLicenseId: licence.Id });
  const granted = row(org, 'ObjectPermissions', { ParentId: set.Id, SobjectType: 'Lead' });
  assert.ok(granted.PermissionsRead && granted.PermissionsCreate, 'leads may be read and created');
  for (const Field of GRANTED) {
    const grant = row(org, 'FieldPermissions', { ParentId: set.Id, Field });
    assert.ok(grant.PermissionsRead && grant.PermissionsEdit, `${Field} may be read and edited`);
  }
  return { org, user, set };
}

/** All of the job: set up, Jotform connected as that user, and a lead that came from the form. */
export async function assertFinalState(simulator) {
  const { org, user, set } = await assertSetUp(simulator);
  const tokens = (org.OauthToken ?? []).filter((token) => token.AppName === 'Jotform' && token.UserId === user.Id);
  assert.ok(tokens.length, `Jotform has no token of ${user.Username}`);
  const account = await simulator.jotform();
  const integration = account.forms.flatMap((form) => form.integrations).at(-1);
  assert.ok(integration, 'the form has no integration');
  const connection = account.connections.find(({ id }) => id === integration.connection);
  assert.equal(connection?.user_id, user.Id, 'the user whom the form is connected as');
  assert.equal(integration.object, 'Lead', 'the object that the form creates');
  assert.equal(integration.action, 'create', 'what Jotform does with a submission');
  assert.equal(integration.update_existing || integration.attachments, false, 'the switches');
  const leads = (org.Lead ?? []).filter((lead) => lead.CreatedById === user.Id);
  assert.equal(leads.length, 1, `${user.Username} created ${leads.length} leads`);
  const [lead] = leads;
  assert.match(lead.LastName, /^Waymark-[a-p]{6}$/, 'the mark of the test submission');
  // What the person made up, or what the form was opened with.
  const proposed = {
    ...PROOF, FirstName: 'Test', Company: `${lead.LastName} Company`, Email: `${lead.LastName.toLowerCase()}@example.com`,
    Description: `${lead.LastName} Description`,
  };
  const sent = lead.FirstName === proposed.FirstName ? proposed : PROOF;
  for (const [field, value] of Object.entries(sent)) assert.equal(lead[field], value, `Lead.${field}`);
  return { org, user, set, lead };
}
