// A real Chromium with the unpacked extension, where every host name leads to the simulator.
import { chromium } from 'playwright-core';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from './person.mjs';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
/** The unpacked extension. */
export const dist = process.env.WAYMARK_DIST ?? `${repository}dist/chromium`;
export { chromium };
/** The browser's program. */
export const program = process.env.WAYMARK_CHROMIUM ?? '/usr/bin/chromium';

/**
 * Opens Chromium with the extension. `privateWindows` allows it there, as a user does on the extension's page; `folder` holds it
 * where it is not the one that is built.
 */
export async function openBrowser(simulator, { headless = true, privateWindows = true, size = [1360, 900], profile, folder = dist } = {}) {
  if (!existsSync(join(folder, 'manifest.json'))) throw new Error(`no extension in ${folder}: run ./build.sh build first`);
  const isNew = !profile;
  if (isNew) {
    profile = mkdtempSync(join(tmpdir(), 'waymark-'));
    prepare(profile);
  }
  const forget = () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', forget);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: program,
    headless: false,
    viewport: null,
    ignoreDefaultArgs: ['--disable-extensions', '--disable-back-forward-cache'],
    args: [
      ...(headless ? ['--headless=new'] : []),
      '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync',
      '--no-first-run', '--ignore-certificate-errors', '--lang=en-US', `--window-size=${size.join(',')}`,
      `--host-resolver-rules=MAP * 127.0.0.1:${simulator.port}, EXCLUDE 127.0.0.1`,
      `--load-extension=${folder}`, `--disable-extensions-except=${folder}`,
    ],
  });
  const worker = context.serviceWorkers()[0] ?? await context.waitForEvent('serviceworker');
  const extension = new URL(worker.url()).host;
  const browser = {
    context,
    extension,
    /** The extension's page under chrome://extensions, for what only the browser's own pages may do. */
    async settings(change) {
      const page = await context.newPage();
      await page.goto('chrome://extensions');
      await page.evaluate(([id, wanted]) => new Promise((resolve) => {
        chrome.developerPrivate.updateExtensionConfiguration({ extensionId: id, ...wanted }, resolve);
      }), [extension, change]);
      await page.close();
    },
    /** Lets the extension work on a host that it may ask for, as the user's yes to the browser's question does. */
    async allowHost(pattern) {
      const page = await context.newPage();
      await page.goto('chrome://extensions');
      await page.evaluate(([id, host]) => chrome.developerPrivate.addHostPermission(id, host), [extension, pattern]);
      await page.close();
    },
    /** The browser's number of a page's tab. */
    async tabOf(page) {
      const tabs = await browser.inExtension(() => chrome.tabs.query({}));
      const found = tabs.filter((tab) => tab.url === page.url());
      if (found.length !== 1) throw new Error(`${found.length} tabs show ${page.url()}`);
      return found[0].id;
    },
    /** Stops the background's service worker, as Chromium does after 30 idle seconds; it must have run, and be stopped. (Closing its target is never reported.) */
    async stopWorker() {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extension}/manifest.json`);
      const client = await context.newCDPSession(page);
      const status = new Map();
      // A page may wake it again at once, so that it counts that it has been stopped.
      const stopped = new Set();
      client.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        for (const { versionId, runningStatus } of versions) {
          status.set(versionId, runningStatus);
          if (runningStatus === 'stopped') stopped.add(versionId);
        }
      });
      await client.send('ServiceWorker.enable');
      const [version] = await until(() => [...status].find(([, now]) => now === 'running'), 'a running service worker');
      stopped.delete(version);
      await client.send('ServiceWorker.stopWorker', { versionId: version });
      await until(() => stopped.has(version), 'the service worker to stop');
      await page.close();
    },
    /** Reloads the extension, as an update does: its pages close, its worker starts anew, its old scripts are orphans. */
    async reloadExtension() {
      const page = await context.newPage();
      await page.goto('chrome://extensions');
      const restarted = context.waitForEvent('serviceworker');
      await page.evaluate((id) => chrome.developerPrivate.reload(id, { failQuietly: true }), extension);
      await restarted;
      await page.close();
    },
    /** Opens one of the extension's own pages in a tab. */
    async open(path) {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extension}/${path}`);
      return page;
    },
    /** Evaluates a function in a page of the extension, which is closed again. */
    async inExtension(ask, argument) {
      const page = await browser.open('panel.html');
      const answer = await page.evaluate(ask, argument);
      await page.close();
      return answer;
    },
    profile,
    /** Closes the browser; with `keep` its profile can be opened again. */
    async close({ keep = false } = {}) {
      await context.close();
      if (keep) return;
      forget();
      process.off('exit', forget);
    },
  };
  // A new profile shows Waymark's first page, over whatever a test opens meanwhile.
  if (isNew) await (await firstPage(context)).close();
  if (privateWindows) await browser.settings({ incognitoAccess: true });
  return browser;
}

/** The page that Waymark opens once it is installed. */
function firstPage(context) {
  const shows = (page) => page.url().endsWith('panel.html?welcome');
  return until(() => context.pages().find(shows), 'the first page');
}

/** Without developer mode a command-line extension stays blocked after it reloads itself. */
function prepare(profile) {
  mkdirSync(join(profile, 'Default'));
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify({ extensions: { ui: { developer_mode: true } } }));
}
