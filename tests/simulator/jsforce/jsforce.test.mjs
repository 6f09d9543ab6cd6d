// The real client jsforce against the simulated org. `cargo test -p simulated-org --test jsforce` starts the org
// and runs this file with its address, a session of the administrator, and one of a user with fewer rights.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import jsforce from 'jsforce';

const VERSION = '65.0';

function connect(session) {
    const instanceUrl = process.env.SIMULATED_ORG_URL;
    assert.ok(instanceUrl && session, 'run this by: cargo test -p simulated-org --test jsforce');
    return new jsforce.Connection({ instanceUrl, accessToken: session, version: VERSION });
}

let org;
let acme;

before(async () => {
    org = connect(process.env.SIMULATED_ORG_SESSION);
    const created = await org.sobject('Account').create({ Name: 'Acme', BillingCity: 'Berlin' });
    assert.equal(created.success, true);
    acme = created.id;
    const contacts = Array.from({ length: 450 }, (_, number) => ({ LastName: `Contact ${number}`, AccountId: acme }));
    const results = await org.sobject('Contact').create(contacts, { allowRecursive: true });
    assert.ok(results.length === 450 && results.every((result) => result.success));
});

test('a query reaches parents and children', async () => {
    const contacts = await org.query("SELECT LastName, Account.Name, Account.Owner.Profile.Name FROM Contact LIMIT 1");
    assert.equal(contacts.totalSize, 1);
    assert.equal(contacts.records[0].Account.Name, 'Acme');
    assert.equal(contacts.records[0].Account.Owner.Profile.Name, 'System Administrator');
    const accounts = await org.query("SELECT Name, (SELECT LastName FROM Contacts LIMIT 3) FROM Account WHERE Name LIKE 'ac%'");
    assert.equal(accounts.records[0].Contacts.records.length, 3);
});

test('a long query comes in pages', async () => {
    const options = { headers: { 'Sforce-Query-Options': 'batchSize=200' } };
    let page = await org.query('SELECT Id FROM Contact', options);
    const ids = new Set(page.records.map((record) => record.Id));
    assert.equal(page.done, false);
    while (!page.done) {
        page = await org.queryMore(page.nextRecordsUrl, options);
        page.records.forEach((record) => ids.add(record.Id));
    }
    assert.equal(ids.size, 450);
    const fetched = await org.query('SELECT Id FROM Contact', { autoFetch: true, maxFetch: 1000, ...options });
    assert.equal(fetched.records.length, 450);
});

test('the query builder of the client is understood', async () => {
    const contacts = await org
        .sobject('Contact')
        .find({ LastName: { $in: ['Contact 1', 'Contact 2'] }, CreatedDate: { $gte: jsforce.SfDate.YESTERDAY } }, 'Id, LastName')
        .sort({ LastName: -1 })
        .limit(5);
    assert.deepEqual(contacts.map((contact) => contact.LastName), ['Contact 2', 'Contact 1']);
});

test('records are made, changed, read and deleted', async () => {
    const leads = org.sobject('Lead');
    const { id } = await leads.create({ LastName: 'Ash', Company: 'Acme' });
    assert.equal((await leads.update({ Id: id, City: 'Berlin' })).success, true);
    assert.equal((await leads.retrieve(id)).City, 'Berlin');
    assert.equal((await leads.destroy(id)).success, true);
    await assert.rejects(leads.retrieve(id), { errorCode: 'NOT_FOUND' });
});

test('a refusal keeps its code and text', async () => {
    await assert.rejects(org.sobject('Lead').create({ FirstName: 'Ash' }), { errorCode: 'REQUIRED_FIELD_MISSING' });
    await assert.rejects(org.query('SELECT Nothing FROM Lead'), (error) => {
        assert.equal(error.errorCode, 'INVALID_FIELD');
        assert.match(error.message, /No such column 'Nothing' on entity 'Lead'/);
        return true;
    });
    await assert.rejects(connect('00Dxx0000000001!none').query('SELECT Id FROM Lead'), { errorCode: 'INVALID_SESSION_ID' });
});

test('describe tells the fields and what the caller may do', async () => {
    const lead = await org.describe('Lead');
    const company = lead.fields.find((field) => field.name === 'Company');
    assert.equal(company.nillable, false);
    assert.equal(company.createable, true);
    const all = await org.describeGlobal();
    assert.ok(all.sobjects.some((object) => object.name === 'PermissionSet'));
    const plain = connect(process.env.SIMULATED_ORG_PLAIN_SESSION);
    const visible = await plain.describeGlobal();
    assert.ok(!visible.sobjects.some((object) => object.name === 'OauthToken'));
});

test('a composite request makes a permission set with its access', async () => {
    const base = `/services/data/v${VERSION}`;
    const licence = encodeURIComponent("SELECT Id FROM PermissionSetLicense WHERE DeveloperName = 'SalesforceAPIIntegrationPsl'");
    const answer = await org.requestPost(`${base}/composite`, {
        allOrNone: true,
        compositeRequest: [
            { method: 'GET', url: `${base}/query?q=${licence}`, referenceId: 'licence' },
            {
                method: 'POST',
                url: `${base}/sobjects/PermissionSet`,
                referenceId: 'set',
                body: { Name: 'Jotform', Label: 'Jotform', LicenseId: '@{licence.records[0].Id}' },
            },
            {
                method: 'POST',
                url: `${base}/sobjects/ObjectPermissions`,
                referenceId: 'access',
                body: { ParentId: '@{set.id}', SobjectType: 'Lead', PermissionsRead: true, PermissionsCreate: true },
            },
        ],
    });
    assert.deepEqual(answer.compositeResponse.map((response) => response.httpStatusCode), [200, 201, 201]);
    const soql = "SELECT SobjectType, PermissionsCreate FROM ObjectPermissions WHERE Parent.Name = 'jotform'";
    const access = await org.query(soql);
    assert.equal(access.records[0].SobjectType, 'Lead');
    assert.equal(access.records[0].PermissionsCreate, true);
});

test('the calls used are known to the client', async () => {
    const limits = await org.limits();
    assert.equal(limits.DailyApiRequests.Max, 15000);
    assert.equal(org.limitInfo.apiUsage.limit, 15000);
    assert.ok(org.limitInfo.apiUsage.used > 0);
});

test('the session belongs to the administrator', async () => {
    const resources = await org.request(`/services/data/v${VERSION}/`);
    const [, organization, user] = /\/id\/(00D\w{15})\/(005\w{15})$/.exec(resources.identity);
    const identity = await org.request(`${org.instanceUrl}/id/${organization}/${user}`);
    assert.equal(identity.username, 'admin@acme.example');
});
