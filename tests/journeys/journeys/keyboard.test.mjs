// From the panel to a saved permission set without a mouse, and what somebody is told who does not see the page: the closed root is
// looked at through the browser's accessibility tree.
import assert from 'node:assert/strict';
import { row } from '../lib/assert.mjs';
import { journey } from '../lib/journey.mjs';
import { overlays, sessionsOf } from '../lib/overlay.mjs';
import { until } from '../lib/person.mjs';
import { say, stepOf } from '../lib/words.mjs';

/** More than anything in Setup takes to be reached. */
const MOST_KEYS = 150;

/** Every node of the accessibility trees of a page that is told of, those of closed roots as well. */
async function told(page) {
  const nodes = [];
  for (const { client } of await sessionsOf(page)) {
    const { frameTree } = await client.send('Page.getFrameTree');
    const frames = ({ frame, childFrames = [] }) => [frame.id, ...childFrames.flatMap(frames)];
    for (const frameId of frames(frameTree)) {
      const tree = await client.send('Accessibility.getFullAXTree', { frameId }).catch(() => ({ nodes: [] }));
      nodes.push(...tree.nodes.filter(({ ignored }) => !ignored));
    }
  }
  return nodes;
}

const property = (node, wanted) => node.properties?.find(({ name }) => name === wanted)?.value.value;

/** The role and name of what has the focus; of nested ones (a frame and what is in it) the innermost. */
async function focused(page) {
  const nodes = (await told(page)).filter((node) => property(node, 'focused') && node.role.value !== 'RootWebArea');
  const last = nodes.at(-1);
  return last && { role: last.role.value, name: last.name?.value ?? '' };
}

/** What the card's live regions say: each change of it is read out. */
async function announced(page) {
  const nodes = await told(page);
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const texts = (node) => (node?.childIds ?? []).flatMap((id) => {
    const child = byId.get(id);
    return child?.role.value === 'StaticText' ? [child.name.value] : texts(child);
  });
  return nodes.filter((node) => node.role.value === 'status').flatMap((node) => texts(node).join(' ') || []);
}

/** Tab until the control with this role and one of these names has the focus. */
async function tabTo(page, role, names, key = 'Tab') {
  const passed = [];
  for (let at = 0; at < MOST_KEYS; at += 1) {
    const now = await focused(page);
    if (now?.role === role && names.includes(now.name)) return now;
    passed.push(now && `${now.role} ${now.name}`);
    await page.keyboard.press(key);
  }
  throw new Error(`${role} ${names} is not reached by ${key}: ${[...new Set(passed)].join(', ')}`);
}

/** Tab until what the spotlight is on has the focus. */
async function tabToSpotlight(page) {
  for (let at = 0; at < MOST_KEYS; at += 1) {
    const box = await page.evaluate(() => {
      const { x, y, width, height } = document.activeElement.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    const [shown] = await overlays(page);
    const { spotlight } = shown ?? {};
    const isIn = (place, from, size) => place > from && place < from + size;
    const hasFocus = await page.evaluate(() => document.activeElement.matches('a, button, input, select'));
    if (hasFocus && spotlight && isIn(box.x, spotlight.x, spotlight.width) && isIn(box.y, spotlight.y, spotlight.height)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`what is pointed at is not reached by Tab; the focus is on ${JSON.stringify(await focused(page))}`);
}

/** The card that stands for a step. */
async function cardOf(page, ...steps) {
  return until(async () => {
    const [shown] = await overlays(page);
    return shown && steps.includes(stepOf(shown.card)) && shown;
  }, async () => `${steps}; ${JSON.stringify(await overlays(page))}`);
}

journey('a permission set by keyboard alone', { seed: 1, start: 'classic', onlyInChromium: "what is announced in closed roots is seen by Chromium's developer tools" }, async ({ person, simulator }) => {
  await person.arrive();
  await person.openPanel();
  const { page, panel } = person;
  const spoken = [];
  /** Waits for the step's card, and that its sentence is read out once. */
  const listen = async (...steps) => {
    const { card } = await cardOf(page, ...steps);
    const said = await until(async () => {
      const all = await announced(page);
      return all.includes(card.what) && all;
    }, async () => `“${card.what}” to be announced; ${await announced(page)}`);
    assert.equal(said.filter((one) => one === card.what).length, 1, `once: ${said}`);
    spoken.push(stepOf(card));
    return stepOf(card);
  };
  const pressInPanel = async (role, name, ...keys) => {
    await panel.page.bringToFront();
    await tabTo(panel.page, role, [name]);
    for (const key of keys) await panel.page.keyboard.press(key);
  };

  await panel.button('panel_start').waitFor();
  await pressInPanel('button', say('panel_start'), 'Enter');
  await until(async () => (await focused(panel.page))?.role === 'main', async () => `the new face to have the focus, not ${JSON.stringify(await focused(panel.page))}`);
  await pressInPanel('textbox', say('input_email'));
  await panel.page.keyboard.type(person.people.integration.email);
  await panel.page.keyboard.press('Enter');
  await pressInPanel('button', say('panel_decline'), 'Enter');

  await page.bringToFront();
  for (;;) {
    const step = await listen('open_permission_sets', 'new_permission_set', 'fill_permission_set');
    if (step === 'fill_permission_set') break;
    await tabToSpotlight(page);
    await page.keyboard.press('Enter');
    await until(async () => stepOf((await overlays(page))[0]?.card ?? { where: '', what: '' }) !== step, `a step after ${step}`);
  }

  // Small and large again: the focus goes along.
  await tabTo(page, 'button', [say('button_back')]);
  await page.keyboard.press('Escape');
  const small = await until(async () => {
    const now = await focused(page);
    return now?.name.includes(say('card_expand')) && now;
  }, async () => `the small card to have the focus, not ${JSON.stringify(await focused(page))}`);
  assert.equal(small.role, 'button');
  await page.keyboard.press('Enter');
  await until(async () => (await focused(page))?.name === say('card_label'), 'the card to have the focus');

  await tabTo(page, 'button', [say('button_fill')]);
  await page.keyboard.press('Enter');
  await listen('save_permission_set');
  await tabToSpotlight(page);
  await page.keyboard.press('Enter');
  const licence = row(await simulator.org(), 'PermissionSetLicense', { DeveloperName: 'SalesforceAPIIntegrationPsl' });
  const sets = async () => (await simulator.org()).PermissionSet.filter(({ IsCustom, LicenseId }) => IsCustom && LicenseId === licence.Id);
  await until(async () => (await sets()).length === 1, 'the permission set in the org');
  await listen('open_object_settings');
  assert.equal(new Set(spoken).size, spoken.length, `each step is told of once: ${spoken}`);

  // Closed from within, the card gives the focus back to where it came from.
  await tabTo(page, 'button', [say('card_minimise')], 'Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  const outside = await focused(page);
  assert.ok(outside, 'something of the page has the focus');
  await tabTo(page, 'button', [say('button_close')]);
  await page.keyboard.press('Enter');
  await until(async () => (await overlays(page)).length === 0, 'the card to close');
  await until(async () => (await focused(page))?.name === outside.name, async () => `${outside.name} to have the focus, not ${JSON.stringify(await focused(page))}`);
});
