// Where the ring and the card are: around the control and beside it, on top of everything, never cut off, always following.
import assert from 'node:assert/strict';
import { aCase, CITY, city, script } from '../pages.mjs';
import { holds, notPointedAt, pointed } from '../expect.mjs';
import { framesIn, look, pulse } from '../look.mjs';
import { until } from '../../lib/person.mjs';
import { say } from '../../lib/words.mjs';

const at = (style, more = '') => `<div style="position: absolute; ${style}">${CITY}</div>${more}`;
const box = (style) => `<textarea aria-label="City" data-goal style="position: absolute; box-sizing: border-box; ${style}"></textarea>`;
const TALL = '<div class="tall">Much text</div>';

const sides = [
  { name: 'control at the left', page: at('left: 20px; top: 100px') },
  { name: 'control at the right', page: at('right: 20px; top: 100px') },
  { name: 'control in the upper left corner', page: box('left: 0; top: 0; width: 100px; height: 30px'), cut: { left: true, top: true } },
  { name: 'control in the lower right corner', page: box('right: 6px; bottom: 6px; width: 100px; height: 30px') },
  { name: 'control as wide as the window, at the top', page: box('left: 10px; right: 10px; width: auto; top: 20px; height: 60px; width: 980px') },
  { name: 'control as wide as the window, at the bottom', page: box('left: 10px; bottom: 20px; height: 60px; width: 980px') },
  { name: 'control larger than the window', page: box('left: 10px; top: 10px; height: 1500px; width: 980px'), expect: pointed({ card: false, covers: true, cut: { top: true, bottom: true } }) },
  { name: 'narrow window', page: `<p>${CITY}</p>${TALL}`, size: [360, 640] },
  { name: 'narrow and low window', page: `<p>${CITY}</p>${TALL}`, size: [320, 300], expect: pointed({ card: false }) },
  { name: 'wide and low window', page: `<p>${CITY}</p>${TALL}`, size: [900, 260], expect: pointed({ card: false }) },
  { name: 'small frame', parts: { top: (link) => `<iframe src="${link('in')}" width="280" height="150"></iframe>`, in: () => CITY }, expect: pointed({ card: false }) },
  { name: 'page from right to left', page: `<p>${CITY}</p>${TALL}`, document: { html: 'dir="rtl"' } },
  { name: 'page from right to left that is scrolled sideways', page: `<div style="width: 2500px">${CITY}</div>${script(`addEventListener('load', () => scrollTo(-900, 0));`)}`, document: { html: 'dir="rtl"' } },
  { name: 'page with its writing upright', page: `<p>${CITY}</p>`, document: { html: 'style="writing-mode: vertical-rl"' } },
];

const FORM = `<p>${CITY}</p>`;
/** Pointed at, and the overlay is not raised again and again. */
const calmly = (once) => async (world) => {
  await pointed({ once })(world);
  const before = await world.page.evaluate(pulse);
  await holds(world.page, notPointedAt);
  assert.ok(before.raised <= 3, `raised ${before.raised} times in ${before.milliseconds} ms`);
};
const COUNTED = script(`
  window.raised = 0;
  new MutationObserver((records) => { raised += records.length; }).observe(document.documentElement, { childList: true, attributes: true, attributeFilter: ['popover'] });
  addEventListener('beforetoggle', (event) => { if (event.target.parentElement?.closest('dialog, html')) raised += 1; }, true);`);

