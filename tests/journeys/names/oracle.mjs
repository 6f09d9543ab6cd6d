// What the browser itself says an element's role and name are, beside what Waymark reads of it.
//
// The browser's side is the accessibility tree that WebDriver's Get Computed Role and Get Computed Label answer from, as
// `webdriver.test.mjs` shows, asked whole: element by element the same would take two round trips for each of thousands.
import { chromium } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { program } from '../lib/browser.mjs';

const reader = process.env.WAYMARK_READER ?? fileURLToPath(new URL('../../../target/packages/dev/reader', import.meta.url));

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
function script() {
  const module = readFileSync(`${reader}/reader_bg.wasm`).toString('base64');
  const glue = readFileSync(`${reader}/reader.js`, 'utf8');
  const around = readFileSync(new URL('../../../src/content/dom.js', import.meta.url), 'utf8');
  return `globalThis.waymarkReader = async () => {
    ${around}
    ${glue}
    const bytes = Uint8Array.from(atob('${module}'), (letter) => letter.charCodeAt(0));
    await wasm_bindgen({ module_or_path: bytes });
    globalThis.waymarkReader = async () => wasm_bindgen;
    return wasm_bindgen;
  };`;
}

/** Every element of a page, in all its frames and shadow roots: `{markup, ours: {role, name}, theirs: {role, name, ignored}}`. */
export async function compare(page) {
  const client = await page.context().newCDPSession(page);
  await client.send('DOM.enable');
  await client.send('Accessibility.enable');
  const { root } = await client.send('DOM.getDocument', { depth: -1, pierce: true });
  const { frameTree } = await client.send('Page.getFrameTree');
  const trees = treesOf(root);
  const theirs = new Map();
  for (const frameId of new Set([frameTree.frame.id, ...trees.map((tree) => tree.frameId).filter(Boolean)])) {
    const { nodes } = await client.send('Accessibility.getFullAXTree', { frameId });
    for (const { backendDOMNodeId, role, name, ignored } of nodes) {
      theirs.set(backendDOMNodeId, { role: role?.value ?? 'none', name: name?.value ?? '', ignored });
    }
  }
  const elements = [];
  const worlds = new Map();
  for (const tree of trees) {
    const frameId = tree.frameId ?? frameTree.frame.id;
    if (!worlds.has(frameId)) worlds.set(frameId, await world(client, frameId));
    const ours = await read(client, tree.root, worlds.get(frameId));
    if (ours.length !== tree.elements.length * 2) throw new Error(`${page.url()} changed while it was read`);
    tree.elements.forEach((node, at) => elements.push({
      markup: markup(node),
      attributes: attributesOf(node),
      tag: node.localName,
      ours: { role: ours[at * 2], name: ours[at * 2 + 1] },
      theirs: theirs.get(node.backendNodeId) ?? { role: 'none', name: '', ignored: true },
    }));
  }
  await client.detach();
  return elements;
}

/** Documents and shadow roots that pages have made, each with its elements in order. */
function treesOf(root) {
  const trees = [{ root: root.backendNodeId, elements: [] }];
  const walk = (node, { frameId, elements }) => {
    for (const child of node.children ?? []) {
      if (child.nodeType === 1) elements.push(child);
      walk(child, { frameId, elements });
    }
    for (const shadow of node.shadowRoots ?? []) {
      if (shadow.shadowRootType === 'user-agent') continue;
      const tree = { root: shadow.backendNodeId, frameId, elements: [] };
      trees.push(tree);
      walk(shadow, tree);
    }
    if (node.contentDocument) {
      const tree = { root: node.contentDocument.backendNodeId, frameId: node.frameId, elements: [] };
      trees.push(tree);
      walk(node.contentDocument, tree);
    }
  };
  walk(root, trees[0]);
  return trees;
}

/** A world of its own in a frame, as content scripts have it: libraries exchange what the page's own calls. */
async function world(client, frameId) {
  const { executionContextId } = await client.send('Page.createIsolatedWorld', { frameId, worldName: 'reader' });
  const { exceptionDetails } = await client.send('Runtime.evaluate', { contextId: executionContextId, expression: script() });
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  return executionContextId;
}

async function read(client, backendNodeId, executionContextId) {
  const { object } = await client.send('DOM.resolveNode', { backendNodeId, executionContextId });
  const { result, exceptionDetails } = await client.send('Runtime.callFunctionOn', {
    objectId: object.objectId,
    functionDeclaration: 'async function() { return (await waymarkReader()).names(this); }',
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
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
