// Filling: a value arrives as if a person had entered it, is read back, and where it cannot be entered the card says so.
import { say } from '../../lib/words.mjs';
import { aCase, script } from '../pages.mjs';
import { holds, pointed } from '../expect.mjs';
import { choice, filled, kept, press, text, tick } from '../fill.mjs';

const label = (control, name = 'City') => `<p><label>${name} ${control}</label></p>`;
const input = (attributes = '') => label(`<input data-goal ${attributes}>`);
const value = () => document.querySelector('[data-goal]').value;
const checked = () => document.querySelector('[data-goal]').checked;
const words = () => document.querySelector('[data-goal]').innerText.trim();
const picked = () => [...document.querySelector('[data-goal]').selectedOptions].map((option) => option.label);

const oslo = text('City', 'Oslo');
const OPTIONS = '<option value="">--None--</option><option>Bergen</option><option value="o">Oslo</option><option>Oslofjord</option>';

const native = [
  { name: 'text', page: input(), fields: [oslo], expect: filled(value, 'Oslo', { heard: ['focus', 'input', 'change', 'blur'] }) },
  { name: 'text that holds something else', page: input('value="Bergen"'), fields: [oslo], expect: filled(value, 'Oslo') },
  { name: 'e-mail', page: input('type="email"'), fields: [text('City', 'ada@example.com')], expect: filled(value, 'ada@example.com') },
  { name: 'telephone', page: input('type="tel"'), fields: [text('City', '+47 22 00 00 00')], expect: filled(value, '+47 22 00 00 00') },
  { name: 'address of a site', page: input('type="url"'), fields: [text('City', 'https://example.com/')], expect: filled(value, 'https://example.com/') },
  { name: 'search', page: input('type="search"'), fields: [text('City', 'Oslo', 'searchbox')], expect: filled(value, 'Oslo') },
  { name: 'number', page: input('type="number" min="1"'), fields: [text('City', '42', 'spinbutton')], expect: filled(value, '42') },
  { name: 'number that takes no words', page: input('type="number"'), fields: [text('City', 'many', 'spinbutton')], expect: kept(value, '') },
  { name: 'date', page: input('type="date"'), fields: [text('City', '2026-11-27')], expect: filled(value, '2026-11-27') },
  { name: 'time', page: input('type="time"'), fields: [text('City', '14:30')], expect: filled(value, '14:30') },
  { name: 'date and time', page: input('type="datetime-local"'), fields: [text('City', '2026-11-27T14:30')], expect: filled(value, '2026-11-27T14:30') },
  { name: 'month', page: input('type="month"'), fields: [text('City', '2026-11')], expect: filled(value, '2026-11') },
  { name: 'slider', page: input('type="range" max="10"'), fields: [text('City', '7', 'slider')], expect: filled(value, '7') },
  { name: 'text area', page: label('<textarea data-goal></textarea>'), fields: [text('City', 'Oslo\nNorway')], expect: filled(value, 'Oslo\nNorway') },
  { name: 'more than it may hold', page: input('maxlength="3"'), fields: [oslo], expect: kept(value, 'Osl', { state: 'differs' }) },
  { name: 'text area with more than it may hold', page: label('<textarea data-goal maxlength="3"></textarea>'), fields: [oslo], expect: kept(value, 'Osl', { state: 'differs' }) },
  { name: 'read-only', page: input('readonly value="Bergen"'), fields: [oslo], expect: kept(value, 'Bergen', { says: 'state_read_only' }) },
  { name: 'disabled by its fieldset', page: `<fieldset disabled>${input()}</fieldset>`, fields: [oslo], expect: kept(value, '', { says: 'state_read_only' }) },
  { name: 'disabled for a moment', page: `${input('disabled')}<script>setTimeout(() => { document.querySelector('[data-goal]').disabled = false; }, 2500);</script>`, fields: [oslo], expect: filled(value, 'Oslo') },
  { name: 'box with a list of suggestions', page: `${input('list="cities"')}<datalist id="cities"><option>Oslo</option></datalist>`, fields: [text('City', 'Oslo', 'combobox')], expect: filled(value, 'Oslo') },
  { name: 'check box', page: input('type="checkbox"'), fields: [tick('City')], expect: filled(checked, true, { heard: ['click', 'input', 'change'] }) },
  { name: 'check box to be cleared', page: input('type="checkbox" checked'), fields: [tick('City', false)], expect: filled(checked, false) },
  { name: 'check box behind its label', page: `<style>input { position: absolute; opacity: 0; width: 1px; height: 1px; }</style><p><input type="checkbox" id="b"><label for="b" data-goal style="padding-left: 30px">City</label></p>`, fields: [tick('City')], expect: filled(() => document.querySelector('#b').checked, true) },
  { name: 'list', page: label(`<select data-goal>${OPTIONS}</select>`), fields: [choice('City', 'Oslo')], expect: filled(picked, ['Oslo'], { heard: ['input', 'change'] }) },
  { name: 'list with groups', page: label(`<select data-goal><optgroup label="Sweden"><option>Malmö</option></optgroup><optgroup label="Norway"><option>Oslo</option></optgroup></select>`), fields: [choice('City', 'Oslo')], expect: filled(picked, ['Oslo']) },
  { name: 'list whose options come late', page: `${label('<select data-goal><option value="">--None--</option></select>')}<script>setTimeout(() => document.querySelector('select').add(new Option('Oslo')), 2500);</script>`, fields: [choice('City', 'Oslo')], expect: filled(picked, ['Oslo']) },
  { name: 'list without it', page: label('<select data-goal><option value="">--None--</option><option>Bergen</option></select>'), fields: [choice('City', 'Oslo')], expect: kept(picked, ['--None--'], { says: 'state_not_offered' }) },
  { name: 'list of several, others stay', page: label('<select multiple data-goal><option selected>Bergen</option><option>Oslo</option><option>Moss</option></select>'), fields: [choice('City', 'Oslo', 'listbox')], expect: filled(picked, ['Bergen', 'Oslo']) },
  { name: 'radio buttons', page: '<fieldset><legend>City</legend><label><input type="radio" name="c">Bergen</label><label><input type="radio" name="c" id="y" data-goal>Oslo</label></fieldset>', fields: [choice('City', 'Oslo', 'group')], expect: filled(() => document.querySelector('#y').checked, true) },
  { name: 'radio buttons behind their labels', page: `<style>input { position: absolute; left: -9999px; }</style><div role="radiogroup" aria-label="City" data-goal><input type="radio" name="c" id="x"><label for="x">Bergen</label> <input type="radio" name="c" id="y"><label for="y">Oslo</label></div>`, fields: [choice('City', 'Oslo', 'radiogroup')], expect: filled(() => document.querySelector('#y').checked, true) },
  { name: 'editable text', page: '<p id="l">City</p><div role="textbox" contenteditable="true" aria-labelledby="l" data-goal style="border: 1px solid; min-height: 30px"></div>', fields: [oslo], expect: filled(words, 'Oslo', { heard: ['focus', 'input', 'blur'] }) },
  { name: 'editable text that says only plaintext-only', page: '<p id="l">City</p><div contenteditable="plaintext-only" role="textbox" aria-labelledby="l" data-goal style="border: 1px solid; min-height: 30px"></div>', fields: [oslo], expect: filled(words, 'Oslo') },
  { name: 'password', page: label('<input type="password" autocomplete="current-password" data-goal>', 'Password'), fields: [text('Password', 'secret')], expect: kept(value, '', { points: false }) },
  { name: 'two lists and a button between them', page: `<p><label>Available <select multiple id="from" data-goal><option>Bergen</option><option>Oslo</option></select></label>
    <button type="button" onclick="for (const one of [...from.selectedOptions]) to.append(one)">Add</button>
    <label>Enabled <select multiple id="to"><option>Moss</option></select></label></p>`,
  fields: [{ target: { role: 'listbox', names: { en: ['Available'] } }, value: choice('', 'Oslo').value, control: { 'dueling-list': { add: { role: 'button', names: { en: ['Add'] } }, chosen: { role: 'listbox', names: { en: ['Enabled'] } } } } }],
  expect: filled(() => [...document.querySelector('#to').options].map((option) => option.label), ['Moss', 'Oslo']) },
];

