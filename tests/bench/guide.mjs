// How a guide behaves while its control moves, and while nothing happens: the extension itself on a page of the simulator.
import { openBrowser } from '../journeys/lib/browser.mjs';
import { withSpotlight } from '../journeys/lib/overlay.mjs';
import { Person } from '../journeys/lib/person.mjs';
import { startSimulator } from '../journeys/lib/simulator.mjs';
import { moving } from './moving.mjs';
import { idle } from './idle.mjs';

const STEP = 'new_permission_set';

const simulator = await startSimulator({ seed: 1 });
const browser = await openBrowser(simulator);
try {
  const person = new Person({ simulator, browser });
  await person.begin();
  const { page } = await person.follow({ stop: (step) => step === STEP });
  await page.bringToFront();
  for (const [kind, { frames, late, most }] of Object.entries(await withSpotlight(page, moving))) {
    console.log(`the control moves by ${kind}, in ${frames} frames: the ring is late by at most ${most}, by one in ${late}`);
  }
  await idle(page);
} finally {
  await browser.close();
  await simulator.stop();
}
