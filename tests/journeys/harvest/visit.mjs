// Opens the simulator's pages one after the other and takes each as it stands.
import { chromium } from 'playwright-core';
import { program } from '../lib/browser.mjs';
import { Hands } from '../lib/hands.mjs';
import { allow } from '../lib/outside.mjs';
import { PEOPLE, until } from '../lib/person.mjs';
import { answers as jotform } from './jotform.mjs';
import { allowAnswers, appsPage, salesforcePages } from './salesforce.mjs';
import { keepShadowRoots, serialize } from './serialize.mjs';

const FORM = '240001234567890';
const JOTFORM = 'https://www.jotform.com';

/** A browser without the extension, where every host name leads to the simulator. */
export async function openBrowser(simulator) {
  const browser = await chromium.launch({
    executablePath: program,
    args: ['--no-sandbox', '--disable-gpu', '--ignore-certificate-errors', `--host-resolver-rules=MAP * 127.0.0.1:${simulator.port}, EXCLUDE 127.0.0.1`],
  });
  const context = await browser.newContext({ ignoreHTTPSErrors: true, bypassCSP: true, viewport: { width: 1360, height: 900 } });
  await context.addInitScript(keepShadowRoots);
  return { browser, context };
}

/** Visits everything on one run of the simulator; `host` is `classic`, `lightning` or `setup`. Resolves to pages with their frames. */
export async function visit({ simulator, context, host }) {
  const taken = [];
  const run = { simulator, context, host, page: await context.newPage(), taken };
  await harvestSalesforce(run);
  await harvestJotform(run);
  return taken;
}

/** Takes all frames; the content is in the innermost one that has `ready`. */
async function take({ taken, page, host }, { name, kind, answers, ready, leave }) {
  const source = `(${serialize.toString()})([${Object.entries(answers)
    .map(([id, find]) => `[${JSON.stringify(id)}, ${find.toString()}]`).join(', ')}], ${JSON.stringify(leave ?? null)})`;
  const frames = [];
  for (const frame of page.frames()) {
    const written = await frame.evaluate(source);
    const holds = await frame.locator(ready).count() > 0;
    frames.push({ ...written, kind: holds ? kind : 'setup-shell' });
  }
  taken.push({ name, host, frames });
}

async function logIn(page) {
  await page.locator('#username').fill(PEOPLE.administrator.username);
  await page.locator('#password').fill(PEOPLE.administrator.password);
  await page.locator('#Login').click();
}

async function harvestSalesforce(run) {
  const { simulator, page, host } = run;
  const hostOf = (part) => `https://${simulator.hosts.find((name) => name.endsWith(part))}`;
  run.core = hostOf('.my.salesforce.com');
  run.shell = host === 'classic' ? null : hostOf(host === 'setup' ? '.my.salesforce-setup.com' : '.lightning.force.com');
  const org = await simulator.org();
  const set = org.PermissionSet.find(({ Name }) => Name === 'Jotform_Integration').Id.slice(0, 15);
  const person = org.User.find(({ Username }) => Username === 'jotform.integration@acme.example').Id.slice(0, 15);
  await page.goto(`${run.core}/`);
  await logIn(page);
  await page.waitForURL((url) => url.pathname !== '/');
  if (run.shell) {
    await page.goto(`${run.shell}/lightning/setup/SetupOneHome/home`);
    await page.locator('.card').first().waitFor();
  }
  for (const scene of salesforcePages({ set, person })) await harvestScene(run, scene);
}

async function harvestScene(run, scene) {
  const { page, shell, simulator } = run;
  const { setup } = simulator.variation;
  if (scene.only === 'classic' && shell || scene.only === 'lightning' && !shell) return;
  if (scene.vary && !setup[scene.vary]) return;
  // Branches of the tree are opened by their English words.
  if (scene.open && setup.language) return;
  await page.goto(address(run, scene, setup));
  const content = () => until(async () => {
    for (const frame of page.frames()) if (await frame.locator(scene.ready).first().isVisible().catch(() => false)) return frame;
    return null;
  }, scene.name);
  let frame = await content();
  if (scene.press) {
    await frame.locator(scene.press).first().click();
    frame = await until(async () => {
      for (const it of page.frames()) if (await it.locator(scene.then).first().isVisible().catch(() => false)) return it;
      return null;
    }, `${scene.name} after a press`);
  }
  for (const branch of scene.open ?? []) await page.locator(`li[aria-label="${branch}"][aria-expanded] > .slds-tree__item > .toggle`).click();
  await take(run, { ...scene, ready: scene.then ?? scene.ready });
}

function address({ core, shell }, { classic, setup, enhanced, home }, variation) {
  if (!shell) return core + classic;
  const section = enhanced && variation.user_list === 'enhanced' ? enhanced : setup;
  return home ? `${shell}/lightning/setup/${section}/home` : `${shell}/lightning/setup/${section}/page?address=${encodeURIComponent(classic)}`;
}

