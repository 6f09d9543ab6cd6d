// A real Firefox with the unpacked extension, where every host name leads to the simulator; Playwright's own way to drive a released
// Firefox, with between.mjs in between.
import { firefox } from 'playwright-core';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';
import { overlaysBy } from './firefox-overlay.mjs';
import { seeOtherwise } from './overlay.mjs';
import { until } from './person.mjs';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const dist = process.env.WAYMARK_DIST_FIREFOX ?? `${repository}dist/firefox`;
const program = process.env.WAYMARK_FIREFOX ?? '/usr/bin/firefox-esr';
/** The host of the extension's own pages: Firefox draws one for each profile, unless it is told. */
const HOST = '8f1d3f6e-5c0a-4a53-9d0e-6f1c2b7a9e10';

/** Milliseconds. */
const LONGEST_ANSWER = 8_000;

/** Opens Firefox with the extension, as `openBrowser` of browser.mjs does with Chromium. */
export async function openBrowser(simulator, { headless = true, privateWindows = true, size = [1360, 900], folder = dist } = {}) {
  if (!existsSync(join(folder, 'manifest.json'))) throw new Error(`no extension in ${folder}: run ./build.sh build firefox first`);
  const { browser_specific_settings: { gecko } } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const profile = mkdtempSync(join(tmpdir(), 'waymark-'));
  // What Firefox has left behind to end by itself may still write there.
  const forget = () => {
    try {
      rmSync(profile, { recursive: true, force: true });
      return true;
    } catch (error) {
      if (error.code !== 'ENOTEMPTY') throw error;
      return false;
    }
  };
  process.once('exit', forget);
  const where = join(profile, 'between');
  const context = await firefox.launchPersistentContext(profile, {
    channel: 'moz-firefox',
    executablePath: fileURLToPath(new URL('between.mjs', import.meta.url)),
    headless,
    ignoreHTTPSErrors: true,
    env: { ...process.env, MOZ_HEADLESS_WIDTH: `${size[0]}`, MOZ_HEADLESS_HEIGHT: `${size[1]}`, WAYMARK_FIREFOX: program, WAYMARK_EXTENSION: folder, WAYMARK_BETWEEN: where, WAYMARK_IN_PRIVATE: privateWindows ? gecko.id : '' },
    // What a page prefers is the browser's business.
    viewport: null, colorScheme: null, reducedMotion: null, forcedColors: null, contrast: null,
    firefoxUserPrefs: {
      'network.dns.forceResolve': '127.0.0.1',
      'network.socket.forcePort': `443=${simulator.port}`,
      'extensions.webextensions.uuids': JSON.stringify({ [gecko.id]: HOST }),
      // Every question for a permission is answered with yes.
      'extensions.webextOptionalPermissionPrompts': false,
      // The mouse as the window has it, not as the page's own process: only so a press reaches a frame in another process.
      'remote.events.async.mouse.enabled': true,
      'remote.events.async.wheel.enabled': true,
      'intl.accept_languages': 'en-US',
    },
  });
  const command = await session(readFileSync(where, 'utf8'));
  seeOtherwise(context, overlaysBy(command));
  const own = `moz-extension://${HOST}/`;
  /** Runs a script where the browser's own user interface does. */
  const inChrome = async (expression) => {
    const { contexts } = await command('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 });
    const { result, exceptionDetails } = await command('script.evaluate', { expression, target: { context: contexts[0].context }, awaitPromise: true });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result.value;
  };
  // It says by a tab that it is there.
  const welcome = tabAt(`${own}panel.html?welcome`);
  await until(() => inChrome(`Boolean(${welcome})`), 'the welcome');
  await inChrome(`((tab) => tab.ownerDocument.defaultView.gBrowser.removeTab(tab))(${welcome}), ''`);
  let opened = 0;
  const browser = {
    context,
    command,
    inChrome,
    /** Opens one of the extension's own pages in a tab: in an empty one, which is known already, as a new tab changes its process on its way. */
    async open(path) {
      const page = await context.newPage();
      opened += 1;
      const empty = `about:blank#${opened}`;
      await page.goto(empty);
      await inChrome(`${tabAt(empty)}.linkedBrowser.fixupAndLoadURIString(${JSON.stringify(own + path)}, {
        triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() }), ''`);
      // Asked of the window: what is asked of a page on its way may never be answered.
      await until(() => inChrome(`Boolean(${tabAt(own + path)} && !${tabAt(own + path)}.linkedBrowser.webProgress.isLoadingDocument)`), path);
      await until(() => page.url() === own + path, `${path}, known as a page`);
      return page;
    },
    /** Evaluates a function in a page of the extension, which is closed again. */
    async inExtension(ask, argument) {
      const page = await browser.open('panel.html');
      const answer = await page.evaluate(ask, argument);
      await page.close();
      return answer;
    },
    /** The extension's number of a page's tab. */
    tabOf: (page) => inChrome(`ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs').ExtensionParent.apiManager.global
      .tabTracker.getId(${tabAt(page.url())})`),
    /** Nothing to do: every question for a host is answered with yes as soon as it is asked. */
    async allowHost() {},
    profile,
    async close() {
      await context.close();
      await until(forget, 'Firefox to leave its profile');
      process.off('exit', forget);
    },
  };
  return browser;
}

/** Says which of the browser's tabs shows an address, for `inChrome`. */
const tabAt = (url) => `[...Services.wm.getEnumerator('navigator:browser')].flatMap(({ gBrowser }) => [...gBrowser.tabs])
  .find(({ linkedBrowser }) => linkedBrowser.currentURI.spec === ${JSON.stringify(url)})`;

/** A way to send WebDriver BiDi commands: `command(method, params)` answers the result. */
async function session(address) {
  const socket = new WebSocket(`${address}/test`);
  await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));
  const waiting = new Map();
  let last = 0;
  const settle = ({ id, result, error }) => {
    const asked = waiting.get(id);
    if (!asked) return;
    waiting.delete(id);
    clearTimeout(asked.late);
    if (error) asked.reject(new Error(error));
    else asked.resolve(result);
  };
  socket.on('message', (data) => settle(JSON.parse(data)));
  return (method, params) => new Promise((resolve, reject) => {
    last += 1;
    const id = last;
    // What is asked of a document that goes away meanwhile is sometimes never answered.
    const late = setTimeout(() => settle({ id, error: `${method}: the context did not answer` }), LONGEST_ANSWER);
    waiting.set(id, { resolve, reject, late });
    socket.send(JSON.stringify({ id, method, params }));
  });
}
