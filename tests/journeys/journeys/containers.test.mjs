// Firefox's containers each keep a session of their own: whoever logs in in one changes nothing of what is checked in another.
import assert from 'node:assert/strict';
import { journey } from '../lib/journey.mjs';
import { until } from '../lib/person.mjs';
import { say } from '../lib/words.mjs';

const SET_UP = { username: 'jotform.integration@acme.example', password: 'Integration-pass-1' };

/** Logs in in a tab of a new container, which Playwright does not see: by the browser's own commands. */
async function logInInContainer({ command }, host, { username, password }) {
  const { userContext } = await command('browser.createUserContext', {});
  const { context } = await command('browsingContext.create', { type: 'tab', userContext });
  const run = async (expression) => {
    const { result } = await command('script.evaluate', { expression, target: { context }, awaitPromise: true });
    return result?.value;
  };
  await command('browsingContext.navigate', { context, url: `https://${host}/`, wait: 'complete' });
  await until(() => run("Boolean(document.querySelector('#login_form #password'))"), 'the login in the container');
  await run(`(() => {
    document.querySelector('#username').value = ${JSON.stringify(username)};
    document.querySelector('#password').value = ${JSON.stringify(password)};
    document.querySelector('#Login').click();
  })()`);
  await until(() => run("!document.querySelector('#login_form') && document.readyState === 'complete'").catch(() => false), 'the org after the login');
}

/** The session values in the browser's cookie stores, for this host. */
const sessions = (browser, host) => browser.inExtension(async (url) => {
  const stores = await chrome.cookies.getAllCookieStores();
  const found = await Promise.all(stores.map(async ({ id }) => [id, (await chrome.cookies.get({ url, name: 'sid', storeId: id }))?.value]));
  return Object.fromEntries(found.filter(([, value]) => value));
}, `https://${host}/`);

const world = {
  seed: 1, example: 'set-up', onlyInFirefox: 'Chromium has no containers',
};

journey('a login as the integration user in a container changes nothing that is checked outside it', world, async ({ person, browser, simulator }) => {
  const host = simulator.hosts.find((name) => name.endsWith('.my.salesforce.com'));
  await person.begin();
  const { panel } = person;
  await panel.enterDetails({ input_username: SET_UP.username, input_email: SET_UP.username });
  await panel.decideChecks(true);
  const check = panel.page.getByRole('button', { name: say('button_check_now'), exact: true }).first();
  const told = () => panel.page.locator('body').textContent();
  const asked = async () => (await simulator.requests()).length;
  await until(() => check.isEnabled(), 'the first check to end');
  const [before, first] = [await asked(), await sessions(browser, host)];
  assert.ok(before > 0 && Object.keys(first).length === 1, JSON.stringify(Object.keys(first)));

  await logInInContainer(browser, host, SET_UP);
  const [own] = Object.entries(first);
  const both = await sessions(browser, host);
  assert.equal(Object.keys(both).length, 2, 'a session in the container too');
  assert.equal(both[own[0]], own[1], 'and the administrator still has theirs');

  await panel.page.bringToFront();
  await check.click();
  await until(async () => await asked() > before && check.isEnabled(), 'the second check to end');
  for (const cause of ['session_is_integration_user', 'session_other_user', 'session_absent']) {
    assert.ok(!(await told()).includes(say(`cause_${cause}`)), cause);
  }
  assert.deepEqual(await sessions(browser, host), both, 'and neither session was touched');
});
