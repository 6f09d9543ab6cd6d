import assert from 'node:assert/strict';
import { journey } from '../lib/journey.mjs';
import { until } from '../lib/person.mjs';
import { read } from '../lib/plan.mjs';
import { say } from '../lib/words.mjs';

const MOST = 8;
/** How a slow org is: late enough that a person sees the check and can stop it. */
const SLOW = { kind: 'slow', milliseconds: 2_000 };

journey('a check of a slow org shows how far it is, is given up, and begins again', { seed: 1 }, async ({ person, simulator }) => {
  await person.begin();
  await person.follow({ stop: (step) => step === 'open_permission_sets' });
  const { page } = person.panel;
  await page.bringToFront();
  const check = page.getByRole('button', { name: say('button_check_now'), exact: true }).first();
  const stop = person.panel.button('panel_stop_check');
  const group = page.locator('details.group').last();
  await check.waitFor();
  await until(() => check.isEnabled(), 'the first check to end');
  await group.locator('summary').first().click();
  const before = (await simulator.requests()).length;
  await simulator.fault({ ...SLOW, times: MOST });
  await check.click();
  await stop.waitFor();
  const far = page.locator('.progress .steps-count');
  const count = async () => Number.parseInt(await far.innerText(), 10);
  await until(async () => await count() >= 1, 'the first request to be counted');
  assert.equal(await far.innerText(), say('panel_count').replace('$done$', String(await count())).replace('$total$', String(MOST)));
  assert.ok(await check.isDisabled(), 'not twice at once');
  assert.ok(await group.evaluate((box) => box.open), 'what was unfolded stays so while the org is asked');

  await stop.click();
  await stop.waitFor({ state: 'detached' });
  await until(() => check.isEnabled(), 'the check to be given up');
  assert.ok(!(await read(person.panel)).includes(say('panel_checking')));
  assert.ok(await group.evaluate((box) => box.open), 'and after it was given up');
  const asked = (await simulator.requests()).length - before;
  assert.ok(asked < MOST, `${asked} requests of a check that was given up`);

  await simulator.fault();
  const stopped = (await simulator.requests()).length;
  await check.click();
  await until(async () => (await simulator.requests()).length > stopped && check.isEnabled(), 'a check from beginning to end');
  await until(async () => (await read(person.panel)).includes(say('checked_now')), () => person.panel.text());
});
