import assert from 'node:assert/strict';
import { assertSetUp } from '../lib/assert.mjs';
import { openBrowser } from '../lib/browser.mjs';
import { journey } from '../lib/journey.mjs';
import { Person, until } from '../lib/person.mjs';

journey('keeps its place over a reload of the page and a restart of the browser', { seed: 1, onlyInChromium: 'no profile is opened a second time with the Firefox that is driven' }, async (world) => {
  const first = world.person;
  await first.begin();
  const { page } = await first.follow({ stop: (step) => step === 'fill_permission_set' });
  await page.reload();
  await until(async () => (await first.glance()).some(({ step, spotlight }) => step === 'fill_permission_set' && spotlight), () => first.describe());
  await first.follow({ stop: (step) => step === 'open_users' });

  await world.browser.close({ keep: true });
  const { profile } = world.browser;
  world.browser = await openBrowser(world.simulator, { profile });
  const person = world.person = new Person(world);
  await person.arrive();
  await person.openPanel();
  await person.panel.page.bringToFront();
  await person.panel.button('panel_continue').click();
  await person.follow({ stop: (step) => step === 'verify_email' });
  assert.equal(person.steps[0], 'open_users', `went on where it was: ${person.steps}`);
  await assertSetUp(world.simulator);
});
