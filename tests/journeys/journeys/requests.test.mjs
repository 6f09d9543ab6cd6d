import assert from 'node:assert/strict';
import { journey } from '../lib/journey.mjs';
import { until } from '../lib/person.mjs';
import { NETWORK, recordRequests } from '../lib/traffic.mjs';

const MOST = 8;
/** The token fields of OauthToken; RefreshTokenValidityPeriod is a policy of an app. */
const SECRETS = /\b(Access|Refresh|Request|Delete)Token\b|\bFIELDS\s*\(/i;

journey('one check is at most eight requests to the own org, and none asks for a secret', { seed: 1, onlyInChromium: NETWORK }, async ({ person, browser, simulator }) => {
  await person.begin();
  await person.follow({ stop: (step) => step === 'open_permission_sets' });
  const settled = async () => {
    const { length } = await simulator.requests();
    await person.glance();
    return length > 0 && (await simulator.requests()).length === length && length;
  };
  const before = await until(settled, 'the first check');
  const sent = await recordRequests(browser);
  await person.panel.page.bringToFront();
  await person.panel.page.getByRole('button', { name: 'Check now' }).first().click();
  await until(async () => (await simulator.requests()).length > before && settled(), 'the second check');

  const all = await simulator.requests();
  const check = all.slice(before);
  assert.ok(before <= MOST, `${before} requests for the first check`);
  assert.ok(check.length <= MOST, `${check.length} requests: ${check.map(({ path }) => path)}`);
  const core = simulator.hosts.find((host) => host.endsWith('.my.salesforce.com'));
  for (const { host, path, session_in_url, queries } of all) {
    assert.equal(host, core, path);
    assert.equal(session_in_url, false, path);
    for (const query of queries) assert.doesNotMatch(query, SECRETS);
  }
  const addresses = sent.map(({ url }) => url);
  assert.equal(addresses.length, check.length, `${addresses}`);
  for (const address of addresses) assert.equal(new URL(address).host, core);
});
