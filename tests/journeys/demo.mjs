// `./build.sh demo`: plays the whole journey in Chromium, by itself or with a human, and proves how it ended;
// by itself, it then counts what the job takes by hand, guided, and with the plan applied. `--paths` does only that.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { assertFinalState } from './lib/assert.mjs';
import { openBrowser, program } from './lib/browser.mjs';
import { allPaths, assertShort, table } from './lib/paths.mjs';
import { PEOPLE, Person, until } from './lib/person.mjs';
import { startSimulator } from './lib/simulator.mjs';
import { sections } from './lib/words.mjs';

const pictures = fileURLToPath(new URL('../../target/demo/', import.meta.url));
const HUMAN_PATIENCE = 60 * 60 * 1000;

/** A line per section, and what the reader needs to know in front of a step. */
class Progress {
  constructor(headless) {
    Object.assign(this, { headless, reached: new Set(), steps: 0 });
  }

  async told(step, page) {
    this.steps += step === 'finished' ? 0 : 1;
    const at = sections.findIndex(({ steps }) => steps.includes(step));
    if (at >= 0 && !this.reached.has(at)) {
      this.reached.add(at);
      console.log(`[${String(at + 1).padStart(2)}/${sections.length}] ${sections[at].name}`);
    }
    if (!this.headless && HINTS[step]) console.log(`        ${HINTS[step]}`);
    this.pictured = (this.pictured ?? 0) + 1;
    await page.screenshot({ path: `${pictures}${String(this.pictured).padStart(2, '0')}-${step}.png`, timeout: 10_000 });
  }
}

/** What only the one knows who made this world up. */
const HINTS = {
  inputs: `any details will do; the e-mail address can be ${PEOPLE.integration.email}`,
  verify_email: 'mails arrive at https://inbox.example.com/ (open it in the private window)',
  set_password: `choose any password, for example ${PEOPLE.integration.password}; a code that is asked for stands in the inbox`,
  open_builder: `log in to Jotform as ${PEOPLE.builder.username} with ${PEOPLE.builder.password}`,
  authenticate: 'log in as the integration user, with the password that you chose',
  administrator_again: `log in as ${PEOPLE.administrator.username} with ${PEOPLE.administrator.password}`,
  test_submission: 'the form is at https://form.jotform.com/240001234567890',
};

/** Chrome and Edge ignore extensions that are named on their command line. */
function refuseBrandedChrome() {
  const version = execFileSync(program, ['--version'], { encoding: 'utf8' }).trim();
  if (/Google Chrome(?! for Testing)|Microsoft Edge/.test(version)) {
    throw new Error(`${version} ignores extensions given on its command line: install Chromium, or let WAYMARK_CHROMIUM name one`);
  }
}

/** Watches how a human follows the guide, until the card says that all is done. */
async function watch(person) {
  console.log(`Follow the card in the browser. You are ${PEOPLE.administrator.username}, password ${PEOPLE.administrator.password}.`);
  for (let last; last !== 'finished';) {
    const scene = await until(async () => {
      const scenes = (await person.glance()).filter(({ step }) => step);
      const here = scenes.find(({ spotlight }) => spotlight) ?? scenes[0];
      return here?.step !== last && here;
    }, 'somebody at the keyboard', HUMAN_PATIENCE);
    last = scene.step;
    await person.told(last, scene.page);
  }
}

async function play({ headless, seed }) {
  refuseBrandedChrome();
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  const simulator = await startSimulator({ seed });
  console.log(`simulated org and Jotform account, seed ${simulator.seed}`);
  let browser;
  try {
    browser = await openBrowser(simulator, { headless });
    const progress = new Progress(headless);
    const started = Date.now();
    const person = new Person({ browser, simulator, told: (step, page) => progress.told(step, page) });
    await person.begin();
    if (headless) await person.follow();
    else await watch(person);
    await person.panel.page.evaluate(() => scrollTo(0, 0));
    await person.panel.page.screenshot({ path: `${pictures}panel.png`, fullPage: true });
    await assertFinalState(simulator);
    const seconds = Math.round((Date.now() - started) / 1000);
    return `journey verified: ${progress.reached.size} sections, ${progress.steps} steps, ${seconds} s`;
  } finally {
    await browser?.close();
    await simulator.stop();
  }
}

/** Walks the job by hand, guided and with the plan applied, and tells how many actions each took. */
async function compare() {
  console.log('the same job by hand, guided, and with the plan applied:');
  const paths = await allPaths();
  console.log(table(paths, { steps: true }));
  assertShort(paths);
}

const { values } = parseArgs({
  options: { headless: { type: 'boolean', default: false }, paths: { type: 'boolean', default: false }, seed: { type: 'string', default: '1' } },
});
// Playwright closes the browser and ends this process; what fails because of that is no failed journey.
let interrupted = false;
process.once('SIGINT', () => { interrupted = true; });
try {
  const verified = !values.paths && await play(values);
  if (values.headless || values.paths) await compare();
  if (verified) console.log(verified);
} catch (error) {
  if (!interrupted) {
    console.error(error.stack);
    console.log(`journey failed: ${error.message.split(/;|\n/, 1)[0]}`);
  }
  process.exitCode = interrupted ? 130 : 1;
}
