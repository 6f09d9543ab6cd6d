// React's controlled inputs, with the real packages: what is shown is the component's state, and only what React noticed gets there.
import { aCase } from '../pages.mjs';
import { choice, filled, kept, text, tick } from '../fill.mjs';

/** A page with one component: its `state`, and the element it gives with `set(value)` at hand. */
const component = (state, element) => `<div id="root"></div><script src="/library/react.js"></script><script>
  const make = React.createElement;
  function Form() {
    const [value, set] = React.useState(${JSON.stringify(state)});
    window.state = value;
    return ${element};
  }
  ReactDOM.createRoot(document.querySelector('#root')).render(make(Form));
</script>`;
const labelled = (control) => `make('label', null, 'City ', ${control})`;
const goal = (type, rest) => `make('${type}', { 'data-goal': true, ${rest} })`;
const state = () => window.state;
const OPTIONS = `...['', 'Bergen', 'Oslo'].map((one) => make('option', { key: one, value: one }, one || '--None--'))`;

const cases = [
  { name: 'text', page: component('', labelled(goal('input', 'value, onChange: (event) => set(event.target.value)'))), fields: [text('City', 'Oslo')], expect: filled(state, 'Oslo') },
  { name: 'text that held something', page: component('Bergen', labelled(goal('input', 'value, onChange: (event) => set(event.target.value)'))), fields: [text('City', 'Oslo')], expect: filled(state, 'Oslo') },
  { name: 'text area', page: component('', labelled(goal('textarea', 'value, onChange: (event) => set(event.target.value)'))), fields: [text('City', 'Oslo\nNorway')], expect: filled(state, 'Oslo\nNorway') },
  { name: 'number', page: component('', labelled(goal('input', "type: 'number', value, onChange: (event) => set(event.target.value)"))), fields: [text('City', '42', 'spinbutton')], expect: filled(state, '42') },
  { name: 'date', page: component('', labelled(goal('input', "type: 'date', value, onChange: (event) => set(event.target.value)"))), fields: [text('City', '2026-11-27')], expect: filled(state, '2026-11-27') },
  { name: 'list', page: component('', labelled(`make('select', { 'data-goal': true, value, onChange: (event) => set(event.target.value) }, ${OPTIONS})`)), fields: [choice('City', 'Oslo')], expect: filled(state, 'Oslo') },
  { name: 'check box', page: component(false, labelled(goal('input', "type: 'checkbox', checked: value, onChange: (event) => set(event.target.checked)"))), fields: [tick('City')], expect: filled(state, true) },
  { name: 'radio buttons', page: component('', `make('fieldset', null, make('legend', null, 'City'), ...['Bergen', 'Oslo'].map((one) => make('label', { key: one }, make('input', { 'data-goal': one === 'Oslo' || undefined, type: 'radio', name: 'c', checked: value === one, onChange: () => set(one) }), one)))`), fields: [choice('City', 'Oslo', 'group')], expect: filled(state, 'Oslo') },
  { name: 'taken over when it is left', page: component('', labelled(goal('input', 'defaultValue: value, onBlur: (event) => set(event.target.value)'))), fields: [text('City', 'Oslo')], expect: filled(state, 'Oslo') },
  { name: 'made anew at every change', page: component('', labelled(goal('input', 'key: value, defaultValue: value, onChange: (event) => set(event.target.value)'))), fields: [text('City', 'Oslo')], expect: filled(state, 'Oslo') },
  { name: 'that takes three letters only', page: component('', labelled(goal('input', 'value, onChange: (event) => set(event.target.value.slice(0, 3))'))), fields: [text('City', 'Oslo')], expect: kept(state, 'Osl', { state: 'differs' }) },
  { name: 'that takes nothing', page: component('Bergen', labelled(goal('input', 'value, onChange: () => {}'))), fields: [text('City', 'Oslo')], expect: kept(state, 'Bergen', { state: 'differs' }) },
  { name: 'list in a portal', page: component('', `make('div', null, make('span', { id: 'l' }, 'City'), make('button', { 'data-goal': true, role: 'combobox', 'aria-haspopup': 'listbox', 'aria-labelledby': 'l', 'aria-expanded': Boolean(window.open_), 'aria-controls': 'list', onClick: () => { window.open_ = !window.open_; set(value + ' '); } }, value.trim() || 'Choose…'),
    window.open_ && make('ul', { id: 'list', role: 'listbox' }, ...['Bergen', 'Oslo'].map((one) => make('li', { key: one, role: 'option', 'aria-selected': value.trim() === one, onClick: () => { window.open_ = false; set(one); } }, one))))`),
  fields: [choice('City', 'Oslo')], expect: filled(() => window.state.trim(), 'Oslo') },
];

export const react = cases.map((one) => aCase('react', one));
