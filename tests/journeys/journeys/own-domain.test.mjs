import assert from 'node:assert/strict';
import { journey } from '../lib/journey.mjs';
import { PEOPLE, until } from '../lib/person.mjs';

const HOST = 'forms.acme.example';
const ADDRESS = `https://${HOST}/build/240001234567890`;

/** The hosts that the extension may work on beyond those of its manifest. */
const allowed = (browser) => browser.inExtension(async () => {
  const { origins } = await chrome.permissions.getAll();
  return origins.filter((origin) => !chrome.runtime.getManifest().host_permissions.includes(origin));
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
