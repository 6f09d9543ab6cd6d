// The plan in the panel: unfolded with the integration user in it, and confirmed as in a production org.
import assert from 'node:assert/strict';
import { Hands } from './hands.mjs';
import { until } from './person.mjs';
import { say } from './words.mjs';

/** The words of the panel, its own line breaks and capitals aside. */
export const read = async (panel) => (await panel.text()).replace(/\s+/g, ' ');
/** The fixed beginning of a text. */
export const words = (key) => say(key).replace(/\$\w+\$.*/, '').trim();

/** Enters the details, allows checks, follows the guide up to a step, and unfolds the plan with the integration user in it. */
export async function planned(person, last = 'open_permission_sets') {
  await person.begin();
  await person.follow({ stop: (step) => step === last });
  const { page } = person.panel;
  await page.bringToFront();
  const summary = page.locator('#plan > summary');
  await summary.waitFor();
  // Unfolded already where Waymark goes ahead by itself.
  if (!await page.locator('#plan').evaluate(({ open }) => open)) await person.hands.click(summary);
  await person.hands.click(page.getByLabel(say('plan_makes_user')));
  await until(async () => (await page.locator('#plan .write').allInnerTexts()).some((line) => line.includes('jotform')), () => person.panel.text());
  return page;
}

/** Types the org's name and has the plan written. */
export async function confirm(page, hands = new Hands()) {
  const button = page.getByRole('button', { name: say('plan_apply'), exact: true });
  assert.ok(await button.isDisabled(), 'not before the name of the org is typed');
  await hands.type(page.locator('#plan-name'), 'Acme');
  await until(() => button.isEnabled(), 'the button to be enabled');
  await hands.click(button);
}
