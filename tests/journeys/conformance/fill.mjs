// Fields of cases, and what has to hold once a person has pressed Fill.
import assert from 'node:assert/strict';
import { until } from '../lib/person.mjs';
import { say } from '../lib/words.mjs';
import { holds, notPointedAt } from './expect.mjs';
import { look } from './look.mjs';

const named = (name, role) => ({ role, names: { en: [name] } });
/** A field that takes a text. */
export const text = (name, value, role = 'textbox') => ({ target: named(name, role), value: { text: value } });
/** One that takes one of several. */
export const choice = (name, label, role = 'combobox') => ({ target: named(name, role), control: 'choice', value: { option: { record: null, labels: { en: [label] } } } });
/** One that is ticked or not. */
export const tick = (name, on = true, role = 'checkbox') => ({ target: named(name, role), control: 'checkbox', value: { checked: on } });

/** Presses a button of the card with the mouse, once it stands still. */
export async function press({ page }, name) {
  let before;
  const button = await until(async () => {
    const found = (await look(page)).overlays.flatMap(({ card }) => card?.buttons ?? []).find((one) => one.name === name);
    const still = found && JSON.stringify(found) === before;
    before = JSON.stringify(found);
    return still && found;
  }, `a button ${name}`, 8_000);
  await page.mouse.click(button.x + button.width / 2, button.y + button.height / 2);
}

const states = ({ overlays }) => (overlays[0]?.card?.fields ?? []).map(({ state }) => state);

/** After filling, the fields are as wanted in the card and `read`, asked of the page, gives `wanted`; `after` asks again so many milliseconds later. */
export const filled = (read, wanted, { states: expected = ['matches'], heard = [], after = 0 } = {}) => async (world) => {
  const { page } = world;
  await holds(page, (seen) => notPointedAt(seen));
  await press(world, say('button_fill'));
  await holds(page, (seen) => (`${states(seen)}` === `${expected}` ? '' : `fields: ${JSON.stringify(seen.overlays[0]?.card?.fields)}`), 9_000);
  const pressedAt = Date.now();
  await until(() => Date.now() - pressedAt >= after, 'the time after');
  assert.deepEqual(await page.evaluate(read), wanted);
  const events = await page.evaluate(() => window.heard);
  assert.deepEqual(heard.filter((kind) => !events.includes(kind)), [], `events that the page did not notice among ${events}`);
};

/** What cannot be entered is not: `read` gives `wanted`, and the card's line says so by its state or its words. */
export const kept = (read, wanted, { state, says, points = true } = {}) => async (world) => {
  const { page } = world;
  if (points) {
    await holds(page, (seen) => notPointedAt(seen));
    await press(world, say('button_fill'));
  }
  const wrong = (seen) => {
    const [field] = seen.overlays[0]?.card?.fields ?? [];
    const busy = seen.overlays[0]?.card?.buttons.some(({ disabled }) => disabled);
    if (busy || field?.state === 'busy') return 'it still fills';
    if (state && field?.state !== state) return `the field is ${field?.state}`;
    if (says && !field?.text.includes(say(says).split('”').at(-1))) return `the card says ${field?.text}`;
    return field?.state === 'matches' ? 'the card says that it is filled' : '';
  };
  await holds(page, wrong, 12_000);
  assert.deepEqual(await page.evaluate(read), wanted);
};
