// Filling: a value arrives as if a person had entered it, is read back, and where it cannot be entered the card says so.
import { aCase } from '../pages.mjs';
import { choice, filled, kept, text, tick } from '../fill.mjs';

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

export const filling = [...native, ...scripted].map((one) => aCase('filling', one));