const layers = [
  { name: 'popover that opens later', page: `${FORM}<div popover="manual" style="inset: auto; right: 0; bottom: 0; margin: 0; width: 600px; height: 300px">Popover</div>${COUNTED}${script(`
    setTimeout(() => { const one = document.querySelector('[popover]'); one.showPopover(); window.opened = true; }, 1200);`)}`, expect: calmly(() => window.opened) },
  { name: 'modal dialog that opens later', page: `<p>Page</p><dialog>${FORM}</dialog>${COUNTED}${script(`
    setTimeout(() => { document.querySelector('dialog').showModal(); window.opened = true; }, 1200);`)}`, expect: calmly(() => window.opened) },
  { name: 'two modal dialogs', page: `<dialog id="a"><p>First</p></dialog><dialog id="b">${FORM}</dialog>${COUNTED}${script(`
    setTimeout(() => { a.showModal(); }, 800); setTimeout(() => { b.showModal(); window.opened = true; }, 1600);`)}`, expect: calmly(() => window.opened) },
  { name: 'two modal dialogs, of which the upper one stands first', page: `<dialog id="b">${FORM}</dialog><dialog id="a"><p>First</p></dialog>${COUNTED}${script(`
    setTimeout(() => { a.showModal(); }, 800); setTimeout(() => { b.showModal(); window.opened = true; }, 1600);`)}`, expect: calmly(() => window.opened) },
  { name: 'modal dialog that closes again', page: `<dialog><p>Dialog</p></dialog>${FORM}${COUNTED}${script(`
    const one = document.querySelector('dialog');
    setTimeout(() => one.showModal(), 500); setTimeout(() => { one.close(); window.opened = true; }, 1500);`)}`, expect: calmly(() => window.opened) },
  { name: 'modal dialog that is taken out with the overlay in it', page: `<div id="at"><dialog><p>Dialog</p></dialog></div>${FORM}${COUNTED}${script(`
    setTimeout(() => document.querySelector('dialog').showModal(), 500); setTimeout(() => { at.remove(); window.opened = true; }, 1500);`)}`, expect: calmly(() => window.opened) },
  { name: 'element that fills the screen', page: `<div id="full" style="background: #fff">${FORM}</div>${COUNTED}${script(`
    addEventListener('keydown', () => full.requestFullscreen().then(() => { window.opened = true; }));`)}`, expect: async (world) => {
    await pointed()(world);
    await world.page.keyboard.press('f');
    await calmly(() => window.opened)(world);
    await world.page.evaluate(() => document.exitFullscreen());
  } },
  { name: 'highest of all z-indexes', page: `<div style="position: fixed; inset: 0; z-index: 2147483647; background: #eef">${FORM}</div>` },
  { name: 'page that removes what it does not know', page: `${FORM}${script(`
    setTimeout(() => { for (const one of [...document.documentElement.children]) if (!/^(head|body)$/.test(one.localName)) one.remove(); window.opened = true; }, 1200);`)}`, expect: pointed({ once: () => window.opened }) },
  { name: 'page that replaces all of its body', page: `${FORM}${script(`
    setTimeout(() => { document.body.innerHTML = '<h1>New</h1>' + FORM; window.opened = true; }, 1200);`, { FORM })}`, expect: pointed({ once: () => window.opened }) },
  { name: 'page that hides what it does not know', page: `<style>html > :not(head, body) { display: none !important; visibility: hidden !important; opacity: 0 !important; transform: scale(0) !important } div { all: unset }</style>${FORM}` },
  { name: 'page whose styles are for everything', page: `<style>* { margin: 40px !important; font: 40px fantasy !important; position: relative; zoom: 1.1 }</style>${FORM}`, expect: pointed({ card: false }) },
];

/** Moves for a second, and is pointed at where it comes to rest; then no frame is asked for any more. */
const followed = async (world) => {
  const { page } = world;
  await pointed({ once: () => window.rested })(world);
  const frames = await framesIn(page);
  await until(async () => (await frames()) === 0, 'the frame loop to stop', 4_000);
};
const RESTS = `setTimeout(() => { window.rested = true; }, 1500);`;

/** Drags the card by its head so that its corner is there. */
async function dragged({ page }, [x, y], { letGo = true } = {}) {
  const { card } = (await look(page)).overlays[0];
  // On the head, left of its buttons.
  const grip = [60, 22];
  await page.mouse.move(card.x + grip[0], card.y + grip[1]);
  await page.mouse.down();
  await page.mouse.move(x + grip[0], y + grip[1], { steps: 4 });
  if (letGo) await page.mouse.up();
}
const isAt = (x, y) => ({ overlays: [{ card }] }) => (Math.abs(card.x - x) < 1 && Math.abs(card.y - y) < 1 ? '' : `the card is at ${card.x},${card.y}`);

const byHand = [
  { name: 'card dragged aside, made small and opened again', page: FORM, expect: async (world) => {
    const { page } = world;
    await pointed()(world);
    await dragged(world, [500, 300]);
    await holds(page, isAt(500, 300));
    const minimise = (await look(page)).overlays[0].card.buttons.find(({ name }) => name === say('card_minimise'));
    await page.mouse.click(minimise.x + 15, minimise.y + 15);
    const { overlays: [{ pill }] } = await holds(page, ({ overlays: [{ pill: shown }] }) => (shown ? '' : 'it is not small'));
    await page.mouse.click(pill.x + 10, pill.y + 10);
    await holds(page, ({ overlays: [{ card }] }) => (card ? '' : 'it is not open'));
    await holds(page, isAt(500, 300));
  } },
  { name: 'card dragged over the control and out of the window', page: `<div style="position: relative; left: 300px; top: 200px">${CITY}</div>`, expect: async (world) => {
    const { page } = world;
    await pointed()(world);
    const { goal } = await look(page);
    await dragged(world, [goal.x - 10, goal.y - 10], { letGo: false });
    await holds(page, isAt(goal.x - 10, goal.y - 10));
    await page.mouse.up();
    await pointed()(world);
    await dragged(world, [-200, 400]);
    await pointed()(world);
    const { overlays: [{ card }] } = await look(page);
    assert.ok(card.x >= 0 && card.x < 20, `at the edge: ${card.x}`);
  } },
  { name: 'control that comes under a dragged card', page: `<div id="m" style="position: relative">${CITY}</div>`, expect: async (world) => {
    const { page } = world;
    await pointed()(world);
    await dragged(world, [450, 300]);
    await holds(page, isAt(450, 300));
    await page.evaluate(() => Object.assign(document.querySelector('#m').style, { left: '500px', top: '380px' }));
    await pointed()(world);
    await page.evaluate(() => Object.assign(document.querySelector('#m').style, { left: 0, top: 0 }));
    await holds(page, isAt(450, 300));
  } },
];

