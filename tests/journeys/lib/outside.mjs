// What a person does by themselves, because Waymark never does it: log in, read mail, choose a password, type a code.
// Each entry looks at the page as a person would and answers whether it did something; the person's `hands` do and count it.

const INBOX = 'https://inbox.example.com/';

const fill = ({ hands }, page, selector, text) => hands.type(page.locator(selector).first(), text);
const press = ({ hands }, page, selector) => hands.click(page.locator(selector).first());

async function visible(page, selector) {
  return page.locator(selector).first().isVisible().catch(() => false);
}

/** Salesforce's login form: the administrator in ordinary windows, the integration user where the card said so. */
async function logIntoSalesforce(person, page) {
  if (!await visible(page, '#login_form #password')) return null;
  const who = person.signsInAs(page);
  if (!person.mayLogIn.has(who)) return null;
  await fill(person, page, '#username', who.username);
  await fill(person, page, '#password', who.password);
  await press(person, page, '#Login');
  return `log in as ${who.username}`;
}

async function choosePassword(person, page) {
  if (!await visible(page, '#newpassword')) return null;
  const { password } = person.people.integration;
  await fill(person, page, '#newpassword', password);
  await fill(person, page, '#confirmpassword', password);
  await fill(person, page, '#answer', 'somewhere');
  await press(person, page, '#password-button');
  person.mayLogIn.add(person.people.integration);
  return 'choose a password';
}

async function typeMailedCode(person, page) {
  if (!await visible(page, '#emc')) return null;
  const mails = await person.simulator.mail();
  const code = mails.map((mail) => mail.body.match(/\b\d{5,6}\b/)?.[0]).filter(Boolean).at(-1);
  await fill(person, page, '#emc', code);
  await press(person, page, '#save');
  return 'type the code from the mail';
}

async function registerVerification(person, page) {
  if (!await visible(page, '#code')) return null;
  await fill(person, page, '#code', '123456');
  await press(person, page, 'button[name=save]');
  return 'register a verification method';
}

async function logIntoJotform(person, page) {
  if (!/\.jotform\.com\/login/.test(page.url())) return null;
  if (!await visible(page, 'input[type=password]')) return null;
  const { username, password } = person.people.builder;
  await fill(person, page, 'input[name=username]', username);
  await fill(person, page, 'input[type=password]', password);
  await press(person, page, 'button[type=submit], input[type=submit]');
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
  await person.hands.click(button);
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
  await person.hands.visit(page, INBOX);
  await press(person, page, 'article a');
}

/** Fills and sends the public form. */
export async function submitForm(person, page, form, answers) {
  await person.hands.visit(page, `https://form.jotform.com/${form}`);
  for (const [name, text] of Object.entries(answers)) await fill(person, page, `[name="${name}"]`, text);
  await press(person, page, 'button[type=submit], input[type=submit]');
  await page.waitForLoadState();
}

/** Sends the public form as it was opened: whatever has to be answered stands there already. */
export async function sendFilled(person, page) {
  const button = page.locator('button[type=submit], input[type=submit]').first();
  await button.waitFor();
  await person.hands.click(button);
  await page.waitForLoadState();
}
