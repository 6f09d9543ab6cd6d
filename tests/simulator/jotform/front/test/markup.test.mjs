// The markup that Jotform fact §2 grades as seen must be there, whatever the variation.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formOf, frontEnd, plain, types } from './rendered.mjs';

const front = await frontEnd();

function page({ view = { tab: 'build' }, variation = {}, form = formOf(types) } = {}) {
  const all = { ...plain, ...variation };
  front.sowClasses(all.class_seed);
  const state = { account: { username: 'ada@acme.example' }, form, variation: all, words: front.texts.help_page };
  return front.renderToStaticMarkup(front.createElement(front.Builder, { state, initialView: view }));
}

test('a full name question is marked up as seen', () => {
  const form = formOf([]);
  form.questions = [{ qid: 22, type: 'control_fullname', name: 'fullName', text: 'Full Name', required: true, options: [], rows: [] }];
  const html = page({ form });
  const line = html.match(/<li id="id_22"[^>]*>/)[0];
  assert.match(line, /data-type="control_fullname"/);
  assert.match(line, /class="form-line isRequired /);
  assert.match(line, /aria-label="Full Name Field Required"/);
  assert.match(html, /class="form-label [^"]*"[^>]*><span class="inlineEditor [^"]*">Full Name<\/span>/);
  assert.match(html, /name="q22_fullName\[first\]"/);
  assert.match(html, /name="q22_fullName\[last\]"/);
});

test('every question type is shown, optional ones without the mark', () => {
  const html = page();
  types.forEach((type, place) => {
    const line = html.match(new RegExp(`<li id="id_${20 + place}"[^>]*>`))[0];
    assert.match(line, new RegExp(`data-type="${type}"`));
    assert.equal(line.includes('isRequired'), place % 2 === 0, line);
  });
});

test('the tabs have their ids; app_wizards is there twice; the assistant floats', () => {
  for (const tab_role of ['tab', 'link']) {
    const html = page({ variation: { tab_role } });
    assert.match(html, /<a id="siteNav_id_settings"/);
    assert.match(html, /<a id="siteNav_id_publish"/);
    assert.equal(html.includes('role="tablist"'), tab_role === 'tab');
    assert.equal(html.match(/id="app_wizards"/g).length, 2);
    assert.match(html, /id="form-agent-helper"/);
    assert.match(html, /id="JotformAgent-/);
  }
});

test('the inferred settings list is there in one variation and not in the other', () => {
  const view = { tab: 'settings', panel: 'integrations', detail: null };
  const named = page({ view });
  assert.match(named, /<aside class="settingsPanel [^"]*"><ul class="settingsPanel-list /);
  assert.match(named, /<a class="navLink active [^"]*" href="[^"]*integrations">.*?panelHeader-subtext [^"]*">Integrations</);
  assert.match(named, /class="panelDesc [^"]*">Connect your form to other apps</);
  assert.match(named, /class="stageContainer [^"]*" role="main"/);
  const hashed = page({ view, variation: { settings_list: 'hashed', stage_class: 'hashed' } });
  assert.doesNotMatch(hashed, /settingsPanel|navLink|role="main"/);
  assert.match(hashed, />Connect your form to other apps</);
});

test('generated classes differ from build to build', () => {
  const classes = (seed) => new Set(page({ variation: { class_seed: seed } }).match(/\bsc-[a-z]+/g));
  const [one, other] = [classes(1), classes(2)];
  assert.ok(one.size > 20);
  assert.ok([...one].filter((name) => other.has(name)).length <= 1);
});

test('no two elements of a build share a generated class by accident', async () => {
  const { styles } = await import('../src/styles.js');
  const { sc, sowClasses } = await import('../src/sc.js');
  for (let seed = 0; seed < 50; seed += 1) {
    sowClasses(seed);
    const names = Object.keys(styles).map((name) => sc(name).split(' ')[1]);
    assert.equal(new Set(names).size, names.length, `seed ${seed}`);
  }
});

test('one markup of the wizard has labels and roles, the other has neither', () => {
  const render = (kit) => {
    const props = { label: 'Object', showLabel: true, placeholder: 'Please Select', value: null, options: [{ value: 'Lead', label: 'Lead' }] };
    const parts = ['native', 'list', 'cards'].map((control) => front.createElement(kit.Choice, { ...props, control, key: control }));
    const toggle = front.createElement(kit.Toggle, { label: 'Attachments', hint: 'Send files', on: true, key: 'toggle' });
    const button = front.createElement(kit.Button, { key: 'button' }, 'Save');
    return front.renderToStaticMarkup([...parts, toggle, button]);
  };
  const labelled = render(front.labelled);
  for (const expected of ['<label', 'role="combobox"', 'role="radiogroup"', 'role="switch"', '<button']) {
    assert.ok(labelled.includes(expected), expected);
  }
  assert.doesNotMatch(render(front.soup), /<label|role=|aria-|<button|\bid=/);
});

test('addresses and views belong together', () => {
  const view = { tab: 'settings', panel: 'integrations', detail: 'salesforce' };
  assert.equal(front.addressOf('24', view, 'own'), '/build/24/settings/integrations/salesforce');
  assert.equal(front.addressOf('24', view, 'none'), '/build/24/settings');
  assert.deepEqual(front.viewOf('/build/24/settings/integrations/salesforce', 'own'), view);
  assert.equal(front.viewOf('/build/24/settings/integrations/salesforce', 'none').panel, 'form');
  assert.deepEqual(front.viewOf('/build/24/', 'own'), { tab: 'build' });
  assert.deepEqual(front.viewOf('/build/24/settings/conditions/7', 'none'), { tab: 'settings', panel: 'conditions', detail: '7' });
});

test('the search finds Salesforce among its look-alikes', () => {
  const names = front.matching('salesforce').map(({ name }) => name);
  assert.deepEqual(names, ['Salesforce Marketing Cloud', 'Salesforce Pardot', 'Salesforce']);
  assert.ok(front.matching('').length >= 30);
});
