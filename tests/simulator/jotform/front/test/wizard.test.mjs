// The wizard from search to Save, in each markup and shape, against answers such as the server gives.
import assert from 'node:assert/strict';
import { afterEach, mock, test } from 'node:test';
import { Window } from 'happy-dom';
import { formOf, frontEnd, plain } from './rendered.mjs';

const callback = 'https://www.jotform.com';
const window = new Window({ url: `${callback}/build/240001234567890/settings/integrations` });
const { document } = window;
for (const name of ['window', 'document', 'navigator', 'Node', 'Element', 'HTMLElement', 'HTMLIFrameElement', 'Event', 'MouseEvent', 'MessageEvent']) {
  const value = name === 'window' ? window : window[name];
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}
const front = await frontEnd();
let root;
let sent;

const fields = [
  { name: 'LastName', label: 'Last Name', writable: true, required: true, match: true },
  { name: 'Email', label: 'Email', writable: true, required: false, match: true },
  { name: 'Website', label: 'Website', writable: false, required: false, match: false },
];
const objects = [{ name: 'Account', label: 'Account', createable: false }, { name: 'Lead', label: 'Lead', createable: true }];

function answer(path, { method, body }) {
  if (path.includes('/objects')) {
    if (refusal) {
      throw new Error(refusal);
    }
    return objects;
  }
  if (path.includes('/fields')) {
    return fields;
  }
  if (method === 'POST') {
    sent = JSON.parse(body);
    return { integration: { ...sent, id: '9' }, warning: null };
  }
  const saved = sent ? [{ ...sent, id: '9', object_label: 'Lead', connection_name: 'Jotform Integration' }] : [];
  return { connections: [{ id: '7', name: 'Jotform Integration' }].slice(0, sent ? 1 : popups), integrations: saved, log: [] };
}

let popups;
let refusal;

function open(variation) {
  sent = undefined;
  popups = 0;
  refusal = undefined;
  globalThis.fetch = async (path, options) => ({
    json: async () => {
      try {
        return { responseCode: 200, content: answer(path, options) };
      } catch (error) {
        return { responseCode: 424, message: error.message };
      }
    },
  });
  window.open = () => {
    popups += 1;
    return { closed: false };
  };
  const all = { ...plain, ...variation };
  front.sowClasses(1);
  const form = { ...formOf([]), sources: [{ source: '3.last', label: 'Full Name - Last Name' }, { source: '4', label: 'E-mail' }] };
  const state = { account: { username: 'ada' }, form, variation: all, words: front.texts.help_page };
  document.body.innerHTML = '<div id="app"></div>';
  root = front.createRoot(document.getElementById('app'));
  root.render(front.createElement(front.Builder, { state, initialView: { tab: 'settings', panel: 'integrations', detail: null } }));
}

// React's own complaints: a missing key, an unknown attribute, a control that changes hands.
const complaints = mock.method(console, 'error', () => {}).mock;

afterEach(() => {
  root.unmount();
  const told = complaints.calls.map((call) => call.arguments.join(' '));
  assert.deepEqual(told.filter((text) => !text.includes('MockTimers API is an experimental feature')), []);
});

async function until(what, found) {
  const end = Date.now() + 5000;
  for (;;) {
    const result = found();
    if (result) {
      return result;
    }
    assert.ok(Date.now() < end, `${what} did not come: ${document.body.textContent}`);
    await new Promise(setImmediate);
  }
}

// The innermost element that shows exactly this text.
const shown = (text, place = document) => until(`“${text}”`, () => [...place.querySelectorAll('*')]
  .filter((element) => element.textContent.trim() === text).at(-1));

const press = async (text, place) => (await shown(text, place)).dispatchEvent(new window.MouseEvent('click', { bubbles: true }));

const isOff = (text) => [...document.querySelectorAll('button, [tabindex]')]
  .some((one) => one.textContent === text && (one.disabled || one.tabIndex < 0));

