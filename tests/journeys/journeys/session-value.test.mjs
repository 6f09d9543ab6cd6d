import assert from 'node:assert/strict';
import { after } from 'node:test';
import { journey } from '../lib/journey.mjs';
import { extensionThatListens, heardBy } from '../lib/listener.mjs';
import { sessionsOf } from '../lib/overlay.mjs';
import { until } from '../lib/person.mjs';
import { confirm, planned, read, words } from '../lib/plan.mjs';
import { NETWORK, recordRequests } from '../lib/traffic.mjs';

const { folder, forget } = extensionThatListens();
after(forget);

/** What follows the org's id in each session that the browser holds. */
async function secretsOf({ context }) {
  const sessions = (await context.cookies()).filter(({ name }) => name === 'sid');
  return sessions.map(({ value }) => decodeURIComponent(value).split('!')[1]);
}

/** Notes what every page asks of the network and logs, from now on. */
function watchPages({ context }) {
  const seen = { requests: [], logs: [] };
  context.on('request', (request) => seen.requests.push({ url: request.url(), headers: request.headers(), postData: request.postData() }));
  context.on('console', (line) => seen.logs.push(line.text()));
  context.on('weberror', (problem) => seen.logs.push(String(problem.error())));
  return seen;
}

/** The whole of every open page: closed shadow roots, frames, what stands in boxes, and what a script may keep there. */
async function documents({ context }) {
  const all = [];
  for (const page of context.pages().filter((one) => /^(https|chrome-extension):/.test(one.url()))) {
    for (const { client } of await sessionsOf(page)) all.push(JSON.stringify(await client.send('DOM.getDocument', { depth: -1, pierce: true })));
    for (const frame of page.frames()) {
      all.push(await frame.evaluate(() => JSON.stringify([
        [...document.querySelectorAll('input, textarea, select')].map(({ value }) => value),
        { ...localStorage }, { ...sessionStorage }, Object.keys(globalThis).filter((name) => /waymark/i.test(name)).map((name) => String(globalThis[name])),
      ])));
    }
  }
  return all;
}

/** What the extension keeps, wherever a page of its own can. */
const stored = (browser) => browser.inExtension(async () => {
  const areas = await Promise.all([chrome.storage.local, chrome.storage.session, chrome.storage.sync].map((area) => area.get(null)));
  const beside = [{ ...localStorage }, { ...sessionStorage }, await indexedDB.databases(), await caches.keys()];
  return { areas: areas.map((area) => JSON.stringify(area)), beside: JSON.stringify(beside) };
});

/** The files that a panel offers for saving. */
async function files(page) {
  const addresses = await page.locator('a[download]').evaluateAll((links) => links.map(({ href }) => href));
  return Promise.all(addresses.map(async (href) => (await fetch(href)).text()));
}

journey('the session value goes to the org that it opens, and stands nowhere else', { seed: 1, folder, onlyInChromium: NETWORK }, async ({ person, browser, simulator }) => {
  const sent = await recordRequests(browser);
  const pages = watchPages(browser);
  const panel = await planned(person);
  await confirm(panel);
  await until(async () => (await read(person.panel)).includes(words('plan_done')), () => person.panel.text());
  await until(async () => (await read(person.panel)).includes(words('plan_nothing')), () => person.panel.text());
  await person.panel.button('report_write').click();
  await until(async () => await panel.locator('#report a[download]').count() === 3, 'the report in three forms');

  const core = simulator.hosts.find((host) => host.endsWith('.my.salesforce.com'));
  const isOrg = ({ url }) => new URL(url).host === core;
  const secrets = await secretsOf(browser);
  const holds = (text) => secrets.some((secret) => text.includes(secret));
  const used = sent.filter((request) => isOrg(request) && holds(JSON.stringify(request.headers)));
  assert.ok(used.length > 8, `${used.length} requests with the session: what is searched for is what was used`);

  const heard = await heardBy(browser);
  const said = (kind) => heard.filter((one) => one.kind === kind).map(({ text }) => text);
  const { areas, beside } = await stored(browser);
  const elsewhere = [...sent, ...pages.requests].filter((request) => !isOrg(request));
  const inUrl = [...sent, ...pages.requests].map(({ url, postData }) => `${url} ${postData ?? ''}`);
  const places = {
    'what was stored at any time': said('stored'),
    'the storage': areas,
    'messages and injected scripts': said('message'),
    'the documents': await documents(browser),
    'the files of the panel': await files(panel),
    'requests to other hosts': elsewhere.map((request) => JSON.stringify(request)),
    'addresses and bodies of all requests': inUrl,
  };
  for (const [place, texts] of Object.entries(places)) assert.ok(texts.join('').length > 100, `${place} were seen: ${texts}`);
  const all = { ...places, 'storage of other kinds': [beside], 'the logs': [...said('log'), ...pages.logs], 'what the simulator told of requests': [JSON.stringify(await simulator.requests())] };
  for (const [place, texts] of Object.entries(all)) {
    const found = texts.find((text) => holds(text) || holds(decoded(text)));
    assert.equal(found?.slice(0, 500), undefined, place);
  }
});

/** A text with the escapes of addresses undone, where it has any. */
function decoded(text) {
  return text.replace(/%[0-9A-Fa-f]{2}/g, (escape) => String.fromCharCode(parseInt(escape.slice(1), 16)));
}
