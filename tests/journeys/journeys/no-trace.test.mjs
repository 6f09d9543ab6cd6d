import assert from 'node:assert/strict';
import { journey } from '../lib/journey.mjs';
import { until } from '../lib/person.mjs';
import { overlays } from '../lib/overlay.mjs';
import { say } from '../lib/words.mjs';

/** What the extension could leave behind in a browser: overlays, registered scripts, changed documents. */
async function traces(browser, page) {
  const scripts = await browser.inExtension(() => chrome.scripting.getRegisteredContentScripts());
  return { overlays: (await overlays(page)).length, scripts: scripts.length, elements: await elements(page) };
}

/** The elements that stand outside the page's own body: an overlay has no other place. */
function elements(page) {
  return page.evaluate(() => [...document.documentElement.children].map(({ localName }) => localName).join(' '));
}

const NOTHING = { overlays: 0, scripts: 0, elements: 'head body' };

journey('no trace while no guide runs, nor after it was stopped', { seed: 1 }, async ({ person, browser }) => {
  const { page } = await person.arrive();
  assert.deepEqual(await traces(browser, page), NOTHING, 'before the guide');
  await person.openPanel();
  assert.deepEqual(await traces(browser, page), NOTHING, 'with the panel open');
  await person.panel.start();
  await person.follow({ stop: (step) => step === 'new_permission_set' });
  const running = await traces(browser, page);
  assert.ok(running.overlays === 1 && running.scripts > 0, JSON.stringify(running));
  await person.panel.page.bringToFront();
  await person.panel.button('panel_stop').click();
  await until(async () => JSON.stringify(await traces(browser, page)) === JSON.stringify(NOTHING), async () => JSON.stringify(await traces(browser, page)));
  await page.reload();
  await until(() => page.locator('iframe, main, body *').count(), 'the page');
  assert.deepEqual(await traces(browser, page), NOTHING, 'after a reload');
  assert.ok(!(await person.panel.text()).includes(say('panel_stop')), 'the panel knows that it was stopped');
});
