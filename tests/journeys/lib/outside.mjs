// What a person does by themselves, because Waymark never does it: log in, read mail, choose a password, type a code.
// Each entry looks at the page as a person would and answers whether it did something.

const INBOX = 'https://inbox.example.com/';

async function fill(page, selector, text) {
  await page.locator(selector).first().click();
  await page.locator(selector).first().fill(text);
}

async function visible(page, selector) {
  return page.locator(selector).first().isVisible().catch(() => false);
}

/** Salesforce's login form: the administrator in ordinary windows, the integration user where the card said so. */
async function logIntoSalesforce(person, page) {
  if (!await visible(page, '#login_form #password')) return null;
  const who = person.signsInAs(page);
  if (!person.mayLogIn.has(who)) return null;
  await fill(page, '#username', who.username);
  await fill(page, '#password', who.password);
  await page.locator('#Login').click();
  person.actions += 3;
  return `log in as ${who.username}`;
}

async function choosePassword(person, page) {
  if (!await visible(page, '#newpassword')) return null;
  const { password } = person.people.integration;
  await fill(page, '#newpassword', password);
  await fill(page, '#confirmpassword', password);
  await fill(page, '#answer', 'somewhere');
  await page.locator('#password-button').click();
  person.mayLogIn.add(person.people.integration);
  person.actions += 4;
  return 'choose a password';
}

async function typeMailedCode(person, page) {
  if (!await visible(page, '#emc')) return null;
  const mails = await person.simulator.mail();
  const code = mails.map((mail) => mail.body.match(/\b\d{5,6}\b/)?.[0]).filter(Boolean).at(-1);
  await fill(page, '#emc', code);
  await page.locator('#save').click();
  person.actions += 2;
  return 'type the code from the mail';
}

async function registerVerification(person, page) {
  if (!await visible(page, '#code')) return null;
  await fill(page, '#code', '123456');
  await page.locator('button[name=save]').click();
  person.actions += 2;
  return 'register a verification method';
}

async function logIntoJotform(person, page) {
  if (!/\.jotform\.com\/login/.test(page.url())) return null;
  if (!await visible(page, 'input[type=password]')) return null;
  const { username, password } = person.people.builder;
  await fill(page, 'input[name=username]', username);
  await fill(page, 'input[type=password]', password);
  await page.locator('button[type=submit], input[type=submit]').first().click();
  person.actions += 3;
  return 'log in to Jotform';
}

/**
 * Allows Jotform without looking for whom, on the page on which Salesforce asks whether it may act for whoever is signed in. Whoever
 * follows the guide clicks there what it points at.
 */
export async function allow(person, page) {
  if (!page.url().includes('/setup/secur/RemoteAccessAuthorizationPage.apexp')) return null;
  const button = page.locator('#oaapprove, input[value=" Allow "], input[value=Allow], button:has-text("Allow")').first();
  if (!await button.isVisible().catch(() => false)) return null;
  await button.click();
  person.actions += 1;
  return 'allow Jotform';
}

const HABITS = [logIntoSalesforce, choosePassword, typeMailedCode, registerVerification, logIntoJotform];

/** Does the next thing that a page outside Waymark asks for; answers what it was, or null. */
export async function outside(person, page) {
  for (const habit of HABITS) {
    const done = await habit(person, page).catch((error) => {
      if (/closed|detached|navigat|destroyed/i.test(error.message)) return null;
      throw error;
    });
    if (done) return done;
  }
  return null;
}

/** Opens the newest mail's link in this window, as a person does from the mail program. */
export async function followMail(person, page) {
  await page.goto(INBOX);
  await page.locator('article a').first().click();
  person.actions += 1;
}

/** Fills and sends the public form. */
export async function submitForm(person, page, form, answers) {
  await page.goto(`https://form.jotform.com/${form}`);
  for (const [name, text] of Object.entries(answers)) await fill(page, `[name="${name}"]`, text);
  await page.locator('button[type=submit], input[type=submit]').first().click();
  await page.waitForLoadState();
  person.actions += Object.keys(answers).length + 1;
}
