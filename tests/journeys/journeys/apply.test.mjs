import assert from 'node:assert/strict';
import { assertFinalState, assertSetUp } from '../lib/assert.mjs';
import { journey } from '../lib/journey.mjs';
import { Panel } from '../lib/panel.mjs';
import { until } from '../lib/person.mjs';
import { confirm, planned, read, words } from '../lib/plan.mjs';
import { say } from '../lib/words.mjs';

const COMPOSITE = '/services/data/v63.0/composite';

const STOPS = 'the event page is not stopped from outside as a service worker is';

journey('the plan is written in one go once the org is named, and the org is read again', { seed: 1 }, async ({ person, simulator }) => {
  const page = await planned(person);
  const lines = await page.locator('#plan .write').allInnerTexts();
  assert.ok(lines.length >= 6, `set, user, object, three fields, assignment: ${lines}`);
  await confirm(page);
  await until(async () => (await read(person.panel)).includes(words('plan_done')), () => person.panel.text());
  await assertSetUp(simulator);
  assert.ok((await read(person.panel)).toLowerCase().includes(say('plan_way_back').toLowerCase()), 'the way back is told');
  await until(async () => (await read(person.panel)).includes(words('plan_nothing')), () => person.panel.text());
  assert.equal(await page.locator('#plan .write').count(), 0, 'a second run plans nothing');
});

for (const { when, slow, before } of [
  { when: 'before anything was sent', before: true },
  { when: 'while the org was writing', slow: true },
]) {
  journey(`the worker is stopped ${when}: the org is read again, and nothing is written twice`, { seed: 2, onlyInChromium: STOPS }, async ({ person, browser, simulator }) => {
    const page = await planned(person);
    // The org answers each request late, so that the worker dies in the middle of the reading before, or of the writing.
    await simulator.fault({ kind: 'slow', milliseconds: before ? 1_500 : 600, path_prefix: COMPOSITE });
    await confirm(page);
    await until(async () => (await read(person.panel)).includes(words('plan_applying')), 'writing to begin');
    if (slow) await until(async () => (await simulator.org()).PermissionSet.some(({ Name }) => Name.startsWith('Jotform')), 'the org to have written');
    await browser.stopWorker();
    const panel = await Panel.open(browser, person.page);
    const told = await until(async () => {
      const text = await read(panel);
      return [words('plan_done'), words('plan_not_written')].find((line) => text.includes(line));
    }, () => panel.text());
    const org = await simulator.org();
    const sets = org.PermissionSet.filter(({ Name }) => Name?.startsWith('Jotform')).length;
    assert.equal(sets, before ? 0 : 1, 'written once or not at all');
    assert.equal(told, words(sets ? 'plan_done' : 'plan_not_written'), 'and said so');
  });
}

journey('the worker is stopped after everything was written: what was done stays told, and nothing is written again', { seed: 2, onlyInChromium: STOPS }, async ({ person, browser, simulator }) => {
  await confirm(await planned(person));
  await until(async () => (await read(person.panel)).includes(words('plan_done')), () => person.panel.text());
  const written = await simulator.org();
  await browser.stopWorker();
  const panel = await Panel.open(browser, person.page);
  await until(async () => (await read(panel)).includes(words('plan_nothing')), () => panel.text());
  const now = await simulator.org();
  for (const kind of ['PermissionSet', 'PermissionSetAssignment', 'ObjectPermissions', 'FieldPermissions', 'User']) {
    assert.deepEqual(now[kind], written[kind], kind);
  }
});

journey('the permission set as the guide says, the rest from the plan, and the guide again to the end', { seed: 4 }, async ({ person, simulator }) => {
  const page = await planned(person, 'open_users');
  const made = (await simulator.org()).PermissionSet.filter(({ Name }) => Name?.startsWith('Jotform'));
  assert.equal(made.length, 1, 'the set was made by following the guide');
  await confirm(page);
  await until(async () => (await read(person.panel)).includes(words('plan_done')), () => person.panel.text());
  await person.page.bringToFront();
  await person.follow();
  const { org } = await assertFinalState(simulator);
  assert.deepEqual(org.PermissionSet.filter(({ Name }) => Name?.startsWith('Jotform')).map(({ Id }) => Id), made.map(({ Id }) => Id));
  assert.ok(!person.steps.includes('fill_user'), 'the user needs no making');
});
