// One test: a simulated world and a browser of its own, closed in any case; what failed is kept in target/journeys/.
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { assertFinalState } from './assert.mjs';
import { Person } from './person.mjs';
import { startSimulator } from './simulator.mjs';

/** `WAYMARK_BROWSER=firefox` walks the same journeys there. */
const browser = process.env.WAYMARK_BROWSER ?? 'chromium';
export const inFirefox = browser === 'firefox';
/** Opens the browser in which the journeys are walked. */
export const { openBrowser } = await import(inFirefox ? './firefox.mjs' : './browser.mjs');

/** Why a journey with keys in a frame is walked in Chromium only. */
export const KEYS = 'the keys that drive this Firefox reach the document on top, not the frame that has the focus';

const kept = fileURLToPath(new URL('../../../target/journeys/', import.meta.url));
const examples = fileURLToPath(new URL('../../simulator/examples/', import.meta.url));
// Firefox is driven at about half the speed.
const LONGEST = inFirefox ? 300_000 : 150_000;

/**
 * Registers a test. `world` holds the seed, the name of an `example` start state, `vary` for the simulator, `start`,
 * `details` and `allowsChecks` for the person, `privateWindows` and `folder` for the browser; `onlyInChromium` and
 * `onlyInFirefox` say why it cannot be walked in the other browser; `body` gets `{simulator, browser, person}`.
 */
export function journey(name, { seed, example, vary, privateWindows, folder, onlyInChromium, onlyInFirefox, ...persons }, body) {
  const skip = (inFirefox ? onlyInChromium : onlyInFirefox) ?? false;
  test(name, { skip }, async () => {
    const simulator = await startSimulator({ seed, vary, org: example && `${examples}${example}.json` });
    const world = { simulator };
    try {
      world.browser = await openBrowser(simulator, { privateWindows, folder });
      world.person = new Person({ ...world, ...persons });
      await inTime(body(world));
    } catch (error) {
      await keep(name, world, error);
      throw error;
    } finally {
      await world.browser?.close();
      await simulator.stop();
    }
  });
}

/** Fails what takes too long from inside the test, so that the world is still there to be looked at and closed. */
async function inTime(done) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not at its end after ${LONGEST / 1000} s`)), LONGEST);
  });
  return Promise.race([done, late]).finally(() => clearTimeout(timer));
}

/** Keeps how all looked when a journey failed. */
async function keep(name, { browser, person, simulator }, error) {
  const folder = `${kept}${name.replace(/\W+/g, '-')}/`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const described = await person?.describe().catch((problem) => problem.message);
  const steps = person?.steps.join(' ');
  writeFileSync(`${folder}failure.txt`, [error.stack, `steps: ${steps}`, described, JSON.stringify(simulator.variation)].join('\n\n'));
  for (const [index, page] of (browser?.context.pages() ?? []).entries()) {
    await page.screenshot({ path: `${folder}page-${index}.png`, timeout: 5_000 })
      .catch((problem) => writeFileSync(`${folder}page-${index}.txt`, problem.message));
  }
}

/**
 * A whole journey in an org where Jotform's app is not installed: followed to the last card, over the app's installation, proven
 * in the org. Answers what the org then holds.
 */
export async function walk(person) {
  await person.begin();
  await person.follow();
  assert.ok(person.steps.includes('install_app'), `over the app's installation: ${person.steps}`);
  return assertFinalState(person.simulator);
}
