// What Waymark shows, and where the case's control is, measured by the browser's developer tools.
import { sessionsOf } from '../lib/overlay.mjs';

const GONE = /detached|closed|not found|could not find|No node|Target|context|Cannot find|Frame was|adopt/i;

function attributesOf({ attributes = [] }) {
  const pairs = [];
  for (let at = 0; at < attributes.length; at += 2) pairs.push([attributes[at], attributes[at + 1]]);
  return Object.fromEntries(pairs);
}

/** Every element below with the number of its document and whether it stands in a closed shadow root. */
function* descend(node, document, closed = false) {
  yield { node, document, closed };
  for (const child of node.children ?? []) yield* descend(child, document, closed);
  for (const root of node.shadowRoots ?? []) yield* descend(root, document, root.shadowRootType === 'closed');
  if (node.contentDocument) yield* descend(node.contentDocument, node.contentDocument.backendNodeId);
}

/**
 * `{overlays, goal}`: each overlay `{document, card, ring, pill}` and the control that is marked `data-goal`, all in the
 * coordinates of their own document's viewport; `same` tells that goal and overlay stand in one document.
 */
export async function look(page) {
  const overlays = [];
  let goal = null;
  for (const { client, frame } of await sessionsOf(page)) {
    try {
      const { root } = await client.send('DOM.getDocument', { depth: -1, pierce: true });
      for (const { node, document, closed } of descend(root, root.backendNodeId)) {
        const attributes = attributesOf(node);
        const place = `${frame?.url() ?? ''} ${document}`;
        if (closed && attributes.class === 'layer') overlays.push({ place, ...await ask(client, node, overlay) });
        if (!('data-goal' in attributes)) continue;
        const seen = await ask(client, node, control);
        goal = seen && { place, ...seen, window: await inWindow(client, node, frame) };
      }
    } catch (error) {
      if (!GONE.test(error.message)) throw error;
    }
  }
  return { overlays: overlays.filter(({ card, pill }) => card || pill), goal };
}

/** Where an element begins in the window: in its frame's process, and that frame's place. */
async function inWindow(client, { nodeId }, frame) {
  const around = frame ? await (await frame.frameElement()).boundingBox() : { x: 0, y: 0 };
  const { model } = await client.send('DOM.getBoxModel', { nodeId }).catch(() => ({}));
  return model && around && { x: model.border[0] + around.x, y: model.border[1] + around.y };
}

async function ask(client, { nodeId }, declaration) {
  const { object } = await client.send('DOM.resolveNode', { nodeId });
  const { result, exceptionDetails } = await client.send('Runtime.callFunctionOn', {
    objectId: object.objectId, functionDeclaration: declaration.toString(), returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/** Runs in the page, on the overlay's layer. */
function overlay() {
  const area = (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  };
  const seen = (name) => {
    const element = this.querySelector(`.${name}`);
    const shown = element && !element.hidden && element.checkVisibility({ visibilityProperty: true });
    return shown ? element : null;
  };
  const onTop = (element) => {
    const { x, y, width, height } = area(element);
    return element.contains(element.getRootNode().elementFromPoint(x + width / 2, y + Math.min(height / 2, 20)));
  };
  const [card, ring, pill] = ['card', 'spotlight', 'pill'].map(seen);
  const text = (element) => element?.innerText.trim() ?? '';
  return {
    animated: this.getAnimations({ subtree: true }).length > 0,
    viewport: { width: document.documentElement.clientWidth, height: innerHeight },
    ring: ring && area(ring),
    pill: pill && { ...area(pill), onTop: onTop(pill) },
    card: card && {
      ...area(card),
      onTop: onTop(card),
      notices: [...card.querySelectorAll('.notice')].map(text),
      fields: [...card.querySelectorAll('.fields li')].map((line) => ({ state: line.className, text: text(line) })),
      buttons: [...card.querySelectorAll('button')].map((button) => ({
        name: button.getAttribute('aria-label') || text(button), disabled: button.getAttribute('aria-disabled') === 'true', ...area(button),
      })),
    },
  };
}

/** Runs in the page, on the control. */
function control() {
  if (!this.isConnected) return null;
  const { x, y, width, height } = this.getBoundingClientRect();
  const at = [x + width / 2, y + height / 2];
  let hit = this.getRootNode().elementFromPoint(...at);
  const label = hit?.closest?.('label');
  return { x, y, width, height, hit: this.contains(hit) || Boolean(hit?.contains(this) && hit !== document.documentElement && hit.localName !== 'body') || label?.control === this };
}

/** Runs in the page: how often something has been done to the document's root in the time to come. */
export async function pulse() {
  const [before, began] = [window.raised, performance.now()];
  await new Promise((done) => { setTimeout(done, 600); });
  return { raised: window.raised - before, milliseconds: Math.round(performance.now() - began) };
}

/**
 * Counts the frames that the extension asks for in a page, whose own scripts live in another world: answers a function that
 * tells how many were asked for in the 300 ms after it is called.
 */
export async function framesIn(page) {
  const client = await page.context().newCDPSession(page);
  const worlds = [];
  client.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
  await client.send('Runtime.enable');
  const ours = worlds.filter(({ origin, auxData }) => origin.startsWith('chrome-extension:') && auxData?.type === 'isolated');
  const run = async (contextId) => {
    const { result } = await client.send('Runtime.evaluate', { contextId, awaitPromise: true, returnByValue: true, expression: `new Promise((done) => {
      const own = globalThis.requestAnimationFrame;
      let asked = 0;
      globalThis.requestAnimationFrame = (call) => { asked += 1; return own.call(globalThis, call); };
      setTimeout(() => { globalThis.requestAnimationFrame = own; done(asked); }, 300);
    })` });
    return result.value;
  };
  return async () => {
    const counts = await Promise.all(ours.map(({ id }) => run(id)));
    if (!counts.length) throw new Error('the extension is not in this page');
    return counts.reduce((one, other) => one + other, 0);
  };
}