const scripted = [
  { name: 'script that derives another field when this one is left', page: `${input('onblur="alias.value = this.value.slice(0, 3)"')}<p><label>Alias <input id="alias"></label></p>`,
    fields: [oslo, text('Alias', 'oslo1')], expect: filled(() => document.querySelector('#alias').value, 'oslo1', { states: ['matches', 'matches'] }) },
  { name: 'script that changes the value a second later, once', page: `${input('oninput="this.oninput = null; setTimeout(() => { this.value = \'Bergen\'; }, 1000)"')}`,
    fields: [oslo], expect: filled(value, 'Oslo', { after: 3_000 }) },
  { name: 'script that always writes it in capitals', page: input('oninput="this.value = this.value.toUpperCase()"'), fields: [oslo], expect: kept(value, 'OSLO', { state: 'differs' }) },
  { name: 'control that is made anew when it is changed', page: `<div id="around">${input()}</div><script>
    const again = () => { const old = document.querySelector('[data-goal]'); const copy = old.cloneNode(); copy.value = old.value; old.replaceWith(copy); copy.addEventListener('change', again); };
    document.querySelector('[data-goal]').addEventListener('change', again);
  </script>`, fields: [oslo], expect: filled(value, 'Oslo') },
];

/** A combobox of a page's own: `options` are listed by `list`, which `open` shows; it closes when the focus leaves it. */
const combobox = (control, behaviour, style = '') => `<style>[role=option] { height: 30px } ${style}</style><p id="l">City</p>${control}<ul id="list" role="listbox" aria-label="City" hidden style="margin: 0; padding: 0; list-style: none"></ul>${script(`
  const box = document.querySelector('[data-goal]');
  const names = ['Bergen', 'Oslo', 'Moss'];
  const choose = (name) => { if ('value' in box && box.localName === 'input') box.value = name; else box.textContent = name; window.chosen = name; close(); };
  const show = (wanted = names) => { list.replaceChildren(...wanted.map((name) => { const one = document.createElement('li'); one.role = 'option'; one.textContent = name; one.ariaSelected = String(window.chosen === name); one.addEventListener('click', () => choose(name)); return one; })); };
  const open = () => { list.hidden = false; box.ariaExpanded = 'true'; };
  const close = () => { list.hidden = true; box.ariaExpanded = 'false'; };
  ${behaviour}`)}`;
