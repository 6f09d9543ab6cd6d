// The pages of the simulated sites, gone through as a visitor who follows links.
import { until } from '../lib/person.mjs';

/** Where a visit of each site begins, who logs in there, and how many pages are looked at. */
const VISITS = [
  { site: 'Classic', start: 'https://acme.my.salesforce.com/setup/forcecomHomepage.apexp', most: 14 },
  { site: 'Classic forms', start: 'https://acme.my.salesforce.com/005/e', most: 3 },
  { site: 'Lightning', start: 'https://acme.lightning.force.com/lightning/setup/SetupOneHome/home', most: 10 },
  { site: 'Setup', start: 'https://acme.my.salesforce-setup.com/lightning/setup/PermSets/home', most: 6 },
  { site: 'Jotform', start: 'https://www.jotform.com/myforms/', most: 8 },
];

/** Calls `look(page, site)` on every page that links lead to. */
export async function visit(context, people, look) {
  const page = await context.newPage();
  for (const { site, start, most } of VISITS) {
    await page.goto(start);
    await logIn(page, people);
    await page.goto(start);
    const open = [page.url()];
    const seen = new Set();
    while (open.length && seen.size < most) {
      const address = open.shift();
      if (seen.has(kindOf(address))) continue;
      seen.add(kindOf(address));
      await page.goto(address);
      await settled(page);
      await look(page, site);
      for (const frame of page.frames()) open.push(...await links(frame, new URL(start).host));
    }
  }
  await page.close();
}

/** Salesforce's pages of one kind differ by record and by parameters. */
function kindOf(address) {
  const { host, pathname } = new URL(address);
  return host + pathname.replace(/[0-9a-zA-Z]{15}([0-9a-zA-Z]{3})?(?=\/|$)/g, ':id');
}

async function links(frame, host) {
  const all = await frame.evaluate(() => [...document.querySelectorAll('a[href]')].map((link) => link.href)).catch(() => []);
  return all.filter((address) => address.startsWith(`https://${host}/`) && !/logout/.test(address)).map((address) => address.split('#')[0]);
}

/** Nothing has changed for a moment: pages build themselves late. */
async function settled(page) {
  let before;
  await until(async () => {
    const now = (await Promise.all(page.frames().map((frame) => frame.evaluate(() => document.documentElement.outerHTML).catch(() => '')))).join();
    const same = now === before;
    before = now;
    return same;
  }, `${page.url()} to come to rest`);
}

async function logIn(page, { administrator, builder }) {
  const salesforce = page.locator('#login_form #password');
  const jotform = page.locator('input[name=username]');
  if (await salesforce.count()) {
    await page.fill('#username', administrator.username);
    await salesforce.fill(administrator.password);
    await page.click('#Login');
  } else if (await jotform.count()) {
    await jotform.fill(builder.username);
    await page.fill('input[type=password]', builder.password);
    await page.locator('button[type=submit], input[type=submit]').first().click();
  } else {
    return;
  }
  await page.waitForLoadState('load');
}