const moving = [
  { name: 'moved by a transition', page: `<style>#m { transition: translate 800ms } .on { translate: 300px 200px }</style><div id="m" style="width: 300px">${CITY}</div>${script(`setTimeout(() => { m.className = 'on'; }, 600); ${RESTS}`)}`, expect: followed },
  { name: 'moved by an animation', page: `<style>#m { animation: go 900ms 500ms both } @keyframes go { to { translate: 0 300px } }</style><div id="m">${CITY}</div>${script(RESTS)}`, expect: followed },
  { name: 'moved by a script, step by step', page: `<div id="m" style="position: relative; width: 300px">${CITY}</div>${script(`
    let x = 0; const timer = setInterval(() => { x += 8; m.style.left = x + 'px'; if (x > 300) clearInterval(timer); }, 20); ${RESTS}`)}`, expect: followed },
  { name: 'pushed down by what is loaded above', page: `<div id="above"></div>${FORM}${script(`setTimeout(() => { above.style.height = '300px'; }, 900); ${RESTS}`)}`, expect: followed },
  { name: 'pushed down by a text area that is drawn larger', page: `<textarea id="above" style="display: block"></textarea>${FORM}${script(`setTimeout(() => { above.style.height = '300px'; }, 900); ${RESTS}`)}`, expect: followed },
  { name: 'in a box that is scrolled', page: `<div id="m" style="height: 300px; overflow: auto; border: 1px solid"><div style="height: 250px"></div>${FORM}${TALL}</div>${script(`setTimeout(() => { m.scrollTop = 150; }, 900); ${RESTS}`)}`, expect: followed },
  { name: 'scrolled half out of a box', page: `<div id="m" style="height: 200px; overflow: auto; border: 1px solid"><div style="height: 100px"></div>${box('position: static; height: 80px; width: 300px')}${TALL}</div>${script(`setTimeout(() => { m.scrollTop = 130; }, 1500); setTimeout(() => { window.opened = true; }, 1700);`)}`,
    expect: pointed({ once: () => window.opened, cut: { top: true } }) },
  { name: 'scrolled out of sight', page: `${FORM}${TALL}${script(`setTimeout(() => scrollTo(0, 900), 1500); setTimeout(() => { window.opened = true; }, 1800);`)}`,
    expect: ({ page }) => holds(page, async ({ overlays: [shown] }) => (await page.evaluate(() => window.opened) && shown && !shown.ring && shown.card ? '' : 'it is still pointed at')) },
  { name: 'window made narrow while it is shown', page: `<p>${CITY}</p>${TALL}`, expect: async (world) => {
    await pointed()(world);
    await world.resize([420, 700]);
    await pointed({ once: () => innerWidth === 420 })(world);
  }, size: [990, 700] },
  { name: 'taken out', page: `<div id="at">${FORM}</div>${script(`setTimeout(() => { at.remove(); window.opened = true; }, 1200);`)}`,
    expect: ({ page }) => holds(page, async ({ overlays: [shown] }) => (await page.evaluate(() => window.opened) && shown && !shown.ring ? '' : 'a ring is left')) },
  { name: 'with less motion', calm: true, page: `${TALL}${FORM}${TALL}${script(`window.steps = 0; addEventListener('scroll', () => { steps += 1; }, true);`)}`, expect: async (world) => {
    await pointed()(world);
    assert.ok(await world.page.evaluate(() => window.steps) <= 2, 'the page is scrolled at once');
    const animated = (await look(world.page)).overlays[0].animated;
    assert.equal(animated, false, 'nothing is animated');
  } },
];

export const placement = [...sides, ...layers, ...byHand, ...moving]
  .map(({ cut, ...one }) => aCase('placement', { targets: [city], expect: pointed({ cut }), ...one }));
