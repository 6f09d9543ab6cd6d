// Roles and names that Waymark computes are those of the browser, on every element of the simulated sites and of the conformance
// cases' pages, but for the differences that differences.mjs lists with their reasons.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { filling } from '../conformance/cases/filling.mjs';
import { lightning } from '../conformance/cases/lightning.mjs';
import { placement } from '../conformance/cases/placement.mjs';
import { reach } from '../conformance/cases/reach.mjs';
import { react } from '../conformance/cases/react.mjs';
import { waiting } from '../conformance/cases/waiting.mjs';
import { sample } from '../conformance/sample.mjs';
import { library } from '../conformance/libraries.mjs';
import { address, serve } from '../conformance/world.mjs';
import { PEOPLE, until } from '../lib/person.mjs';
import { startSimulator } from '../lib/simulator.mjs';
import { unlisted, unshown } from './differences.mjs';
import { Changed, openOracle } from './oracle.mjs';
import { visit } from './pages.mjs';

/** A world of its own: every page of its sites. */
function agrees(name, { seed, vary, org }) {
  test(name, async () => {
    const simulator = await startSimulator({ seed, vary, org });
    const oracle = await openOracle(simulator.port);
    try {
      const found = [];
      const look = async (page) => found.push(...await unlisted(page));
      await visit(oracle.context, PEOPLE, look);
      assert.deepEqual([...new Set(found)], []);
    } finally {
      await oracle.close();
      await simulator.stop();
    }
  });
}

test('the rules for names, one by one', async () => {
  const oracle = await openOracle(1);
  try {
    const page = await oracle.context.newPage();
    await page.goto(new URL('rules.html', import.meta.url).href);
    assert.deepEqual(await unlisted(page), []);
  } finally {
    await oracle.close();
  }
});

/** All that the pages of a case hold: cases that differ in the window or in headers only have the same. */
function held({ id, answer }) {
  const parts = new Map();
  const link = (part, host) => {
    if (!parts.has(part)) {
      parts.set(part, '');
      parts.set(part, answer(part, link).body);
    }
    return `${part}@${host}`;
  };
  link('top');
  return [...parts.values()].join().replaceAll(id, '');
}

/** Pages build themselves late: one that changed between the two readings is read again. */
function again(error) {
  if (!(error instanceof Changed)) throw error;
}

test('the pages of the conformance cases', async () => {
  const all = [filling, lightning, placement, reach, react, waiting].flat();
  const cases = sample([...new Map(all.map((one) => [held(one), one])).values()]);
  // Made before a page waits for them.
  ['react', 'lightning', 'synthetic-shadow'].forEach(library);
  const oracle = await openOracle(1);
  const found = new Set();
  const look = async () => {
    const page = await oracle.context.newPage();
    for (let one = cases.pop(); one; one = cases.pop()) {
      await page.goto(address(one.id));
      const differ = await until(() => unlisted(page).catch(again), `${page.url()} to come to rest`);
      differ.forEach((line) => found.add(line));
    }
  };
  try {
    await serve(oracle.context, cases);
    await Promise.all([look(), look(), look()]);
    assert.deepEqual([...found], []);
  } finally {
    await oracle.close();
  }
});

agrees('a world as drawn', { seed: 1 });
agrees('frames in closed shadow roots, of another origin', {
  seed: 2, vary: { 'setup.frame_root': 'closed', 'setup.setup_frame_host': 'core', 'setup.permission_set_list': 'classic' },
});
agrees('a world in Japanese', { seed: 3, org: fileURLToPath(new URL('../../simulator/examples/japanese.json', import.meta.url)) });
test('every difference in the list still occurs', () => {
  assert.deepEqual(unshown(), []);
});