async function harvestJotform(run) {
  const { page, simulator, context } = run;
  const { jotform: variation } = simulator.variation;
  const at = (name, kind, ready, answers) => take(run, { name, kind, ready, answers });
  await page.goto(`${JOTFORM}/myforms/`);
  await page.locator('input[name=username]').fill(PEOPLE.builder.username);
  await page.locator('input[type=password]').fill(PEOPLE.builder.password);
  await page.locator('button[type=submit], input[type=submit]').first().click();
  await page.locator('a[href^="/build/"]').first().waitFor();
  await at('forms', 'jotform-forms', 'a[href^="/build/"]', jotform.forms);
  for (const [tab, kind] of [['', 'form-build'], ['/publish', 'form-publish']]) {
    await page.goto(`${JOTFORM}/build/${FORM}${tab}`);
    await page.locator('#siteNav_id_settings').waitFor();
    await at(kind, kind, '#siteNav_id_settings', jotform.builder);
  }
  await page.goto(`${JOTFORM}/build/${FORM}/settings`);
  const panel = page.locator('a.navLink, button').filter({ has: page.locator('span:nth-child(3)') }).nth(4);
  await panel.waitFor();
  await at('form-settings', 'form-settings', '#siteNav_id_settings', jotform.settings);
  await panel.click();
  const card = page.locator('b').filter({ hasText: /^Salesforce$/ });
  await card.waitFor();
  // A wizard that grows still holds what was asked before, and what it stands above can be seen behind it.
  const { integrations, account, action, object, fields, options } = jotform;
  const everything = { ...integrations, ...account, ...action, ...object, ...fields, ...options };
  const wizard = (name) => at(name, 'form-integrations', '#siteNav_id_settings', everything);
  await wizard('integrations');
  await card.click();
  await until(() => find(page, jotform.account.authenticate), 'the wizard');
  await wizard('account');
  // The first attempt puts the app on Salesforce's list, where it is installed; the second one is asked about.
  await authorize(run, async (popup) => { await popup.waitForEvent('close', { timeout: 4000 }).catch(() => popup.close()); });
  await harvestScene({ ...run, page: run.other ??= await context.newPage() }, appsPage);
  await simulator.operate('install_app', { app: 'Jotform' });
  await page.bringToFront();
  await authorize(run, async (popup) => {
    await popup.locator('#oaapprove').waitFor();
    await take({ ...run, page: popup }, { name: 'allow', kind: 'oauth-approval', ready: '#oaapprove', answers: allowAnswers });
    await allow({ hands: new Hands() }, popup);
  });
  await page.locator('b').filter({ hasText: /Ada Admin|admin@acme/ }).first().waitFor();
  await walkWizard(run, variation, wizard);
}

/** Presses Authenticate and does in the window that opens what `act` says; signs in where it is asked to. */
async function authorize({ page, context }, act) {
  // React may put another button in its place between finding and pressing it.
  const press = () => until(async () => {
    const button = await find(page, jotform.account.authenticate);
    return button && button.isEnabled().then((enabled) => enabled && button.click({ timeout: 1_000 }).then(() => true)).catch(() => false);
  }, 'Authenticate');
  const [popup] = await Promise.all([context.waitForEvent('page'), press()]);
  await popup.waitForLoadState().catch(() => {});
  if (await popup.locator('#password').isVisible().catch(() => false)) await logIn(popup);
  await act(popup);
}

/** The first element that an answer's function finds in the page. */
async function find(page, answer) {
  const handle = await page.evaluateHandle(`(() => { const h = { all: (it) => [...document.querySelectorAll(it)],
    text: (it) => (it.value && it.localName === 'input' ? it.value : it.textContent).replace(/\\s+/g, ' ').trim(),
    shown: (it) => it.checkVisibility() }; return (${answer.toString()})(h)[0]; })()`);
  return handle.asElement();
}

async function walkWizard(run, variation, wizard) {
  const { page } = run;
  const next = async () => {
    if (variation.wizard_shape === 'stepwise') await (await until(() => find(page, jotform.action.choose_action), 'Next')).click();
  };
  await next();
  await until(() => find(page, jotform.action['choose_action/action']), 'the action');
  await wizard('action');
  await choose(page, jotform.action['choose_action/action'], /Create or update a record/i, 'create');
  await next();
  await until(() => find(page, jotform.object['choose_object/object']), 'the object');
  await wizard('object');
  await choose(page, jotform.object['choose_object/object'], /^Lead$/, 'Lead');
  await next();
  await until(() => find(page, jotform.fields['map_fields/mapping:Email']), 'the fields');
  await wizard('fields');
  await next();
  await until(() => find(page, jotform.options['set_toggles/attachments']), 'the options');
  await wizard('options');
}

async function choose(page, control, label, value) {
  const element = await find(page, control);
  const tag = await element.evaluate((it) => (it.localName === 'select' ? 'select' : it.getAttribute('role')));
  if (tag === 'select') return element.selectOption(value);
  if (tag === 'radiogroup' || await element.evaluate((it) => Boolean(it.querySelector('small')))) {
    return page.locator('b').filter({ hasText: label }).first().click();
  }
  await element.click();
  return page.locator('[role=option], div > span').filter({ hasText: label }).first().click();
}
