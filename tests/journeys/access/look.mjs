// What is looked at in a page, the same for the panel and for the card in its open root: axe, what is cut off, and how large is what
// can be pressed. Each answers a list of what is wrong, for people.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.2 AA, all that it is made of, and what axe holds to be good practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What a person may set for text (WCAG 1.4.12). */
export const SPACING = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
  p { margin-block-end: 2em !important; }`;
/** A window of 1280 by 1024 pixels at 400 % (WCAG 1.4.10). */
export const ZOOMED = { width: 320, height: 256 };

/** What axe finds, a line for each element. */
export async function violations(page) {
  if (!await page.evaluate(() => 'axe' in globalThis)) await page.addScriptTag({ content: AXE });
  return page.evaluate(async (tags) => {
    const { violations: found } = await globalThis.axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
    return found.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.flat().join(' ')}: ${failureSummary}`));
  }, TAGS);
}

/** Lets a person's style sheet count in the document and in open roots; answers how to take it away. */
export async function restyle(page, style) {
  const sheet = await page.evaluateHandle((text) => {
    const made = new CSSStyleSheet();
    made.replaceSync(text);
    const roots = [document, ...[...document.querySelectorAll('*')].map(({ shadowRoot }) => shadowRoot).filter(Boolean)];
    for (const root of roots) root.adoptedStyleSheets = [made];
    return roots;
  }, style);
  return () => sheet.evaluate((roots) => roots.forEach((root) => { root.adoptedStyleSheets = []; }));
}

/** Texts of which a part cannot be seen, however it is scrolled downwards, and whether the page has to be scrolled sideways. */
export const cut = (page) => page.evaluate(() => {
  const SLACK = 1;
  const found = [];
  if (document.documentElement.scrollWidth > innerWidth + SLACK) found.push(`the page is ${document.documentElement.scrollWidth} px wide in ${innerWidth} px`);
  const roots = [document.body, ...[...document.querySelectorAll('*')].map(({ shadowRoot }) => shadowRoot).filter(Boolean)];
  const around = (node) => node.parentElement ?? node.getRootNode().host ?? null;
  for (const root of roots) {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      const words = text.data.trim();
      const element = around(text);
      // Words only for those who hear them are no bigger than a point.
      if (!words || element.closest('style, .hidden, .announce, datalist, option')) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const box of range.getClientRects()) {
        for (let at = element; at; at = around(at)) {
          const { overflowX, overflowY } = getComputedStyle(at);
          const whole = at === document.documentElement || at === document.body;
          const edges = whole ? { left: 0, right: innerWidth, top: -Infinity, bottom: Infinity } : at.getBoundingClientRect();
          const sideways = (whole || overflowX !== 'visible') && (box.left < edges.left - SLACK || box.right > edges.right + SLACK);
          const down = !whole && /hidden|clip/.test(overflowY) && (box.top < edges.top - SLACK || box.bottom > edges.bottom + SLACK);
          if (sideways || down) found.push(`“${words.slice(0, 60)}” is cut off by ${at.localName}.${at.className}`);
        }
      }
    }
  }
  return [...new Set(found)];
});

/** What can be pressed and is smaller than 24 pixels (WCAG 2.5.8, without its exceptions). */
export const tooSmall = (page) => page.evaluate(() => {
  const LEAST = 23.9;
  const roots = [document, ...[...document.querySelectorAll('*')].map(({ shadowRoot }) => shadowRoot).filter(Boolean)];
  const all = roots.flatMap((root) => [...root.querySelectorAll('a[href], button, summary, input, select, [tabindex="0"]')]);
  return all.flatMap((element) => {
    const { width, height } = element.getBoundingClientRect();
    if (!element.checkVisibility({ visibilityProperty: true }) || (width >= LEAST && height >= LEAST)) return [];
    return [`${element.localName}.${element.className} “${element.textContent.trim().slice(0, 30)}” is ${width.toFixed(1)} by ${height.toFixed(1)} px`];
  });
});
