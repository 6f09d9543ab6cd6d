import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { journey } from '../lib/journey.mjs';
import { until } from '../lib/person.mjs';
import { disguiseLead } from '../lib/unknown.mjs';
import { say } from '../lib/words.mjs';

journey('what a page is made of is seen before it is saved, and tells nothing of the org', { seed: 1, vary: { 'setup.language': 'qps' } }, async ({ person }) => {
  await person.begin();
  await disguiseLead(person.browser);
  await person.follow({ stop: (step) => step === 'open_object' });
  // By a button, or in Firefox by naming what opens the panel.
  const offers = ({ card }) => card.notices.includes(say('notice_open_panel_firefox')) || card.buttons.some(({ name }) => name === say('button_save_page'));
  const offered = async () => (await person.glance()).some(offers);
  await until(offered, () => person.describe());

  const panel = person.panel.page;
  await panel.bringToFront();
  await person.panel.button('panel_facts_show').click();
  const seen = panel.locator('.facts pre');
  await until(async () => await seen.count() === 2, 'the facts of the shell and of the page in it');
  const downloads = [];
  panel.on('download', (download) => downloads.push(download));
  const links = panel.locator('.facts a[download]');
  for (let at = 0; at < 2; at += 1) await links.nth(at).click();
  await until(() => downloads.length === 2, 'two files');
  const files = await Promise.all(downloads.map(async (download) => readFileSync(await download.path(), 'utf8')));
  for (const [at, file] of files.entries()) {
    assert.equal(file.replaceAll('><', '>\n<').trim(), (await seen.nth(at).innerText()).trim(), 'what is seen is what is saved');
    assert.match(file, /^<!doctype html>\n<html/);
    for (const secret of ['acme', 'Ada', '0PScV0000000009', 'retURL']) assert.ok(!file.includes(secret), `${secret} in file ${at + 1}`);
  }
  assert.ok(files.some((file) => file.includes('s=EntityPermissions')), 'which page it is stays');
  assert.ok(files.some((file) => /<a href="[^"]+">X+x+<\/a>/.test(file)), 'a link has a shape');
  await person.panel.button('panel_facts_hide').click();
  assert.equal(await seen.count(), 0);
});
