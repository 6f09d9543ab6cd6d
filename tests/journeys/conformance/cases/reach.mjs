// Reach: the control is found and pointed at wherever a site puts it.
import { aCase, CITY, city, script, shadow } from '../pages.mjs';
import { pointed, refused } from '../expect.mjs';

const OTHER = '<p><label>Country <input></label></p>';
const FORM = `${OTHER}<p>${CITY}</p>`;
const form = () => FORM;
const CLOSED_FORM = shadow('closed', FORM);
const inFrame = (address, more = 'width="700" height="500"') => `<p>Around</p><iframe src="${address}" ${more}></iframe>`;
const TALL = '<div class="tall">Much text</div>';
const scroller = (inside, style = '') => `<div style="height: 200px; width: 500px; overflow: auto; border: 1px solid; ${style}">${inside}</div>`;

const roots = [
  { name: 'plain', page: FORM },
  { name: 'open shadow root', page: shadow('open', FORM) },
  { name: 'closed shadow root', page: CLOSED_FORM },
  { name: 'closed root in an open one in a closed one', page: script(`
    const outer = document.createElement('x-outer');
    document.body.append(outer);
    const middle = document.createElement('x-middle');
    outer.attachShadow({ mode: 'closed' }).append(middle);
    middle.attachShadow({ mode: 'open' }).innerHTML = '<x-inner></x-inner>';
    middle.shadowRoot.firstChild.attachShadow({ mode: 'closed' }).innerHTML = FORM;`, { FORM }) },
  { name: 'closed root on an empty div', page: shadow('closed', FORM, 'div') },
  { name: 'root that is attached late', page: `<x-late></x-late>${script(`
    setTimeout(() => { document.querySelector('x-late').attachShadow({ mode: 'closed' }).innerHTML = FORM; }, 800);`, { FORM })}` },
  { name: 'slotted into a shadow root', page: `<x-slot>${CITY}</x-slot>${script(`
    document.querySelector('x-slot').attachShadow({ mode: 'closed' }).innerHTML = '<section style="padding:20px"><h2>Address</h2><slot></slot></section>';`)}` },
];

const frames = [
  { name: 'frame of the same origin', parts: { top: (link) => inFrame(link('in')), in: form } },
  { name: 'frame of another origin', parts: { top: (link) => inFrame(link('in', 'setup')), in: form } },
  { name: 'frames three deep, of one origin', parts: { top: (link) => inFrame(link('a')), a: (link) => inFrame(link('b')), b: (link) => inFrame(link('c')), c: form } },
  { name: 'frames three deep, each of another origin', parts: { top: (link) => inFrame(link('a', 'setup')), a: (link) => inFrame(link('b')), b: (link) => inFrame(link('c', 'setup')), c: form } },
  { name: 'frame behind one without access', parts: { top: (link) => inFrame(link('a', 'foreign')), a: (link) => inFrame(link('b', 'setup')), b: form } },
  { name: 'frame in a closed shadow root', parts: { top: (link) => shadow('closed', inFrame(link('in'))), in: () => CLOSED_FORM } },
  { name: 'frame far down a page', parts: { top: (link) => TALL + inFrame(link('in')), in: form }, expect: pointed({ inView: true }) },
  { name: 'frame of another origin far down a page', parts: { top: (link) => TALL + inFrame(link('in', 'setup')), in: form }, expect: pointed({ inView: true }) },
  { name: 'control far down a frame that is far down a page', parts: { top: (link) => TALL + inFrame(link('in', 'setup')), in: () => TALL + FORM }, expect: pointed({ inView: true }) },
  { name: 'frame that is put in late', parts: { top: (link) => script(`setTimeout(() => { document.body.innerHTML = FRAME; }, 700);`, { FRAME: inFrame(link('in')) }), in: form } },
  { name: 'control in one of two frames', parts: { top: (link) => inFrame(link('no', 'setup'), 'height="200"') + inFrame(link('in', 'setup'), 'height="260" width="700"'), no: () => OTHER, in: form }, expect: pointed({ card: false }) },
  { name: 'control in both of two frames', parts: { top: (link) => inFrame(link('in'), 'height="200"') + inFrame(link('in', 'setup'), 'height="200"'), in: form }, expect: refused('not_shown_ambiguous') },
];

