// The same job walked three times from the same org with the same form of five fields: by hand, guided, and with the plan applied.
import assert from 'node:assert/strict';
import { assertFinalState } from './assert.mjs';
import { openBrowser } from './browser.mjs';
import { ByHand } from './by-hand.mjs';
import { Person } from './person.mjs';
import { confirm, planned, read, words } from './plan.mjs';
import { until } from './person.mjs';
import { startSimulator } from './simulator.mjs';
import { sections } from './words.mjs';

/** The article's own wording, and a mapping that is chosen in the browser's own lists: one choice for each field. */
const VARY = { 'jotform.wording': 'help_page', 'jotform.mapping_control': 'native' };
const SEED = 1;

const WALKS = {
  async byHand(world) {
    const person = new ByHand(world);
    await person.walk();
    return person;
  },
  async guided(world) {
    const person = new Person({ ...world, byItself: true });
    await person.begin();
    await person.follow();
    return person;
  },
  async applied(world) {
    const person = new Person({ ...world, byItself: true });
    await confirm(await planned(person, 'save_permission_set'), person.hands);
    await until(async () => (await read(person.panel)).includes(words('plan_done')), () => person.panel.text());
    await person.page.bringToFront();
    await person.follow();
    return person;
  },
};

/** Walks one of the three in a world of its own, and proves how it ended. Answers how many actions each step took. */
async function walked(which) {
  const simulator = await startSimulator({ seed: SEED, vary: VARY });
  let browser;
  try {
    browser = await openBrowser(simulator);
    const { hands } = await WALKS[which]({ browser, simulator });
    await assertFinalState(simulator);
    return hands.taken;
  } finally {
    await browser?.close();
    await simulator.stop();
  }
}

const total = (taken) => [...taken.values()].reduce((sum, count) => sum + count, 0);
/** How many per cent fewer actions than by hand. */
const saved = (byHand, taken) => 100 * (1 - total(taken) / total(byHand));

/** All three walks, one after the other. */
export async function allPaths() {
  const paths = {};
  for (const which of Object.keys(WALKS)) paths[which] = await walked(which);
  return paths;
}

/** The actions of each section, and with `steps` those of each step. */
export function table({ byHand, guided, applied }, { steps = false } = {}) {
  const walks = [byHand, guided, applied];
  const line = (name, cells) => `${name.padEnd(46)}${cells.map((cell) => String(cell).padStart(9)).join('')}`;
  const sum = (taken, ids) => ids.reduce((all, id) => all + (taken.get(id) ?? 0), 0);
  const rows = [{ name: 'To the org', steps: ['arrive'] }, ...sections];
  const known = rows.flatMap((row) => row.steps);
  for (const taken of walks) assert.deepEqual([...taken.keys()].filter((step) => !known.includes(step)), [], 'steps outside every section');
  const lines = [line('Actions', ['by hand', 'guided', 'applied'])];
  for (const row of rows) {
    const cells = walks.map((taken) => sum(taken, row.steps));
    if (!cells.some(Boolean)) continue;
    lines.push(line(row.name, cells));
    if (!steps) continue;
    for (const step of row.steps) {
      const each = walks.map((taken) => taken.get(step) ?? 0);
      if (each.some(Boolean)) lines.push(line(`    ${step}`, each));
    }
  }
  lines.push(line('All', walks.map(total)));
  lines.push(line('Fewer than by hand', ['', ...[guided, applied].map((taken) => `${saved(byHand, taken).toFixed(1)} %`)]));
  return lines.join('\n');
}

/**
 * Fails unless the guided walk takes at least 40 % fewer actions than the article by hand, and 60 % fewer with the plan applied. Whoever
 * counts them asks Waymark to go ahead by itself.
 */
export function assertShort(paths) {
  assert.equal(total(paths.byHand), 75, 'nobody does more by hand than is needed');
  for (const [which, least] of [['guided', 40], ['applied', 60]]) {
    const share = saved(paths.byHand, paths[which]);
    assert.ok(share >= least, `${which}: ${share.toFixed(1)} % fewer actions than by hand, not ${least} %`);
  }
}
