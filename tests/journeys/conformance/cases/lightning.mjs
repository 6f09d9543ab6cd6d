// Lightning base components, the real ones, as Setup's newer pages are made of: with synthetic shadow as Salesforce runs them, and
// with the browser's own.
import { aCase } from '../pages.mjs';
import { choice, filled, kept, text, tick } from '../fill.mjs';
import { pointed } from '../expect.mjs';

/**
 * A page with one component; what it reports as its value is kept. The control in it is marked once it is there. Synthetic shadow
 * has no `attachInternals`, which the combobox wants.
 */
const component = (kind, properties, control = 'input, textarea, select, button', synthetic = kind !== 'combobox') => `<div id="at" style="max-width: 500px"></div>
${synthetic ? '<script src="/library/synthetic-shadow.js"></script>' : ''}<script src="/library/lightning.js"></script><script>
  const component = lightning('${kind}', ${JSON.stringify({ label: 'City', name: 'city', ...properties })});
  window.value = null;
  component.addEventListener('change', ({ detail, target }) => { window.value = detail.value ?? detail.checked ?? target.checked; });
  at.append(component);
  const mark = () => {
    const find = (root) => {
      for (const one of root.querySelectorAll('*')) {
        if (one.matches(${JSON.stringify(control)})) return one;
        const inside = one.shadowRoot && find(one.shadowRoot);
        if (inside) return inside;
      }
    };
    const found = find(component.shadowRoot ?? component);
    if (found) found.setAttribute('data-goal', ''); else requestAnimationFrame(mark);
  };
  mark();
</script>`;

const value = () => window.value;
const OPTIONS = ['Bergen', 'Oslo', 'Moss'].map((label) => ({ label, value: label.toLowerCase() }));
const list = (name) => ({ role: 'listbox', names: { en: [name] } });

const cases = [
  { name: 'input is pointed at', page: component('input', {}), targets: [{ role: 'textbox', names: { en: ['City'] } }], expect: pointed() },
  { name: 'input', page: component('input', {}), fields: [text('City', 'Oslo')], expect: filled(value, 'Oslo') },
  { name: 'input in the browser\'s own shadow', page: component('input', {}, 'input', false), fields: [text('City', 'Oslo')], expect: filled(value, 'Oslo') },
  { name: 'input that is required and holds something', page: component('input', { required: true, value: 'Bergen' }), fields: [text('City', 'Oslo')], expect: filled(value, 'Oslo') },
  { name: 'input for an e-mail address', page: component('input', { type: 'email' }), fields: [text('City', 'ada@example.com')], expect: filled(value, 'ada@example.com') },
  { name: 'input for a number', page: component('input', { type: 'number' }), fields: [text('City', '42', 'spinbutton')], expect: filled(value, '42') },
  { name: 'input for a date', page: component('input', { type: 'date' }), fields: [text('City', 'Nov 27, 2026')], expect: filled(value, '2026-11-27') },
  { name: 'input that is read-only', page: component('input', { readOnly: true, value: 'Bergen' }), fields: [text('City', 'Oslo')], expect: kept(value, null, { says: 'state_read_only' }) },
  { name: 'input that takes three letters only', page: component('input', { maxLength: 3 }), fields: [text('City', 'Oslo')], expect: kept(value, 'Osl', { state: 'differs' }) },
  { name: 'check box', page: component('input', { type: 'checkbox' }), fields: [tick('City')], expect: filled(value, true) },
  { name: 'text area', page: component('textarea', {}), fields: [text('City', 'Oslo\nNorway')], expect: filled(value, 'Oslo\nNorway') },
  { name: 'combobox', page: component('combobox', { options: OPTIONS, placeholder: 'Select a city' }, '[role=combobox]'), fields: [choice('City', 'Oslo')], expect: filled(value, 'oslo') },
  { name: 'combobox that shows another choice', page: component('combobox', { options: OPTIONS, value: 'bergen' }, '[role=combobox]'), fields: [choice('City', 'Oslo')], expect: filled(value, 'oslo') },
  { name: 'combobox without it', page: component('combobox', { options: OPTIONS.slice(0, 1), placeholder: 'Select a city' }, '[role=combobox]'), fields: [choice('City', 'Oslo')], expect: kept(value, null, {}) },
  { name: 'native list', page: component('select', { options: [{ label: '--None--', value: '' }, ...OPTIONS] }), fields: [choice('City', 'Oslo')], expect: filled(value, 'oslo') },
  { name: 'radio buttons', page: component('radio-group', { options: OPTIONS, type: 'radio' }, 'fieldset'), fields: [choice('City', 'Oslo', 'radiogroup')], expect: filled(value, 'oslo') },
  { name: 'check boxes of a group', page: component('checkbox-group', { options: OPTIONS, value: [] }, 'input'), fields: [tick('Bergen')], expect: filled(value, ['bergen']) },
  { name: 'two lists', page: component('dual-listbox', { options: OPTIONS, value: ['moss'], sourceLabel: 'Available', selectedLabel: 'Selected' }, '[role=listbox]'),
    fields: [{ target: list('Available'), value: choice('', 'Oslo').value, control: { 'dueling-list': { add: { role: 'button', names: { en: ['Move selection to Selected', 'Move to Selected'] } }, chosen: list('Selected') } } }], expect: filled(value, ['moss', 'oslo']) },
];

export const lightning = cases.map((one) => aCase('lightning', one));
