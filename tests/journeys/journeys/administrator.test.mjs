import assert from 'node:assert/strict';
import { assertFinalState } from '../lib/assert.mjs';
import { overlays } from '../lib/overlay.mjs';
import { allow, outside } from '../lib/outside.mjs';
import { journey } from '../lib/journey.mjs';
import { until } from '../lib/person.mjs';
import { say } from '../lib/words.mjs';

/** Goes on in the administrator's own window, at the same place of Jotform's wizard, instead of in private. */
async function goOnHere(person, address) {
  await person.page.bringToFront();
  await person.page.goto(address);
}

/** One careless deed in the own window: allows what is asked for there, else clicks what is pointed at. */
async function allowOrClick(person) {
  for (const page of person.browser.context.pages()) {
    if (page.url().startsWith('https:') && (await allow(person, page) || await outside(person, page))) return;
  }
  const [shown] = await overlays(person.page);
  if (shown?.spotlight) await person.clickAt(person.page, shown.spotlight);
}

journey('Jotform connected as the administrator is caught, and mended', { seed: 1 }, async ({ person, simulator }) => {
  await person.begin();
  const { page } = await person.follow({ stop: (step) => step === 'authenticate' });
  const { User } = await simulator.org();
  const administrator = User.find(({ Username }) => Username === person.people.administrator.username);
  const connected = async () => ((await simulator.org()).OauthToken ?? []).some(({ UserId }) => UserId === administrator.Id);
  await goOnHere(person, page.url());
  await until(async () => await connected() || (await allowOrClick(person), false), () => person.describe(), 60_000);
  await person.panel.page.bringToFront();
  await until(async () => (await person.panel.text()).includes(say('cause_token_other_user')), () => person.panel.text());
  await person.page.bringToFront();
  const before = person.steps.length;
  await person.follow();
  await assertFinalState(simulator);
  const mended = person.steps.slice(before);
  assert.ok(mended.includes('authenticate'), `led back to authenticate: ${mended}`);
});
