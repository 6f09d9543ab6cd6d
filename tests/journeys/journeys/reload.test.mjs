import assert from 'node:assert/strict';
import { assertSetUp } from '../lib/assert.mjs';
import { journey } from '../lib/journey.mjs';
import { until } from '../lib/person.mjs';
import { overlays } from '../lib/overlay.mjs';

/** Overlays in a page. Frames are looked at one after the other, so what seems to be two is looked at again. */
async function mostOverlays(page) {
  const first = (await overlays(page)).length;
  return first > 1 ? Math.min(first, (await overlays(page)).length) : first;
}

// Of the engine's two forms, one runs in the page and the other in its frames.
const POLICY = { 'setup.page_policy': 'self_only_in_frames' };

journey('resumes after the extension was reloaded at three steps', { seed: 1, vary: POLICY, onlyInChromium: 'what is loaded by hand is reloaded by a page of Chromium' }, async ({ person, browser, simulator }) => {
  await person.begin();
  for (const step of ['fill_permission_set', 'grant_access', 'open_edit_assignments']) {
    const { page } = await person.follow({ stop: (at) => at === step });
    await browser.reloadExtension();
    await until(async () => {
      const most = await mostOverlays(page);
      assert.ok(most <= 1, `${most} overlays after a reload at ${step}`);
      return (await person.glance()).some((scene) => scene.step === step && scene.spotlight);
    }, () => person.describe());
  }
  await person.follow({ stop: (step) => step === 'verify_email' });
  for (const page of browser.context.pages()) {
    if (page.url().startsWith('https:')) assert.ok(await mostOverlays(page) <= 1, `overlays in ${page.url()}`);
  }
  await assertSetUp(simulator);
});
