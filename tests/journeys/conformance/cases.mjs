// Runs a group of cases: a browser for all of them, a test for each. WAYMARK_CASES picks some by a pattern of their ids.
import { mkdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { library } from './libraries.mjs';
import { sample } from './sample.mjs';
import { openWorld } from './world.mjs';

const kept = fileURLToPath(new URL('../../../target/conformance/', import.meta.url));
const only = new RegExp(process.env.WAYMARK_CASES ?? '');

/**
 * Registers a test for each case; how the page looked when one failed is kept in target/conformance/. `libraries` are those that
 * pages load.
 */
export function conforms(all, libraries = []) {
  const cases = sample(all.filter(({ id }) => only.test(id)));
  if (!cases.length) return;
  let world;
  before(async () => {
    mkdirSync(kept, { recursive: true });
    libraries.forEach(library);
    world = await openWorld(cases);
  });
  after(() => world?.close());
  for (const one of cases) {
    test(`${one.group}: ${one.name}`, async () => {
      try {
        await world.show(one);
        await one.expect(world);
      } catch (error) {
        await world.page.screenshot({ path: `${kept}${one.id}.png`, timeout: 5_000 }).catch(() => {});
        throw error;
      }
    });
  }
}
