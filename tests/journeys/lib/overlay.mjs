// Sees Waymark's overlay as the browser's own developer tools do: no hook in the extension.
const sessions = new WeakMap();

async function session(context, owner) {
  const known = sessions.get(owner);
  if (known) return known;
  const client = await context.newCDPSession(owner);
  sessions.set(owner, client);
  client.once('close', () => sessions.delete(owner));
  return client;
}

/** The sessions that see a page's frames: its own, and one for each frame in a process of its own. */
export async function sessionsOf(page) {
  const found = [{ client: await session(page.context(), page), frame: null }];
  for (const frame of page.frames().slice(1)) {
    try {
      found.push({ client: await session(page.context(), frame), frame });
    } catch {
      // The frame shares its parent's process: the parent's session sees it.
    }
  }
  return found;
}

function classes(node) {
  const at = node.attributes?.indexOf('class') ?? -1;
  return at < 0 ? [] : node.attributes[at + 1].split(/\s+/);
}

/** Every node below, shadow roots and same-process frames included. */
function* descend(node, inClosedRoot = false) {
  yield [node, inClosedRoot];
  for (const child of node.children ?? []) yield* descend(child, inClosedRoot);
  for (const root of node.shadowRoots ?? []) yield* descend(root, root.shadowRootType === 'closed');
  if (node.contentDocument) yield* descend(node.contentDocument, false);
}

async function box(client, nodeId, offset) {
  try {
    const { quads } = await client.send('DOM.getContentQuads', { nodeId });
    if (!quads.length) return null;
    const [x1, y1, , , x2, y2] = quads[0];
    return { x: x1 + offset.x, y: y1 + offset.y, width: x2 - x1, height: y2 - y1 };
  } catch {
    return null;
  }
}

async function evaluate(client, nodeId, declaration) {
  const { object } = await client.send('DOM.resolveNode', { nodeId });
  const { result } = await client.send('Runtime.callFunctionOn', {
    objectId: object.objectId, functionDeclaration: declaration.toString(), returnByValue: true, awaitPromise: true,
  });
  return result.value;
}

/** How overlays are seen in a context that has no developer tools of Chromium's. */
const others = new WeakMap();
/** Has `look(page)` answer what `overlays(page)` does, for all pages of a context. */
export const seeOtherwise = (context, look) => others.set(context, look);

/**
 * What Waymark shows in a page: `[{card, spotlight, mark}]`, one entry per overlay (never more than one, if all is well). The
 * mark is around what somebody points at who is asked to show a control.
 * Places are in the page's own coordinates, so that the mouse can go there.
 */
export async function overlays(page) {
  const look = others.get(page.context());
  if (look) return look(page);
  const found = [];
  for (const { client, frame } of await sessionsOf(page)) {
    try {
      const offset = frame ? await (await frame.frameElement()).boundingBox() : { x: 0, y: 0 };
      if (!offset) continue;
      const { root } = await client.send('DOM.getDocument', { depth: -1, pierce: true });
      const cards = [];
      const spotlights = [];
      const marks = [];
      for (const [node, closed] of descend(root)) {
        if (!closed) continue;
        if (classes(node).includes('card')) cards.push(node);
        if (classes(node).includes('spotlight')) spotlights.push(node);
        if (classes(node).includes('mark')) marks.push(node);
      }
      for (const card of cards) {
        const seen = await readCard(client, card, offset);
        const spotlight = spotlights.length ? await box(client, spotlights[0].nodeId, offset) : null;
        const mark = marks.length ? await box(client, marks[0].nodeId, offset) : null;
        if (seen.box) found.push({ card: seen, spotlight, mark });
      }
    } catch (error) {
      if (!/detached|closed|not found|could not find|No node|Target|context|Cannot find|Frame was|adopt/i.test(error.message)) throw error;
    }
  }
  return found;
}

/** Runs a function in the page with the spotlight as `this` and answers what it resolves to; nothing where there is none. */
export async function withSpotlight(page, declaration) {
  for (const { client } of await sessionsOf(page)) {
    const { root } = await client.send('DOM.getDocument', { depth: -1, pierce: true });
    const [spotlight] = [...descend(root)].find(([node, closed]) => closed && classes(node).includes('spotlight')) ?? [];
    if (spotlight) return evaluate(client, spotlight.nodeId, declaration);
  }
  return undefined;
}

/** Reads a card as a person does: its words, the state of each field, and its buttons. */
async function readCard(client, node, offset) {
  const words = await evaluate(client, node.nodeId, function words() {
    const text = (element) => element?.innerText.trim() ?? '';
    return {
      what: text(this.querySelector('.what')),
      where: text(this.querySelector('.where')),
      notices: [...this.querySelectorAll('.notice')].map(text),
      fields: [...this.querySelectorAll('.fields li')].map((line) => ({
        state: line.className, label: text(line.querySelector('b')), text: text(line), pointed: line.hasAttribute('aria-current'),
      })),
    };
  });
  const buttons = [];
  for (const [child] of descend(node)) {
    if (child.nodeName !== 'BUTTON') continue;
    const facts = await evaluate(client, child.nodeId, function facts() {
      return {
        name: this.getAttribute('aria-label') || this.innerText.trim(),
        primary: this.classList.contains('primary'),
        disabled: this.disabled || this.getAttribute('aria-disabled') === 'true',
      };
    });
    buttons.push({ ...facts, box: await box(client, child.nodeId, offset) });
  }
  return { ...words, buttons, box: await box(client, node.nodeId, offset) };
}