const layers = [
  { name: 'modal dialog', page: `<p>Page</p><dialog>${FORM}</dialog>${script(`document.querySelector('dialog').showModal();`)}` },
  { name: 'modal dialog over a page with the same control', page: `<p><label>City <input></label></p><dialog>${FORM}</dialog>${script(`document.querySelector('dialog').showModal();`)}` },
  { name: 'dialog that is not modal', page: `<dialog open>${FORM}</dialog>` },
  { name: 'second modal dialog over a first', page: `<dialog><p>First</p></dialog><dialog>${FORM}</dialog>${script(`for (const one of document.querySelectorAll('dialog')) one.showModal();`)}` },
  { name: 'modal dialog in a closed shadow root', page: `<x-dialog></x-dialog>${script(`
    const root = document.querySelector('x-dialog').attachShadow({ mode: 'closed' });
    root.innerHTML = '<dialog>' + FORM + '</dialog>';
    root.firstChild.showModal();`, { FORM })}` },
  { name: 'popover', page: `<div popover="manual">${FORM}</div>${script(`document.querySelector('[popover]').showPopover();`)}` },
  { name: 'popover that closes by itself, in a modal dialog', page: `<dialog><p>Dialog</p><div popover>${FORM}</div></dialog>${script(`document.querySelector('dialog').showModal(); document.querySelector('[popover]').showPopover();`)}` },
  { name: 'dialog that opens late', page: `<dialog>${FORM}</dialog>${script(`setTimeout(() => document.querySelector('dialog').showModal(), 900);`)}` },
  { name: 'panel that is made of boxes, over a page', page: `<p>Page</p><div style="position: fixed; inset: 0; background: #0006; z-index: 9999"><div role="dialog" aria-modal="true" style="background: #fff; margin: 80px; padding: 20px">${FORM}</div></div>` },
];

const scrolled = [
  { name: 'far down the page', page: TALL + FORM + TALL },
  { name: 'far down a box that scrolls', page: scroller(TALL + FORM + TALL) },
  { name: 'box that scrolls in a box that scrolls', page: scroller(TALL + scroller(TALL + FORM + TALL, 'width: 460px') + TALL) + TALL },
  { name: 'far to the right in a box that scrolls', page: scroller(`<div style="width: 4000px; padding-left: 2500px">${FORM}</div>`) },
  { name: 'box that scrolls in a shadow root', page: TALL + shadow('closed', scroller(`<div style="height: 2000px"></div>${FORM}`)) },
  { name: 'under a fixed header', page: `<header style="position: fixed; inset: 0 0 auto; height: 120px; background: #ddd; z-index: 5">Header</header><div style="height: 150px"></div>${FORM}${TALL}${script(`
    addEventListener('load', () => scrollTo(0, document.querySelector('[data-goal]').getBoundingClientRect().y - 40));`)}` },
  { name: 'under a header that sticks, in a box that scrolls', page: `<div style="height: 400px; overflow: auto"><header style="position: sticky; top: 0; height: 90px; background: #ddd; z-index: 5">Header</header><div style="height: 150px"></div>${FORM}${TALL}</div>${script(`
    addEventListener('load', () => { const box = document.querySelector('[data-goal]'); box.closest('div').scrollTop = box.offsetTop - 60; });`)}` },
  { name: 'under a fixed bar at the bottom', page: `<div style="height: 700px"></div>${FORM}${TALL}<footer style="position: fixed; inset: auto 0 0; height: 140px; background: #ddd">Bar</footer>`, size: [1000, 800] },
];

