// What the browser itself says an element's role and name are, beside what Waymark reads of it.
//
// The browser's side is the accessibility tree that WebDriver's Get Computed Role and Get Computed Label answer from, as
// `webdriver.test.mjs` shows, asked whole: element by element the same would take two round trips for each of thousands.
import { chromium } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { program } from '../lib/browser.mjs';

const reader = process.env.WAYMARK_READER ?? fileURLToPath(new URL('../../../target/packages/dev/reader', import.meta.url));

/** A world of its own, as content scripts have it: libraries exchange what the page's own calls. */
const WORLD = 'reader';

/** A browser without the extension, in which all frames of a page are in one process and so in one tree. */
export async function openOracle(port) {
  const browser = await chromium.launch({
    executablePath: program,
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--ignore-certificate-errors',
      '--disable-site-isolation-trials', '--disable-features=IsolateOrigins,site-per-process',
      `--host-resolver-rules=MAP * 127.0.0.1:${port}, EXCLUDE 127.0.0.1`,
    ],
  });
  const context = await browser.newContext({ bypassCSP: true, ignoreHTTPSErrors: true });
  return { context, close: () => browser.close() };
}

/** Makes the reader. */
const script = (() => {
  const module = readFileSync(`${reader}/reader_bg.wasm`).toString('base64');
  const glue = readFileSync(`${reader}/reader.js`, 'utf8');
  const around = readFileSync(new URL('../../../src/content/dom.js', import.meta.url), 'utf8');
  return `globalThis.waymarkReader = async () => {
    ${around}
    ${glue}
    await wasm_bindgen({ module_or_path: Uint8Array.fromBase64('${module}') });
    globalThis.waymarkReader = async () => wasm_bindgen;
    return wasm_bindgen;
  };`;
})();

/**
 * Every element of a page, in all its frames and shadow roots: `{markup, ours: {role, name}, theirs: {role, name, ignored}}`;
 * `inert` tells that a modal dialog or an element around it keeps it from everybody.
 */
export async function compare(page) {
  const client = await session(page);
  const frames = await framesOf(client);
  const inert = new Set();
  const elements = [];
  for (const [frameId, trees] of frames) {
    const contextId = await world(client, frameId);
    const theirs = await told(client, frameId);
    const ours = await read(client, contextId, trees.map((tree) => tree.root));
    if (!isDeepStrictEqual(await told(client, frameId), theirs)) throw new Changed(page.url());
    trees.forEach((tree, at) => {
      const { names, shut } = ours[at];
      if (shut.length !== tree.elements.length) throw new Changed(page.url());
      tree.elements.forEach((node, place) => {
        const behind = inert.has(frameId) || shut[place];
        if (behind && node.contentDocument) inert.add(node.frameId);
        elements.push({
          markup: markup(node),
          attributes: attributesOf(node),
          tag: node.localName,
          inert: behind,
          ours: { role: names[place * 2], name: names[place * 2 + 1] },
          theirs: theirs.get(node.backendNodeId) ?? { role: 'none', name: '', ignored: true },
        });
      });
    });
  }
  if (!isDeepStrictEqual(nodesOf(await framesOf(client)), nodesOf(frames))) throw new Changed(page.url());
  return elements;
}

const nodesOf = (frames) => [...frames.values()].flat().flatMap(({ elements }) => elements.map(({ backendNodeId }) => backendNodeId));

const sessions = new WeakMap();

/** The developer tools of a page, which put the reader into each of its frames as they come. */
async function session(page) {
  if (sessions.has(page)) return sessions.get(page);
  const client = await page.context().newCDPSession(page);
  await client.send('Page.enable');
  await client.send('DOM.enable');
  await client.send('Accessibility.enable');
  await client.send('Page.addScriptToEvaluateOnNewDocument', { source: script, worldName: WORLD, runImmediately: true });
  sessions.set(page, client);
  return client;
}

/** A page that has changed between the two readings: it is to be read again. */
export class Changed extends Error {
  constructor(url) {
    super(`${url} changed while it was read`);
  }
}

/** The browser's side of a frame, by node. */
async function told(client, frameId) {
  const { nodes } = await client.send('Accessibility.getFullAXTree', { frameId });
  return new Map(nodes.map(({ backendDOMNodeId, role, name, ignored }) =>
    [backendDOMNodeId, { role: role?.value ?? 'none', name: name?.value ?? '', ignored }]));
}

/** The frames of a page, outer ones first: of each its document and its shadow roots that pages have made, with their elements in order. */
async function framesOf(client) {
  const { root } = await client.send('DOM.getDocument', { depth: -1, pierce: true });
  const { frameTree } = await client.send('Page.getFrameTree');
  const frames = new Map();
  const open = (node, frameId) => {
    const tree = { root: node.backendNodeId, frameId, elements: [] };
    frames.set(frameId, [...frames.get(frameId) ?? [], tree]);
    walk(node, tree);
  };
  const walk = (node, tree) => {
    for (const child of node.children ?? []) {
      if (child.nodeType === 1) tree.elements.push(child);
      walk(child, tree);
    }
    for (const shadow of node.shadowRoots ?? []) {
      if (shadow.shadowRootType !== 'user-agent') open(shadow, tree.frameId);
    }
    if (node.contentDocument) open(node.contentDocument, node.frameId);
  };
  open(root, frameTree.frame.id);
  return frames;
}

/** The reader's world in a frame, with the module made. */
async function world(client, frameId) {
  const { executionContextId: contextId } = await client.send('Page.createIsolatedWorld', { frameId, worldName: WORLD });
  const { exceptionDetails } = await client.send('Runtime.evaluate', { contextId, expression: 'waymarkReader().then(() => {})', awaitPromise: true });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return contextId;
}

/** Waymark's side of a frame: `{names, shut}` of each of these roots. */
async function read(client, executionContextId, roots) {
  const resolved = await Promise.all(roots.map((backendNodeId) => client.send('DOM.resolveNode', { backendNodeId, executionContextId })));
  const { result, exceptionDetails } = await client.send('Runtime.callFunctionOn', {
    executionContextId,
    functionDeclaration: readRoots.toString(),
    arguments: resolved.map(({ object: { objectId } }) => ({ objectId })),
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/** Runs in the page: how each element of these roots reads, and whether it is inert. */
async function readRoots(...roots) {
  const { names } = await globalThis.waymarkReader();
  const modal = roots.flatMap((root) => [...root.querySelectorAll('dialog:modal')]).at(-1);
  const shut = (element) => {
    let reached = !modal;
    for (let at = element; at; at = at.assignedSlot ?? at.parentNode ?? at.host) {
      if (at === modal) reached = true;
      if (at.inert) return true;
    }
    return !reached && element !== document.documentElement;
  };
  return roots.map((root) => ({ names: names(root), shut: [...root.querySelectorAll('*')].map(shut) }));
}

function attributesOf({ attributes = [] }) {
  const pairs = [];
  for (let at = 0; at < attributes.length; at += 2) pairs.push([attributes[at], attributes[at + 1]]);
  return Object.fromEntries(pairs);
}

function markup(node) {
  const attributes = Object.entries(attributesOf(node)).map(([name, value]) => ` ${name}="${value.slice(0, 40)}"`);
  return `<${node.localName}${attributes.join('')}>`;
}
