import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { journey } from '../lib/journey.mjs';
import { until } from '../lib/person.mjs';
import { say } from '../lib/words.mjs';

const FILES = ['waymark-report.md', 'waymark-report.json', 'waymark-report.html'];

/** Saves each file of the report as a person does, and answers their texts. */
async function saved(page) {
  const texts = [];
  for (const name of FILES) {
    const download = page.waitForEvent('download');
    await page.locator(`#report a[download="${name}"]`).click();
    const file = await download;
    // Firefox counts what it finds in its folder.
    assert.equal(file.suggestedFilename().replace(/\(\d+\)/, ''), name);
    texts.push(await readFile(await file.path(), 'utf8'));
  }
  return texts;
}

/** What the org knows people by, and whoever reads along could. */
const peopleOf = ({ User }) => User.flatMap(({ Name, FirstName, LastName, Username, Email, CommunityNickname }) => [Name, FirstName, LastName, Username, Email, CommunityNickname])
  .filter((name) => name?.length > 2);

journey('the report is saved in three forms, and people are hidden on request', { seed: 1, example: 'half' }, async ({ person, browser, simulator }) => {
  await person.begin();
  await person.follow({ stop: (step) => step !== 'inputs' && step !== 'allow_checks' });
  const { page } = person.panel;
  await page.bringToFront();
  await person.panel.button('report_write').click();
  await page.locator('#report a[download]').first().waitFor();
  const [markdown, json, html] = await saved(page);
  const org = await simulator.org();
  const admin = org.User.find(({ Username }) => Username === person.people.administrator.username);
  const report = JSON.parse(json);
  assert.equal(report.org, 'Acme');
  assert.equal(report.user, admin.Name);
  assert.ok(report.answers.length >= 37 && report.answers.some(({ outcome }) => outcome === 'wrong'), json);
  for (const text of [markdown, html]) assert.ok(text.includes('Acme') && text.includes(admin.Name), text);
  assert.match(markdown, /^# .+\n\n- /);
  const printed = await browser.context.newPage();
  await printed.setContent(html);
  assert.equal(await printed.locator('h1').innerText(), say('report_title'));
  assert.ok(await printed.locator('li').count() >= 37 / 2);
  await printed.screenshot({ path: '../../target/journeys/report-page.png', fullPage: true });
  await printed.close();

  await page.bringToFront();
  await page.getByLabel(say('report_hides'), { exact: true }).check();
  const names = peopleOf(org);
  // As words of their own: a nickname may be the beginning of a common word.
  const stands = (name) => new RegExp(`(?<![\\w-])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`);
  const seen = (texts) => names.filter((name) => texts.some((text) => stands(name).test(text)));
  assert.ok(seen([markdown, json, html]).length > 0, 'there was somebody to hide');
  const hidden = await until(async () => {
    const href = await page.locator('#report a[download]').first().getAttribute('href');
    return decodeURIComponent(href).includes('•••') && saved(page);
  }, 'the report without people');
  assert.deepEqual(seen(hidden), []);
  assert.equal(JSON.parse(hidden[1]).answers.length, report.answers.length, 'nothing but people is left out');
  await page.screenshot({ path: '../../target/journeys/report.png', fullPage: true });
});