const drawn = [
  { name: 'zoomed page', page: FORM, document: { html: 'style="zoom: 1.5"' } },
  { name: 'zoomed body', page: `<style>body { zoom: 0.75 }</style>${FORM}` },
  { name: 'zoomed parent', page: `<div style="zoom: 1.3; padding: 30px">${FORM}</div>` },
  { name: 'enlarged parent', page: `<div style="transform: scale(1.4) translate(60px, 20px); transform-origin: 0 0; width: 500px">${FORM}</div>` },
  { name: 'turned parent', page: `<div style="transform: rotate(8deg); margin: 60px; width: 500px">${FORM}</div>` },
  { name: 'page that is drawn anew as a whole', page: `<style>html { transform: translateZ(0); filter: brightness(1) }</style>${TALL}${FORM}${TALL}` },
  { name: 'frame in an enlarged parent', parts: { top: (link) => `<div style="transform: scale(1.2); transform-origin: 0 0">${inFrame(link('in'))}</div>`, in: form } },
  { name: 'page that the browser shows larger', page: FORM, zoom: 1.5 },
];

const late = [
  { name: 'late', page: `<div id="at"></div>${script(`setTimeout(() => { at.innerHTML = FORM; }, 1200);`, { FORM })}` },
  { name: 'made anew again and again', page: `<div id="at"></div>${script(`
    let times = 0;
    const timer = setInterval(() => { at.innerHTML = FORM; if ((times += 1) === 12) clearInterval(timer); }, 150);`, { FORM })}` },
  { name: 'made anew elsewhere once it is pointed at', page: `<div id="at">${FORM}</div>${script(`
    setTimeout(() => { at.innerHTML = '<p style="height: 200px">More</p>' + FORM; }, 1500);`, { FORM })}`, expect: pointed({ once: () => document.querySelector('#at p').textContent === 'More' }) },
  { name: 'shown late by its class', page: `<style>.no { display: none }</style><div id="at" class="no">${FORM}</div>${script(`setTimeout(() => { at.className = ''; }, 900);`)}` },
  { name: 'named late', page: `<p><input data-goal></p>${script(`setTimeout(() => document.querySelector('input').setAttribute('aria-label', 'City'), 900);`)}` },
  { name: 'in a part that is opened', page: `<details><summary>More</summary>${FORM}</details>${script(`setTimeout(() => { document.querySelector('details').open = true; }, 700);`)}` },
  { name: 'page that changes its address only', page: `<main id="at"><p>Loading</p></main>${script(`setTimeout(() => { history.pushState(null, '', location.href + '#new'); at.innerHTML = FORM; }, 700);`, { FORM })}` },
];

const twins = Object.entries({
  'far off the page': 'position: absolute; left: -9999px',
  'wholly transparent': 'opacity: 0',
  'not visible': 'visibility: hidden',
  'without a size': 'width: 0; height: 0; padding: 0; border: 0',
  'cut away': 'position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden',
}).map(([how, style]) => ({ name: `with a twin that is ${how}`, page: `<div style="${style}"><label>City <input style="${style}"></label></div>${FORM}` }));

const doubtful = [
  { name: 'two of the same', page: '<p><label>City <input></label></p><p><label>City <input></label></p>', expect: refused('not_shown_ambiguous') },
  { name: 'not there', page: OTHER, expect: refused() },
  { name: 'only a twin far off the page', page: '<p style="position: absolute; left: -9999px"><label>City <input></label></p>', expect: refused() },
  { name: 'only one that is wholly transparent', page: '<p style="opacity: 0"><label>City <input></label></p>', expect: refused() },
  { name: 'only one behind a modal dialog', page: `<p><label>City <input></label></p><dialog>${OTHER}</dialog>${script(`document.querySelector('dialog').showModal();`)}`, expect: refused() },
];

export const reach = [...roots, ...frames, ...layers, ...scrolled, ...drawn, ...late, ...twins, ...doubtful]
  .map((one) => aCase('reach', { targets: [city], expect: pointed(), ...one }));
