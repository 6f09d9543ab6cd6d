// Takes the simulator's pages as fixtures of the drift corpus: `node harvest.mjs OUT [SEED...]`, with seeds that reach every variation where none are given.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimulator } from './lib/simulator.mjs';
import { openBrowser, visit } from './harvest/visit.mjs';

const [out, ...given] = process.argv.slice(2);
const seeds = given.length ? given : Array.from({ length: 12 }, (_, index) => index + 1);
const HOSTS = ['lightning', 'classic', 'setup'];

const START = {
  org: {
    users: [
      {},
      {
        username: 'jotform.integration@acme.example', password: 'Integration-pass-1', first_name: 'Jotform', last_name: 'Integration',
        alias: 'jinte', profile: 'Minimum Access - API Only Integrations', devices_known: true, verification_method: true,
      },
    ],
    permission_sets: [{ label: 'Jotform Integration', name: 'Jotform_Integration', license: 'SalesforceAPIIntegrationPsl' }],
  },
};

/** Everything on one run of the simulator. */
async function harvest(seed, host, language) {
  const folder = mkdtempSync(join(tmpdir(), 'harvest-'));
  const start = structuredClone(START);
  if (language !== 'en') start.org.language = language;
  if (seed % 2) start.org.users[1].frozen = true;
  else start.org.assignments = [{ user: 'jotform.integration@acme.example', permission_set: 'Jotform_Integration' }];
  writeFileSync(join(folder, 'org.json'), JSON.stringify(start));
  const simulator = await startSimulator({ seed, org: join(folder, 'org.json'), vary: language === 'en' ? {} : { 'jotform.language': language } });
  const { browser, context } = await openBrowser(simulator);
  context.setDefaultTimeout(15_000);
  try {
    return await visit({ simulator, context, host });
  } catch (error) {
    throw new Error(`seed ${seed}: ${error.message}`, { cause: error });
  } finally {
    await browser.close();
    await simulator.stop();
    rmSync(folder, { recursive: true });
  }
}

/** What stays of a document when all that differs from load to load is taken out of it. */
const lasting = (html) => html.replace(/\d+/g, '0').replace(/sc-[\w-]+ \w+/g, 'sc').replace(/data-address="[^"]*"/, '');

const files = new Map();
const pages = [];
const known = new Set();
for (const [index, seed] of seeds.map(Number).entries()) {
  const host = HOSTS[index % HOSTS.length];
  for (const { name, frames } of await harvest(seed, host, 'en')) {
    const key = JSON.stringify([name, frames.map(({ html, kind }) => [kind, lasting(html)])]);
    if (known.has(key)) continue;
    known.add(key);
    pages.push({
      name, host, seed,
      frames: frames.map(({ html, kind, marks }) => {
        const same = `${kind} ${lasting(html)}`;
        if (!files.has(same)) files.set(same, { file: `${name}-${seed}${kind === 'setup-shell' ? '-shell' : ''}.html`, html });
        return { page: kind, file: files.get(same).file, answers: marks };
      }),
    });
  }
}
mkdirSync(out, { recursive: true });
for (const { file, html } of files.values()) writeFileSync(join(out, file), html);
writeFileSync(join(out, 'pages.json'), `[\n${pages.map((page) => JSON.stringify(page)).join(',\n')}\n]\n`);
console.log(`${pages.length} pages, ${files.size} documents`);
