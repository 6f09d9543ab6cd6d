// A copy of the extension whose background also notes what it says and hears: messages, their answers, injected scripts, logs
// and what it stores. Nothing of the extension's own is changed but the one line that imports this.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dist } from './browser.mjs';

const SPOKEN = [['runtime', 'sendMessage'], ['tabs', 'sendMessage'], ['scripting', 'executeScript'], ['scripting', 'registerContentScripts']];

/** Runs in the background before anything of the extension's does. */
function listen(spoken) {
  const heard = globalThis.heard = [];
  const note = (kind, values) => heard.push({ kind, text: JSON.stringify(values) ?? '' });
  const wrap = (object, name, kind) => {
    const inner = object[name].bind(object);
    object[name] = (...values) => {
      note(kind, values);
      const answer = inner(...values);
      answer?.then?.((value) => note('message', [value]), () => {});
      return answer;
    };
  };
  for (const [part, name] of spoken) wrap(chrome[part], name, 'message');
  for (const name of ['log', 'info', 'warn', 'error', 'debug']) wrap(console, name, 'log');
  for (const area of ['local', 'session']) wrap(chrome.storage[area], 'set', 'stored');
  const add = chrome.runtime.onMessage.addListener.bind(chrome.runtime.onMessage);
  chrome.runtime.onMessage.addListener = (listener) => add((message, sender, reply) => {
    note('message', [message, sender]);
    return listener(message, sender, (answer) => {
      note('message', [answer]);
      reply(answer);
    });
  });
}

/** The copy's folder, and how to remove it. */
export function extensionThatListens() {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-listens-'));
  cpSync(dist, folder, { recursive: true });
  writeFileSync(join(folder, 'listen.js'), `(${listen})(${JSON.stringify(SPOKEN)});\n`);
  const background = join(folder, 'background.js');
  writeFileSync(background, `import "./listen.js";\n${readFileSync(background, 'utf8')}`);
  return { folder, forget: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** What was noted so far: `{kind, text}` in order. */
export function heardBy({ context }) {
  return context.serviceWorkers()[0].evaluate(() => globalThis.heard);
}