function set(control, value) {
  const prototype = control.tagName === 'SELECT' ? window.HTMLSelectElement.prototype : window.HTMLInputElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value').set.call(control, value);
  control.dispatchEvent(new window.Event(control.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
}

async function choose(control, heading, text) {
  const place = (await until(heading, () => [...document.querySelectorAll('*')]
    .filter((element) => element.textContent.trim().startsWith(heading) && element.querySelector('select, [class*="sc-"] [class*="sc-"]')).at(-1)));
  if (control === 'buttons') {
    await press(text, place);
  } else if (control === 'cards') {
    const label = await shown(text, place);
    (label.querySelector('input') ?? label).click();
  } else if (control === 'native') {
    const select = place.querySelector('select');
    const option = await until(text, () => [...select.options].find((one) => one.textContent.replace(' *', '') === text));
    set(select, option.value);
  } else {
    await press(place.textContent.includes('Select a field') ? 'Select a field' : 'Please Select', place);
    const option = await until(text, () => [...document.querySelectorAll('[class*="sc-"]')]
      .filter((one) => one.textContent.replace(' *', '') === text).at(-1));
    option.click();
  }
}

// What a mapping row begins with.
const row = (label) => `${label}→`;

async function walk(variation) {
  open(variation);
  const next = async () => variation.wizard_shape === 'stepwise' && press('Next');
  await press('Salesforce');
  await press('Authenticate');
  assert.equal(popups, 1);
  await shown('Continue in the Salesforce window…');
  const stranger = { source: 'jotform-salesforce', connection: '666' };
  window.dispatchEvent(new window.MessageEvent('message', { origin: 'https://evil.example', data: stranger }));
  window.dispatchEvent(new window.MessageEvent('message', { origin: callback, data: { ...stranger, connection: '7' } }));
  await shown('Jotform Integration');
  await next();
  await choose(variation.action_control, 'Select an action', 'Create or update a record');
  if (variation.action_control !== 'buttons') await next();
  await shown('Select an object');
  await until('objects', () => !document.body.textContent.includes('Loading'));
  assert.doesNotMatch(document.body.textContent, /Select an object.*Account/, 'an object without Create is not offered');
  await choose(variation.object_control, 'Select an object', 'Lead');
  if (variation.object_control !== 'buttons') {
    if (variation.wizard_shape === 'stepwise') await until('fields', () => !isOff('Next'));
    await next();
  }
  await shown('Match your fields');
  await choose(variation.mapping_control, row('Full Name - Last Name'), 'Last Name');
  await choose(variation.mapping_control, row('E-mail'), 'Email');
  await next();
  const attachments = await shown('Attachments');
  const toggle = attachments.closest('[class*="sc-"]').querySelector('button, [tabindex]');
  toggle.click();
  await shown('Submission PDF');
  await press('Save');
  await until('the integration', () => sent);
  return sent;
}

const both = [
  { wizard_markup: 'labelled', wizard_shape: 'stepwise', action_control: 'native', object_control: 'native', mapping_control: 'native' },
  { wizard_markup: 'labelled', wizard_shape: 'single_page', action_control: 'cards', object_control: 'list', mapping_control: 'list' },
  { wizard_markup: 'soup', wizard_shape: 'stepwise', action_control: 'list', object_control: 'list', mapping_control: 'list', wizard_place: 'dialog' },
  { wizard_markup: 'soup', wizard_shape: 'single_page', action_control: 'cards', object_control: 'native', mapping_control: 'native', rerender: 'replaces' },
  { wizard_markup: 'labelled', wizard_shape: 'stepwise', action_control: 'buttons', object_control: 'buttons', mapping_control: 'native' },
  { wizard_markup: 'soup', wizard_shape: 'single_page', action_control: 'buttons', object_control: 'buttons', mapping_control: 'list' },
];

for (const variation of both) {
  test(`an integration is saved: ${Object.values(variation).join(' ')}`, async () => {
    const { connection, action, object, mapping, attachments, update_existing } = await walk(variation);
    assert.deepEqual({ connection, action, object, mapping, attachments, update_existing }, {
      connection: '7', action: 'create', object: 'Lead', mapping: { '3.last': 'LastName', 4: 'Email' }, attachments: true, update_existing: false,
    });
    await shown('Create or update a record: Lead');
  });
}

test('a denied authorization is told in Salesforce’s words', async () => {
  open({});
  await press('Salesforce');
  await press('Authenticate');
  const data = { source: 'jotform-salesforce', error: 'OAUTH_APPROVAL_ERROR_GENERIC', description: 'app must be installed into org' };
  await shown('Continue in the Salesforce window…');
  window.dispatchEvent(new window.MessageEvent('message', { origin: callback, data }));
  await shown('Something went wrong: OAUTH_APPROVAL_ERROR_GENERIC: app must be installed into org');
});

test('a token that is gone is told until the user has authenticated again', async () => {
  open({});
  await press('Salesforce');
  await press('Authenticate');
  await shown('Continue in the Salesforce window…');
  refusal = 'INVALID_SESSION_ID: Session expired or invalid. Authenticate again.';
  const told = () => document.body.textContent.includes(refusal);
  const come = () => window.dispatchEvent(new window.MessageEvent('message', {
    origin: callback, data: { source: 'jotform-salesforce', connection: '7' },
  }));
  come();
  await until('the refusal', told);
  await press('Next');
  await choose('native', 'Select an action', 'Create or update a record');
  await press('Next');
  assert.ok(told());
  await press('Back');
  await press('Back');
  await press('Use another account');
  const waited = refusal;
  refusal = undefined;
  come();
  await until('the end of the refusal', () => !document.body.textContent.includes(waited));
});

test('a value set without its events is not seen, one with them is', async () => {
  open({});
  const search = await until('the search box', () => document.querySelector('input[type=search]'));
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    Object.getOwnPropertyDescriptor(window.HTMLInputElement.prototype, 'value').set.call(search, 'Pardot');
    mock.timers.tick(1000);
    await new Promise(setImmediate);
    assert.match(document.body.textContent, /Slack/);
    search.dispatchEvent(new window.Event('input', { bubbles: true }));
    await new Promise(setImmediate);
    mock.timers.tick(plain.search_delay_ms - 1);
    await new Promise(setImmediate);
    assert.match(document.body.textContent, /Slack/, 'not before the delay is over');
    mock.timers.tick(1);
    await until('the filter', () => !document.body.textContent.includes('Slack'));
    assert.match(document.body.textContent, /Salesforce Pardot/);
  } finally {
    mock.timers.reset();
  }
});
