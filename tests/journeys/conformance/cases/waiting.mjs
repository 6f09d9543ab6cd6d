// Waiting: for a control to appear, for values to change without an event, and then for nothing.
import assert from 'node:assert/strict';
import { until } from '../../lib/person.mjs';
import { say } from '../../lib/words.mjs';
import { aCase, CITY, city, script } from '../pages.mjs';
import { holds, notPointedAt, pointed, refused } from '../expect.mjs';
import { text } from '../fill.mjs';
import { framesIn, look } from '../look.mjs';

const FORM = `<p>${CITY}</p>`;
const says = (seen, key) => seen.overlays[0]?.card?.notices.includes(say(key));
const at = (page) => page.evaluate(() => performance.now());
const field = ({ overlays: [shown] }) => shown?.card?.fields[0]?.state;

/** A list of 400 rows that makes only those that can be seen. */
const VIRTUAL = (row, number) => `<div id="list" role="grid" aria-rowcount="400" style="height: 300px; width: 500px; overflow: auto; border: 1px solid"><div id="rows" style="position: relative; height: 12000px"></div></div>${script(`
  const draw = () => {
    const first = Math.floor(list.scrollTop / 30);
    rows.replaceChildren(...Array.from({ length: 12 }, (_, at) => {
      const one = document.createElement('div');
      one.role = 'row';
      one.style.cssText = 'position: absolute; height: 30px; top: ' + (first + at) * 30 + 'px';
      one.innerHTML = '<div role="gridcell">' + (first + at === ${number} ? ROW : '<a href="#">Place ' + (first + at) + '</a>') + '</div>';
      return one;
    }));
  };
  list.addEventListener('scroll', () => requestAnimationFrame(draw));
  draw();`, { ROW: row })}`;

const cases = [
  { name: 'what does not appear is said after five seconds, not before', page: '<p>Page</p>', expect: async ({ page }) => {
    const seen = await holds(page, ({ overlays: [shown] }) => (shown?.card ? '' : 'no card'));
    assert.ok(!says(seen, 'not_shown_absent'), 'it is not said at once');
    await holds(page, (now) => (says(now, 'not_shown_absent') ? '' : 'it is not said'), 9_000);
    assert.ok(await at(page) > 5_000, `said after ${await at(page)} ms`);
  } },
  { name: 'what appears after that is pointed at', page: `<div id="at"></div>${script('setTimeout(() => { at.innerHTML = FORM; }, 7500);', { FORM })}`, expect: async (world) => {
    await refused()(world);
    const seen = await pointed()(world);
    assert.ok(!says(seen, 'not_shown_absent'), 'it is no longer said');
  } },
  { name: 'what goes away is waited for anew', page: `<div id="at">${FORM}</div>${script('setTimeout(() => { at.innerHTML = \'\'; }, 1500);')}`, expect: async (world) => {
    await pointed()(world);
    await refused()(world);
    assert.ok(await at(world.page) > 6_000, 'five seconds after it went');
  } },
  { name: 'two at first, then one', page: `<div id="at">${FORM}<p><label>City <input></label></p></div>${script('setTimeout(() => { at.lastChild.remove(); }, 1500);')}`, expect: async (world) => {
    const seen = await pointed()(world);
    assert.ok(!says(seen, 'not_shown_ambiguous'), 'no doubt is left');
  } },
  { name: 'value that a script sets a second after a click, without an event', page: `${FORM}<button onclick="setTimeout(() => { document.querySelector('[data-goal]').value = 'Oslo'; }, 1000)">Look up</button>`, fields: [text('City', 'Oslo')], expect: async ({ page }) => {
    await holds(page, (seen) => notPointedAt(seen));
    await page.getByRole('button', { name: 'Look up' }).click();
    await holds(page, (seen) => (field(seen) === 'matches' ? '' : `the field is ${field(seen)}`));
  } },
  { name: 'value that a script sets when another field is left', page: `${FORM}<p><label>Code <input id="code"></label></p>${script(`
    code.addEventListener('blur', () => setTimeout(() => { document.querySelector('[data-goal]').value = 'Oslo'; }, 1500));`)}`, fields: [text('City', 'Oslo')], expect: async ({ page }) => {
    await holds(page, (seen) => notPointedAt(seen));
    await page.locator('#code').click();
    await page.keyboard.press('Tab');
    await holds(page, (seen) => (field(seen) === 'matches' ? '' : `the field is ${field(seen)}`));
  } },
  { name: 'page that is left alone', page: `${FORM}<div class="tall"></div>`, expect: async (world) => {
    await pointed()(world);
    const frames = await framesIn(world.page);
    await until(async () => (await frames()) === 0, 'the frame loop to stop', 4_000);
    await world.page.mouse.wheel(0, 200);
    await holds(world.page, ({ overlays: [shown], goal }) => (Math.abs(goal.y - 5 - (shown?.ring?.y ?? NaN)) < 2 || !shown?.ring ? '' : 'it does not follow'));
    await until(async () => (await frames()) === 0, 'the frame loop to stop again', 4_000);
  } },
  { name: 'list that makes only the rows that can be seen', page: VIRTUAL(CITY, 300), expect: ({ page }) => holds(page, (seen) => notPointedAt(seen), 20_000) },
  { name: 'list of such rows without it', page: VIRTUAL('<a href="#">Nothing</a>', 300), expect: async (world) => {
    await refused()(world);
    assert.match(say('not_shown_absent'), /scroll/, 'the card says what may help');
    await until(() => world.page.evaluate(() => list.scrollTop > 11_000), 'the list to be gone through', 20_000);
    assert.ok(!(await look(world.page)).overlays[0].ring, 'nothing is pointed at');
  } },
  { name: 'list that a person scrolls back stays there', page: VIRTUAL('<a href="#">Nothing</a>', 300), expect: async (world) => {
    await refused()(world);
    await until(() => world.page.evaluate(() => list.scrollTop > 600), 'the list to be scrolled', 20_000);
    await world.page.evaluate(() => { list.scrollTop = 30; });
    await until(() => world.page.evaluate(() => list.scrollTop === 30 && list.textContent.includes('Place 2')), 'the rows at the top');
    const began = Date.now();
    await until(() => Date.now() - began > 1_500, 'a while');
    assert.equal(await world.page.evaluate(() => list.scrollTop), 30);
  } },
];

export const waiting = cases.map((one) => aCase('waiting', { targets: one.fields ? [] : [city], ...one }));
