// Sees Waymark's overlay in Firefox through WebDriver BiDi, which hands out closed shadow roots: no hook in the extension.

/** `look(page)` for `seeOtherwise` of overlay.mjs. */
export const overlaysBy = (command) => async function look(page) {
  const found = [];
  const contexts = await contextsOf(command);
  for (const frame of page.frames()) {
    try {
      const context = contexts.get(await frame.evaluate(identity));
      if (!context) continue;
      const around = frame.parentFrame() ? await (await frame.frameElement()).boundingBox() : { x: 0, y: 0 };
      if (!around) continue;
      for (const root of await closedRoots(command, context)) {
        const seen = await call(command, context, read, root);
        for (const { card, spotlight, mark } of seen) {
          if (card.box) found.push({ card: moved(card, around), spotlight: moved({ box: spotlight }, around).box, mark: moved({ box: mark }, around).box });
        }
      }
    } catch (error) {
      if (!/detached|closed|no such|destroyed|navigat|discarded|Target|context/i.test(error.message)) throw error;
    }
  }
  return found;
};

/** Tells documents apart, for both that drive the browser. Runs in the page. */
function identity() {
  return `${performance.timeOrigin} ${location.href}`;
}

/** Every document's browsing context by its identity. */
async function contextsOf(command) {
  const { contexts } = await command('browsingContext.getTree', {});
  const all = contexts.flatMap(function below(one) { return [one.context, ...(one.children ?? []).flatMap(below)]; });
  const named = await Promise.all(all.map(async (context) => {
    try {
      return [await call(command, context, identity), context];
    } catch {
      // It has gone in between.
      return [null, context];
    }
  }));
  return new Map(named);
}

/** The closed shadow roots of what stands in the top layer of a document. */
async function closedRoots(command, context) {
  const { nodes } = await command('browsingContext.locateNodes', {
    context, locator: { type: 'css', value: ':popover-open' }, serializationOptions: { includeShadowTree: 'all', maxDomDepth: 0 },
  });
  return nodes.map(({ value }) => value.shadowRoot).filter((root) => root?.value.mode === 'closed');
}

async function call(command, context, declaration, node) {
  const { result, exceptionDetails } = await command('script.callFunction', {
    functionDeclaration: `(...nodes) => JSON.stringify((${declaration})(...nodes))`,
    arguments: node ? [{ sharedId: node.sharedId }] : [],
    target: { context },
    awaitPromise: false,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  return JSON.parse(result.value);
}

/** The card in the page's own coordinates. */
function moved(card, { x, y }) {
  const at = (box) => box && { ...box, x: box.x + x, y: box.y + y };
  return { ...card, box: at(card.box), ...card.buttons && { buttons: card.buttons.map((button) => ({ ...button, box: at(button.box) })) } };
}

/** Reads a root's card as a person does: its words, the state of each field, and its buttons. Runs in the page. */
function read(root) {
  const text = (element) => element?.innerText.trim() ?? '';
  const box = (element) => {
    const { x, y, width, height } = element?.getBoundingClientRect() ?? {};
    return width || height ? { x, y, width, height } : null;
  };
  return [...root.querySelectorAll('.card')].map((card) => ({
    card: {
      what: text(card.querySelector('.what')),
      where: text(card.querySelector('.where')),
      notices: [...card.querySelectorAll('.notice')].map(text),
      fields: [...card.querySelectorAll('.fields li')].map((line) => ({
        state: line.className, label: text(line.querySelector('b')), text: text(line), pointed: line.hasAttribute('aria-current'),
      })),
      buttons: [...card.querySelectorAll('button')].map((button) => ({
        name: button.getAttribute('aria-label') || text(button),
        primary: button.classList.contains('primary'),
        disabled: button.disabled || button.getAttribute('aria-disabled') === 'true',
        box: box(button),
      })),
      box: box(card),
    },
    spotlight: box(root.querySelector('.spotlight')),
    mark: box(root.querySelector('.mark')),
  }));
}
