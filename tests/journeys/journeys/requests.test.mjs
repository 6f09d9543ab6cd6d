import assert from 'node:assert/strict';
import { journey } from '../lib/journey.mjs';
import { until } from '../lib/person.mjs';
import { say } from '../lib/words.mjs';
import { NETWORK, recordRequests } from '../lib/traffic.mjs';

const MOST = 8;
/** The token fields of OauthToken; RefreshTokenValidityPeriod is a policy of an app. */
const SECRETS = /\b(Access|Refresh|Request|Delete)Token\b|\bFIELDS\s*\(/i;

journey('one check is at most eight requests to the own org, and none asks for a secret', { seed: 1, onlyInChromium: NETWORK }, async ({ person, browser, simulator }) => {
  await person.begin();
  await person.follow({ stop: (step) => step === 'open_permission_sets' });
  const checkNow = person.panel.page.getByRole('button', { name: say('button_check_now'), exact: true }).first();
  // It cannot be pressed while a check runs.
  const asked = async (least) => (await simulator.requests()).length > least && await checkNow.isEnabled();
  await until(() => asked(0), 'the first check to end');
  const before = (await simulator.requests()).length;
  const sent = await recordRequests(browser);
  await person.panel.page.bringToFront();
  await checkNow.click();
  await until(() => asked(before), 'the second check to end');

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
