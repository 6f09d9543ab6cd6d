#!/usr/bin/env node
// Started in the place of Firefox: starts it and stands between its WebDriver BiDi and Playwright, for three things that Playwright
// does not do for a released Firefox. It installs the extension before anything else happens, opens the extension's own pages, where
// navigating there is not allowed, and hands a test the session, so that it sees what no page can: closed shadow roots.
import { spawn } from 'node:child_process';
import { appendFileSync, writeFileSync } from 'node:fs';
import { WebSocket, WebSocketServer } from 'ws';

const { WAYMARK_FIREFOX, WAYMARK_EXTENSION, WAYMARK_BETWEEN, WAYMARK_IN_PRIVATE, WAYMARK_TRACE } = process.env;
/** Ids of commands that are not Playwright's: it counts from 1. */
const OWN = 1_000_000_000;

const trace = (mark, text) => WAYMARK_TRACE && appendFileSync(WAYMARK_TRACE, `${Date.now()} ${mark} ${text.slice(0, 2_000)}\n`);
const firefox = spawn(WAYMARK_FIREFOX, [...process.argv.slice(2), '--remote-allow-system-access'], { stdio: ['ignore', 'inherit', 'pipe'] });
firefox.on('exit', (code) => process.exit(code ?? 0));
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => firefox.kill());
firefox.stderr.on('data', (data) => {
  const [, address] = String(data).match(/WebDriver BiDi listening on (ws:\/\/\S+)/) ?? [];
  if (address) listen(address);
  else process.stderr.write(data);
});

/** Says to Playwright that it listens, as Firefox does, and to the test where. */
function listen(address) {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' }, () => {
    const own = `ws://127.0.0.1:${server.address().port}`;
    writeFileSync(WAYMARK_BETWEEN, own);
    process.stderr.write(`WebDriver BiDi listening on ${own}\n`);
  });
  let session;
  server.on('connection', (socket, { url }) => {
    if (url === '/test') socket.on('message', (data) => ask(session, socket, JSON.parse(data)));
    else session = relay(socket, new WebSocket(address + url));
  });
}

function relay(playwright, inner) {
  const answers = new Map();
  // Of a tab with one of the extension's pages this Firefox does not say that it is gone.
  const closing = new Map();
  const gone = new Set();
  let [open, last] = [new Promise((resolve) => { inner.on('open', resolve); }), OWN];
  const send = async (command) => {
    await open;
    trace('>', JSON.stringify(command));
    inner.send(JSON.stringify(command));
  };
  const session = {
    /** Answers a command of ours. */
    command: (method, params) => new Promise((resolve) => {
      last += 1;
      answers.set(last, resolve);
      send({ id: last, method, params });
    }),
  };
  // Nor of such a page's realm that it is there, without which Playwright waits for it.
  const [realms, told] = [new Set(), new Map()];
  const event = (method, params) => playwright.send(JSON.stringify({ type: 'event', method, params }));
  const tellRealm = async ({ context, url }) => {
    if (told.has(context)) event('script.realmDestroyed', { realm: told.get(context) });
    told.delete(context);
    if (!url.startsWith('moz-extension:')) return;
    const { result } = await session.command('script.evaluate', { expression: 'origin', target: { context }, awaitPromise: false });
    if (!result || realms.has(result.realm)) return;
    told.set(context, result.realm);
    event('script.realmCreated', { realm: result.realm, origin: result.result.value, context, type: 'window' });
  };
  inner.on('message', (data) => {
    const message = JSON.parse(data);
    trace('<', String(data));
    const answer = answers.get(message.id);
    if (!answer) playwright.send(String(data));
    if (message.method === 'script.realmCreated') realms.add(message.params.realm);
    if (message.method === 'browsingContext.navigationCommitted') tellRealm(message.params);
    if (message.method === 'browsingContext.contextDestroyed') gone.add(message.params.context);
    const context = closing.get(message.id);
    if (context && message.type === 'success' && !gone.has(context)) {
      event('browsingContext.contextDestroyed', { context, children: null, url: '' });
    }
    if (!answer) return;
    answers.delete(message.id);
    answer(message);
  });
  playwright.on('message', async (data) => {
    const command = JSON.parse(data);
    // Newer than this Firefox, and sent on every new page, whether or not anything is to be different there.
    if (command.method === 'emulation.setMediaFeaturesOverride') {
      playwright.send(JSON.stringify({ type: 'success', id: command.id, result: {} }));
      return;
    }
    if (command.method === 'browsingContext.close') closing.set(command.id, command.params.context);
    if (command.method !== 'session.new') return send(command);
    const made = await session.command(command.method, command.params);
    if (WAYMARK_IN_PRIVATE) await allowInPrivate(session);
    await session.command('webExtension.install', { extensionData: { type: 'path', path: WAYMARK_EXTENSION } });
    playwright.send(JSON.stringify({ ...made, id: command.id }));
  });
  inner.on('close', () => playwright.close());
  playwright.on('close', () => inner.close());
  return session;
}

/** Lets the extension work in private windows, as a user does on its page among the add-ons. */
async function allowInPrivate({ command }) {
  const { result } = await command('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 });
  await command('script.evaluate', {
    expression: `ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs').ExtensionPermissions
      .add(${JSON.stringify(WAYMARK_IN_PRIVATE)}, { permissions: ['internal:privateBrowsingAllowed'], origins: [] }).then(() => '')`,
    target: { context: result.contexts[0].context },
    awaitPromise: true,
  });
}

async function ask(session, socket, { id, method, params }) {
  const { type, result, error, message } = await session.command(method, params);
  socket.send(JSON.stringify(type === 'success' ? { id, result } : { id, error: `${method}: ${error}: ${message}` }));
}
