import assert from 'node:assert/strict';
import { journey } from '../lib/journey.mjs';
import { PEOPLE, until } from '../lib/person.mjs';
import { say } from '../lib/words.mjs';

const HOST = 'forms.acme.example';
const ADDRESS = `https://${HOST}/build/240001234567890`;

/** The hosts that the extension may work on beyond those of its manifest. */
const allowed = (browser) => browser.inExtension(async () => {
  const { origins } = await chrome.permissions.getAll();
  return origins.filter((origin) => !chrome.runtime.getManifest().host_permissions.includes(origin));
});

journey('a domain that the browser does not allow is said, and asked for again', { seed: 1, example: 'own-domain' }, async ({ browser, person }) => {
  await person.begin();
  const { page } = person.panel;
  // Headless, the browser's question is never answered: the first one stands for a person who says no.
  await page.evaluate(() => {
    const { permissions } = globalThis.browser ?? chrome;
    const { request } = permissions;
    permissions.request = async () => {
      permissions.request = request;
      return false;
    };
  });
  await person.panel.enterDetails({ input_email: PEOPLE.integration.email, input_form: ADDRESS });
  const said = page.getByText(say('panel_domain_refused').replace('$domain$', HOST), { exact: true });
  await said.waitFor();
  assert.deepEqual(await allowed(browser), []);
  await browser.allowHost(`https://${HOST}/*`);
  await page.bringToFront();
  await person.panel.button('panel_ask_again').click();
  await said.waitFor({ state: 'detached' });
  assert.equal((await allowed(browser)).length, 1);
  await person.page.bringToFront();
  await person.page.goto(ADDRESS);
  await until(async () => (await person.glance()).some((scene) => scene.page.url().startsWith(`https://${HOST}/`)), 'a card on the domain');
});

/** Headless, nobody can answer the browser's question: it is answered beforehand, so that the request is granted at once. */
journey('Jotform on a domain of its own is worked on while the guide runs', { seed: 1, example: 'own-domain' }, async ({ browser, person }) => {
  await browser.allowHost(`https://${HOST}/*`);
  await person.begin();
  await person.panel.enterDetails({ input_email: PEOPLE.integration.email, input_form: ADDRESS });
  await until(async () => (await allowed(browser)).length === 1, 'the domain allowed');
  await person.page.bringToFront();
  await person.page.goto(ADDRESS);
  await until(async () => (await person.glance()).some(({ page }) => page.url().startsWith(`https://${HOST}/`)), 'a card on the domain');
  await person.panel.page.bringToFront();
  await person.panel.button('panel_stop').click();
  await until(async () => (await allowed(browser)).length === 0, 'the domain given back');
  assert.equal((await person.glance()).length, 0);
});
