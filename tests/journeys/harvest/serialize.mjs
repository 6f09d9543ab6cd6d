// Runs inside a page: writes the frame's document in the format that tests/page reads, with the right answers marked.

/** Keeps what `attachShadow` gives, so that closed roots can be written too; installed before any script of the page. */
export function keepShadowRoots() {
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function attachShadow(options) {
    const root = attach.call(this, options);
    Object.defineProperty(this, '__root', { value: root });
    return root;
  };
}

/**
 * The document as HTML. `answers` are pairs of an id and a function that gets `{all, shown, text}` and answers elements, `leave` is a
 * selector of what is left out.
 */
export function serialize(answers, leave) {
  const BLOCKS = new Set(('address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset '
    + 'figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup '
    + 'option p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp').split(' '));
  const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
  const LEFT_OUT = new Set('script style link meta base noscript svg'.split(' '));
  const ATTRIBUTES_LEFT_OUT = /^(style|src|nonce|integrity|crossorigin|data-(refill|alert|shell|state|answer))$/;
  const BOXES = new Set('input select textarea button img canvas video iframe progress meter'.split(' '));
  const STATED = '[tabindex], [role], [onclick], [aria-label], a, label, summary';

  const roots = [document];
  for (let at = 0; at < roots.length; at += 1) {
    for (const element of roots[at].querySelectorAll('*')) if (element.__root) roots.push(element.__root);
  }
  const all = (selector) => roots.flatMap((root) => [...root.querySelectorAll(selector)]);
  const shown = (element) => {
    const box = element.getBoundingClientRect();
    return element.checkVisibility({ visibilityProperty: true }) && box.width > 1.5 && box.height > 1.5;
  };
  const text = (element) => (element.value && element.localName === 'input' ? element.value : element.textContent).replace(/\s+/g, ' ').trim();
  const marks = new Map();
  for (const [id, find] of answers) {
    for (const element of find({ all, shown, text })) {
      if (element) marks.set(element, [...(marks.get(element) ?? []), id]);
    }
  }

  const escape = (value) => value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;').replace(/\u00a0/g, '&nbsp;');

  // What the words of data-state say beyond the browser's own style sheet.
  const state = (element, style, around) => {
    const words = [];
    const { localName } = element;
    const undisplayed = element.hidden || (localName === 'dialog' && !element.open) || element.hasAttribute('popover')
      || (localName === 'input' && element.type === 'hidden');
    if (localName === 'head') return [];
    if (style.display === 'none') return undisplayed ? [] : ['hidden'];
    if (undisplayed) words.push('shown');
    if (style.visibility !== around.visibility) words.push(style.visibility === 'visible' ? 'shown' : 'invisible');
    const box = element.getBoundingClientRect();
    const area = box.width > 1.5 && box.height > 1.5;
    const drawn = BOXES.has(localName) || element.textContent.trim() !== '' || element.querySelector('input, select, textarea, button, img');
    // What a closed box offers has no area, and nobody asks.
    if (!area && drawn && style.display !== 'contents' && !/^(option|optgroup)$/.test(localName)) words.push('no-area');
    if (area && !drawn && element.matches(STATED)) words.push('area');
    const inline = style.display.startsWith('inline') || style.display === 'contents';
    if (inline && BLOCKS.has(localName)) words.push('inline');
    if (!inline && !BLOCKS.has(localName) && drawn) words.push('block');
    const hand = style.cursor === 'pointer';
    const usual = /^(a|area)$/.test(localName) && element.hasAttribute('href') ? true
      : /^(button|input|select|textarea|label)$/.test(localName) ? false : around.hand;
    if (hand !== usual) words.push(hand ? 'pointer' : 'no-pointer');
    return words;
  };

  const live = (element, name) => {
    if (name === 'value' && element.localName === 'input' && !/^(checkbox|radio|file)$/.test(element.type)) return element.value;
    return element.getAttribute(name);
  };
  const flags = (element) => [
    element.localName === 'input' && element.checked && 'checked',
    element.localName === 'option' && element.selected && element.index > 0 && 'selected',
    element.localName === 'select' && marks.has(element) && false,
  ].filter(Boolean);

  const write = (node, around) => {
    if (node.nodeType === Node.TEXT_NODE) return escape(node.data.replace(/[\t\n\r ]+/g, ' '));
    if (node.nodeType !== Node.ELEMENT_NODE || LEFT_OUT.has(node.localName) || (leave && node.matches(leave))) return '';
    const style = getComputedStyle(node);
    const rendered = around.rendered && style.display !== 'none';
    const words = around.rendered ? state(node, style, around) : [];
    const attributes = [...node.attributes]
      .filter(({ name }) => !ATTRIBUTES_LEFT_OUT.test(name) && !/^(checked|selected)$/.test(name))
      .map(({ name }) => [name, live(node, name) ?? '']);
    if (node.localName === 'input' && node.value && !node.hasAttribute('value')) attributes.push(['value', node.value]);
    for (const flag of flags(node)) attributes.push([flag, '']);
    if (node.localName === 'html') attributes.push(['data-address', location.href.replace(/&?nonce=[0-9a-f]+/, '')]);
    if (words.length) attributes.push(['data-state', words.join(' ')]);
    if (marks.has(node)) attributes.push(['data-answer', marks.get(node).join(' ')]);
    const open = `<${node.localName}${attributes.map(([name, value]) => (value === '' ? ` ${name}` : ` ${name}="${escape(value)}"`)).join('')}>`;
    if (VOID.has(node.localName)) return open;
    const inner = { rendered, visibility: style.visibility, hand: style.cursor === 'pointer' };
    const root = node.__root;
    const shadow = root ? `<template shadowrootmode="${root.mode}">${[...root.childNodes].map((child) => write(child, inner)).join('')}</template>` : '';
    const held = node.localName === 'textarea' ? escape(node.value) : [...node.childNodes].map((child) => write(child, inner)).join('');
    return `${open}${shadow}${held}</${node.localName}>`;
  };
  // Every text that a person could read, in the order of the document: what translation changes.
  const texts = [];
  for (const root of roots) {
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) texts.push(LEFT_OUT.has(node.parentElement?.localName) ? '' : node.data);
      else texts.push(...['aria-label', 'title', 'placeholder', 'alt', 'value'].map((name) => node.getAttribute(name) ?? ''));
    }
  }
  const html = write(document.documentElement, { rendered: true, visibility: 'visible', hand: false });
  return { html: `<!doctype html>\n${html}\n`, address: location.href, marks: [...new Set([...marks.values()].flat())],
    texts: texts.map((it) => it.replace(/\s+/g, ' ').trim()) };
}
