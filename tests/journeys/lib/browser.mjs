// A real Chromium with the unpacked extension, where every host name leads to the simulator.
import { chromium } from 'playwright-core';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const dist = process.env.WAYMARK_DIST ?? `${repository}dist/chromium`;
/** The browser's program. */
export const program = process.env.WAYMARK_CHROMIUM ?? '/usr/bin/chromium';

/** Opens Chromium with the extension. `privateWindows` allows it there, as a user does on the extension's page. */
export async function openBrowser(simulator, { headless = true, privateWindows = true, size = [1360, 900] } = {}) {
  if (!existsSync(join(dist, 'manifest.json'))) throw new Error('no extension in dist/chromium: run ./build.sh build first');
  const profile = mkdtempSync(join(tmpdir(), 'waymark-'));
  const forget = () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', forget);
  mkdirSync(join(profile, 'Default'));
  // Without developer mode a command-line extension stays blocked after it reloads itself.
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify({ extensions: { ui: { developer_mode: true } } }));
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
      `--load-extension=${dist}`, `--disable-extensions-except=${dist}`,
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
    /** The browser's number of a page's tab. */
    async tabOf(page) {
      const helper = await context.newPage();
      await helper.goto(`chrome-extension://${extension}/panel.html`);
      const tabs = await helper.evaluate(() => chrome.tabs.query({}));
      await helper.close();
      const found = tabs.filter((tab) => tab.url === page.url());
      if (found.length !== 1) throw new Error(`${found.length} tabs show ${page.url()}`);
      return found[0].id;
    },
    /** Stops the background's service worker, as Chromium does after 30 idle seconds. */
    async stopWorker() {
      const client = await context.browser()?.newBrowserCDPSession() ?? await browserSession(context);
      const { targetInfos } = await client.send('Target.getTargets');
      const target = targetInfos.find((info) => info.type === 'service_worker' && info.url.includes(extension));
      if (target) await client.send('Target.closeTarget', { targetId: target.targetId });
      await client.detach();
    },
    async close() {
      await context.close();
      forget();
      process.off('exit', forget);
    },
  };
  if (privateWindows) await browser.settings({ incognitoAccess: true });
  return browser;
}

async function browserSession(context) {
  const page = context.pages()[0] ?? await context.newPage();
  return context.newCDPSession(page);
}
