// Takes the simulator's pages as fixtures of the drift corpus: `node harvest.mjs OUT [SEED...]`, with seeds that reach every
// variation where none are given.
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

/** Everything on one run of the simulator; with a `language`, Salesforce's pages in that one. */
async function harvest(seed, host, language = null) {
  const folder = mkdtempSync(join(tmpdir(), 'harvest-'));
  const start = structuredClone(START);
  if (seed % 2) start.org.users[1].frozen = true;
  else start.org.assignments = [{ user: 'jotform.integration@acme.example', permission_set: 'Jotform_Integration' }];
  writeFileSync(join(folder, 'org.json'), JSON.stringify(start));
  const simulator = await startSimulator({ seed, org: join(folder, 'org.json'), vary: language ? { 'setup.language': language } : {} });
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

/** By page, the texts that are other ones in a language of which nobody knows a word: what Salesforce translates there. */
function translated(pages, unknown) {
  const texts = ({ frames }) => frames.map((frame) => frame.texts);
  return pages.map((page) => {
    const other = unknown.find(({ name }) => name === page.name) ?? { frames: [] };
    const pairs = texts(page).flatMap((own, at) => {
      const theirs = texts(other)[at];
      return own.length === theirs?.length ? own.map((text, place) => [text, theirs[place]]) : [];
    });
    // What holds digits differs from load to load.
    return [page.name, pairs.filter(([own, theirs]) => own !== theirs && /^[^\d]*$/.test(own)).map(([own]) => own)];
  });
}

const PSEUDO = 'qps';
const ALIGNED = 6;
const words = new Map();
const files = new Map();
const pages = [];
const known = new Set();
for (const [index, seed] of seeds.map(Number).entries()) {
  const host = HOSTS[index % HOSTS.length];
  const visited = await harvest(seed, host);
  const unknown = index < ALIGNED ? await harvest(seed, host, PSEUDO) : [];
  for (const [name, texts] of translated(visited, unknown)) words.set(name, new Set([...words.get(name) ?? [], ...texts]));
  for (const { name, frames } of visited) {
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
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const { file, html } of files.values()) writeFileSync(join(out, file), html);
writeFileSync(join(out, 'pages.json'), `[\n${pages.map((page) => JSON.stringify(page)).join(',\n')}\n]\n`);
const byPage = [...words].filter(([, texts]) => texts.size).map(([name, texts]) => [name, [...texts].sort()]);
writeFileSync(join(out, 'translated.json'), `${JSON.stringify(Object.fromEntries(byPage), null, 1)}\n`);
console.log(`${pages.length} pages, ${files.size} documents`);
