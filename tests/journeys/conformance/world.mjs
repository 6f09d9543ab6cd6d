// The shipped extension with one thing in it exchanged: the guide, which is made of the cases, a step for each. Pages come from
// the cases too, on real host names.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dist, openBrowser } from '../lib/browser.mjs';
import { Panel } from '../lib/panel.mjs';
import { until } from '../lib/person.mjs';
import { say } from '../lib/words.mjs';
import { library } from './libraries.mjs';
import { wholePage } from './pages.mjs';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const pack = process.env.WAYMARK_PACK ?? `${repository}target/debug/waymark-pack`;

/** The hosts of one org, and one that Waymark has no access to. */
export const HOSTS = {
  core: 'acme.my.salesforce.com',
  setup: 'acme.my.salesforce-setup.com',
  foreign: 'frames.example',
};
/** The path of a page that the cases' steps are on: a form for a new permission set, which concerns no record. */
const PATH = '/udd/PermissionSet/newPermissionSet.apexp';

/** Width and height of the window's content where a case does not say otherwise. */
const SIZE = [1000, 760];

/** The address of a part of a case's page. */
export const address = (id, part = 'top', host = 'core') => `https://${HOSTS[host]}${PATH}?case=${id}&part=${part}`;

/** A guide with a step for each case. The first step is the panel's and never done, so that every other can be looked at. */
function guideOf(cases) {
  const step = ({ id, targets = [], fields = [] }) => ({
    id,
    place: 'salesforce',
    pages: ['new-permission-set'],
    targets,
    fields: fields.map((field, at) => ({ id: `field_${at}`, ...field })),
    // Nothing that the page shows ends it.
    done: ['inputs-confirmed'],
  });
  const first = { id: 'first', place: 'panel', done: ['inputs-confirmed'] };
  return { id: 'jotform-salesforce', sections: [{ id: 'cases', steps: [first, ...cases.map(step)] }] };
}

/** A copy of the unpacked extension with this guide. */
function extensionWith(guide) {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-conformance-'));
  const [extension, sources] = [join(folder, 'extension'), join(folder, 'sources')];
  cpSync(dist, extension, { recursive: true });
  mkdirSync(join(sources, 'guides'), { recursive: true });
  cpSync(`${repository}extension/_locales`, join(sources, '_locales'), { recursive: true });
  writeFileSync(join(sources, 'guides', `${guide.id}.json`), JSON.stringify(guide));
  execFileSync(pack, [sources, 'chromium', extension]);
  return { extension, forget: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Answers every request of the context with the pages of these cases, and the libraries that they load. */
export async function serve(context, cases) {
  const known = new Map(cases.map((one) => [one.id, one]));
  await context.route((url) => url.protocol === 'https:', (route) => {
    const url = new URL(route.request().url());
    const [, script] = url.pathname.match(/^\/library\/([\w-]+)\.js$/) ?? [];
    if (script) return route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: library(script) });
    const one = known.get(url.searchParams.get('case'));
    if (!one) return route.fulfill({ contentType: 'text/html', body: wholePage('') });
    return route.fulfill(one.answer(url.searchParams.get('part'), (part, host) => address(one.id, part, host)));
  });
}

/** Opens the browser with the cases' guide running in one tab. */
export async function openWorld(cases) {
  const { extension, forget } = extensionWith(guideOf(cases));
  // No server is needed: every answer is given here. The port is one that nobody listens on.
  const browser = await openBrowser({ port: 1 }, { privateWindows: false, folder: extension, size: SIZE });
  await serve(browser.context, cases);
  const page = await browser.context.newPage();
  await page.goto(`https://${HOSTS.core}/home`);
  const panel = await Panel.open(browser, page);
  await panel.start();
  await page.bringToFront();
  const tab = await panel.page.evaluate(() => Number(new URLSearchParams(location.search).get('tab')));
  const client = await browser.context.newCDPSession(page);
  let [size, zoom, calm] = [SIZE, 1, false];
  /** How the window is for a case; what is as it was is left alone. */
  const arrange = async (wanted) => {
    if (`${wanted.size}` !== `${size}`) {
      const [width, height] = wanted.size;
      await client.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 0, mobile: false });
    }
    if (wanted.zoom !== zoom) await panel.page.evaluate(([id, factor]) => chrome.tabs.setZoom(id, factor), [tab, wanted.zoom]);
    if (wanted.calm !== calm) await page.emulateMedia({ reducedMotion: wanted.calm ? 'reduce' : null });
    ({ size, zoom, calm } = wanted);
  };
  await client.send('Emulation.setDeviceMetricsOverride', { width: SIZE[0], height: SIZE[1], deviceScaleFactor: 0, mobile: false });
  return {
    browser,
    page,
    panel,
    client,
    /** Makes the window's content as large as that. */
    resize: (wanted) => arrange({ size: wanted, zoom, calm }),
    /** Lets the guide show the case's step, and opens its page. */
    async show({ id, size: wanted = SIZE, zoom: factor = 1, calm: quiet = false }) {
      await page.goto(`https://${HOSTS.core}/home`);
      await arrange({ size: wanted, zoom: factor, calm: quiet });
      const name = `${say('panel_look')}: step_${id}_what`;
      const look = (label) => {
        const buttons = [...document.querySelectorAll('button[aria-label]')];
        buttons.find((button) => button.getAttribute('aria-label') === label)?.click();
        return buttons.length > 0;
      };
      await until(() => panel.page.evaluate(look, name), 'the panel\'s steps');
      await page.goto(address(id));
    },
    async close() {
      await browser.close();
      forget();
    },
  };
}
