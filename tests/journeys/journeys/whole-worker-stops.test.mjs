import { assertFinalState } from '../lib/assert.mjs';
import { journey } from '../lib/journey.mjs';

journey('with the service worker stopped at three steps', { seed: 5, start: 'setup', onlyInChromium: 'the event page is not stopped from outside as a service worker is' }, async ({ person, browser, simulator }) => {
  await person.begin();
  for (const step of ['fill_permission_set', 'save_user', 'search_salesforce']) {
    await person.follow({ stop: (at) => at === step });
    await browser.stopWorker();
  }
  await person.follow();
  await assertFinalState(simulator);
});