const BOX = '<div role="combobox" tabindex="0" aria-labelledby="l" aria-controls="list" aria-expanded="false" aria-haspopup="listbox" data-goal style="border: 1px solid; width: 200px; height: 24px">Choose…</div>';
const INPUT = '<input role="combobox" aria-labelledby="l" aria-controls="list" aria-expanded="false" aria-autocomplete="list" autocomplete="off" data-goal>';
const chosen = () => window.chosen;
const TOGGLES = 'show(); box.addEventListener("click", () => (list.hidden ? open() : close())); box.addEventListener("blur", close);';

const custom = [
  { name: 'combobox to choose from', page: combobox(BOX, TOGGLES), fields: [choice('City', 'Oslo')], expect: filled(chosen, 'Oslo') },
  { name: 'combobox that opens on the press', page: combobox(BOX, 'show(); box.addEventListener("mousedown", () => open()); box.addEventListener("blur", close);'), fields: [choice('City', 'Oslo')], expect: filled(chosen, 'Oslo') },
  { name: 'combobox whose options come late', page: combobox(BOX, 'box.addEventListener("click", () => { open(); setTimeout(show, 700); }); box.addEventListener("blur", close);'), fields: [choice('City', 'Oslo')], expect: filled(chosen, 'Oslo') },
  { name: 'combobox that lists what is typed', page: combobox(INPUT, 'box.addEventListener("input", () => { show(names.filter((name) => box.value && name.startsWith(box.value))); open(); }); box.addEventListener("blur", close);'), fields: [choice('City', 'Oslo')], expect: filled(chosen, 'Oslo') },
  { name: 'combobox whose list says nothing about it', page: combobox(BOX.replace('aria-controls="list"', ''), `${TOGGLES} list.removeAttribute('aria-label');`), fields: [choice('City', 'Oslo')], expect: filled(chosen, 'Oslo') },
  { name: 'combobox without it', page: combobox(BOX, TOGGLES), fields: [choice('City', 'Trondheim')], expect: kept(() => window.chosen ?? null, null) },
  { name: 'combobox that shows another choice', page: combobox(BOX.replace('Choose…', 'Bergen'), TOGGLES), fields: [choice('City', 'Oslo')], expect: filled(chosen, 'Oslo') },
  { name: 'combobox in a closed shadow root', page: `<x-combo></x-combo>${script(`
    const root = document.querySelector('x-combo').attachShadow({ mode: 'closed' });
    root.innerHTML = '<button role="combobox" aria-label="City" aria-expanded="false" aria-controls="list" data-goal>Choose…</button><div id="list" role="listbox" hidden><div role="option">Bergen</div><div role="option">Oslo</div></div>';
    const [box, list] = root.children;
    box.addEventListener('click', () => { list.hidden = !list.hidden; box.ariaExpanded = String(!list.hidden); });
    list.addEventListener('click', ({ target }) => { window.chosen = box.textContent = target.textContent; list.hidden = true; box.ariaExpanded = 'false'; });`)}`,
  fields: [choice('City', 'Oslo')], expect: filled(chosen, 'Oslo') },
  { name: 'combobox that makes only the options that can be seen', page: combobox(BOX, `
    const all = Array.from({ length: 200 }, (_, at) => (at === 150 ? 'Oslo' : 'Place ' + at));
    list.style.cssText = 'margin: 0; padding: 0; height: 180px; overflow: auto; position: relative; width: 200px';
    const draw = () => {
      const first = Math.floor(list.scrollTop / 30);
      show(all.slice(first, first + 8));
      [...list.children].forEach((one, at) => { one.style.cssText = 'position: absolute; top: ' + (first + at) * 30 + 'px'; });
      const end = document.createElement('li'); end.role = 'presentation'; end.style.cssText = 'height: 6000px; width: 1px'; list.append(end);
    };
    list.addEventListener('scroll', draw);
    box.addEventListener('click', () => { open(); draw(); });`), fields: [choice('City', 'Oslo')], expect: filled(chosen, 'Oslo') },
  { name: 'switch', page: '<button role="switch" aria-checked="false" data-goal onclick="this.ariaChecked = String(this.ariaChecked !== \'true\')">City</button>', fields: [tick('City', true, 'switch')], expect: filled(() => document.querySelector('[data-goal]').ariaChecked, 'true') },
  { name: 'box of a list that says that it is ticked', page: '<div role="checkbox" tabindex="0" aria-checked="false" data-goal onclick="this.ariaChecked = String(this.ariaChecked !== \'true\')">City</div>', fields: [tick('City')], expect: filled(() => document.querySelector('[data-goal]').ariaChecked, 'true') },
  { name: 'what a person has typed stays', page: input(), fields: [oslo], expect: async (world) => {
    await pointed()(world);
    await world.page.locator('[data-goal]').click();
    await world.page.keyboard.type('Moss');
    await kept(value, 'Moss', { says: 'state_by_user', points: false })(world);
    await press(world, say('button_fill'));
    await kept(value, 'Moss', { state: 'differs', points: false })(world);
  } },
  { name: 'a person\'s own choice is only waited for', page: label(`<select data-goal>${OPTIONS}</select>`), fields: [{ ...choice('City', ''), value: 'something' }], expect: async (world) => {
    await pointed()(world);
    await world.page.locator('[data-goal]').focus();
    await world.page.keyboard.press('ArrowDown');
    await holds(world.page, ({ overlays: [shown] }) => (shown?.card?.fields[0]?.state === 'matches' ? '' : `fields: ${JSON.stringify(shown?.card?.fields)}`));
  } },
];

export const filling = [...native, ...scripted, ...custom].map((one) => aCase('filling', one));
