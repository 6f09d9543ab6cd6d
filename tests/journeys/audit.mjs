// node audit.mjs FILE.json WANTED: the shipped extension checks the simulated org of a start state; prints its answers as JSON
// lines. WANTED is what a person would enter there, as `waymark-faults wanted` tells.
import { openBrowser } from './lib/browser.mjs';
import { lookAtForm } from './lib/form.mjs';
import { Person, PEOPLE, until } from './lib/person.mjs';
import { startSimulator } from './lib/simulator.mjs';
import { say } from './lib/words.mjs';

/** Logs in as the administrator, enters what is wanted, lets Waymark check, and answers the report. */
export async function audit(file, wanted, { seed = 1 } = {}) {
  const simulator = await startSimulator({ org: file, seed });
  let browser;
  try {
    browser = await openBrowser(simulator);
    const person = new Person({ browser, simulator, people: { ...PEOPLE, administrator: wanted.administrator, builder: wanted.builder } });
    await person.begin();
    const { page } = person.panel;
    await enter(page, wanted);
    await page.getByRole('button', { name: say('panel_confirm_inputs'), exact: true }).click();
    if (wanted.form) await lookAtForm(person, wanted.form, wanted.jotform_host);
    await person.panel.decideChecks(true);
    await until(async () => await page.locator('#report button').count(), () => person.panel.text(), 60_000);
    await settle(page);
    await page.locator('#report button').click();
    const link = page.getByRole('link', { name: say('report_json'), exact: true });
    const href = await link.getAttribute('href');
    return JSON.parse(decodeURIComponent(href.slice(href.indexOf(',') + 1)));
  } finally {
    await browser?.close();
    await simulator.stop();
  }
}

async function enter(page, { inputs, form, jotform_host }) {
  await page.getByLabel(say('input_email'), { exact: true }).waitFor();
  await page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true; }));
  const texts = { ...inputs, input_fields: inputs.input_fields.join(', '), input_form: form ? `https://${jotform_host}/build/${form}` : '' };
  for (const [key, value] of Object.entries(texts)) {
    const box = page.getByLabel(say(key), { exact: true });
    if (typeof value === 'boolean') await box.setChecked(value);
    else if (await box.evaluate(({ localName }) => localName) === 'select') await box.selectOption(value);
    else {
      await box.fill(value);
      await box.press('Tab');
    }
  }
}

/** Waits until no check is running. */
async function settle(page) {
  await until(async () => !(await page.locator('body').innerText()).includes(say('panel_checking')), 'the check to end', 60_000);
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const [file, wanted] = process.argv.slice(2);
  const report = await audit(file, JSON.parse(wanted));
  for (const answer of report.answers) console.log(JSON.stringify(answer));
}
