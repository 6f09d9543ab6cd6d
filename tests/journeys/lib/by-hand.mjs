// Somebody who follows the article to the letter, with no extension: what the job takes by hand. Does the efficient thing that a
// careful person would: types into Quick Find, takes what a page fills in by itself, ticks only what implies the rest, and does
// all of the integration user's part in one private window. Finds controls by their published names, never as Waymark does.
// Beyond the article stands only what the org asks for: rights on the object and its fields, and the app's installation.
import { Hands } from './hands.mjs';
import { allow, followMail, outside, submitForm } from './outside.mjs';
import { ANSWERS, PEOPLE, until } from './person.mjs';

const FORM = '240001234567890';
const SET = 'Jotform Integration';
const MAPPING = [
  ['First Name', 'First Name'], ['Last Name', 'Last Name'], ['Email', 'Email'], ['Phone Number', 'Phone'],
  ['Company', 'Company'], ['Message', 'Description'],
];

export class ByHand {
  constructor({ browser, simulator }) {
    const integration = { ...PEOPLE.integration, username: PEOPLE.integration.email };
    Object.assign(this, { browser, simulator, people: { ...PEOPLE, integration }, hands: new Hands() });
    this.mayLogIn = new Set([PEOPLE.administrator]);
  }

  signsInAs(page) {
    return page === this.page ? this.people.administrator : this.people.integration;
  }

  /** All of it, to the record that came from the form. */
  async walk() {
    await this.arrive();
    await this.makePermissionSet();
    await this.grantAccess();
    await this.makeUser();
    await this.assign();
    await this.logInFirst();
    await this.openIntegration();
    await this.connect();
    await this.map();
    await this.prove();
  }

  /** A control in a page or in a frame of it, as soon as it shows. */
  async see(find, page = this.page) {
    return until(async () => {
      for (const frame of page.frames()) {
        const found = find(frame).first();
        if (await found.isVisible().catch(() => false)) return found;
      }
      return null;
    }, () => `${find}`);
  }

  /** Does something to a control; where its frame has gone meanwhile, to the one that came in its place. */
  async act(find, page, deed) {
    for (;;) {
      const control = await this.see(find, page);
      try {
        await deed(control);
        return;
      } catch (error) {
        if (!error.message.includes('Frame was detached')) throw error;
      }
    }
  }

  async click(role, name, page) {
    await this.act((frame) => frame.getByRole(role, { name, exact: true }), page, (control) => this.hands.click(control));
  }

  async type(label, text) {
    await this.act((frame) => frame.getByLabel(label), this.page, (control) => this.hands.type(control, text));
  }

  async choose(label, option, page) {
    const isList = (frame) => frame.getByLabel(label).and(frame.locator('select'));
    await this.act(isList, page, (control) => this.hands.choose(control, option));
  }

  /** Does what a page outside Waymark asks for, until something shows. */
  async getPast(page, isThere) {
    await until(async () => !(await outside(this, page)) && isThere(), () => `what comes after ${page.url()}`);
  }

  async arrive() {
    const host = this.simulator.hosts.find((name) => name.endsWith('.lightning.force.com'));
    this.page = await this.browser.context.newPage();
    await this.hands.visit(this.page, `https://${host}/lightning/setup/SetupOneHome/home`);
    await this.getPast(this.page, () => this.page.getByLabel('Quick Find').isVisible());
  }

  async find(node) {
    await this.type('Quick Find', node);
    await this.click('link', node);
  }

  async makePermissionSet() {
    this.hands.at('open_permission_sets');
    await this.find('Permission Sets');
    this.hands.at('new_permission_set');
    await this.click('button', 'New');
    this.hands.at('fill_permission_set');
    await this.type(/^\*?Label$/, SET);
    await this.choose(/^\*?License$/, 'Salesforce API Integration');
    this.hands.at('save_permission_set');
    await this.click('button', 'Save');
  }

  async grantAccess() {
    this.hands.at('open_object_settings');
    await this.click('link', 'Object Settings');
    this.hands.at('open_object');
    await this.click('link', 'Leads');
    this.hands.at('edit_access');
    await this.click('button', 'Edit');
    this.hands.at('grant_access');
    // Create ticks Read, and Edit Access ticks Read Access.
    for (const right of ['Create', 'Email Edit Access', 'Phone Edit Access', 'Description Edit Access']) await this.click('checkbox', right);
    this.hands.at('save_access');
    await this.click('button', 'Save');
    await this.see((frame) => frame.getByRole('button', { name: 'Edit', exact: true }));
  }

  async makeUser() {
    this.hands.at('open_users');
    await this.find('Users');
    this.hands.at('new_user');
    await this.click('button', 'New User');
    this.hands.at('fill_user');
    await this.type(/^\*?First Name$/, 'Jotform');
    await this.type(/^\*?Last Name$/, 'Integration');
    // Alias, username and nickname are filled in by the page.
    await this.type(/^\*?Email$/, this.people.integration.email);
    await this.choose(/^\*?User License$/, 'Salesforce Integration');
    const profile = await this.see((frame) => frame.getByLabel(/^\*?Profile$/));
    const name = 'Minimum Access - API Only Integrations';
    await until(() => profile.getByRole('option', { name }).count(), 'the profiles of the licence');
    await this.hands.choose(profile, name);
    this.hands.at('save_user');
    await this.click('button', 'Save');
  }

  async assign() {
    this.hands.at('open_edit_assignments');
    const isList = (frame) => frame.getByRole('heading', { name: 'Permission Set Assignments', exact: true });
    await this.see(isList);
    const list = await this.see((frame) => frame.locator('.bRelatedList', { has: isList(frame) }));
    await this.hands.click(list.getByRole('button', { name: 'Edit Assignments' }));
    this.hands.at('choose_permission_set');
    await this.choose('Available Permission Sets', SET);
    await this.click('link', 'Add');
    this.hands.at('save_assignment');
    await this.click('button', 'Save');
    const asked = (frame) => frame.getByRole('button', { name: 'Continue', exact: true });
    const assigned = (frame) => frame.getByRole('link', { name: SET, exact: true });
    const next = await this.see((frame) => asked(frame).or(assigned(frame)));
    if (await next.evaluate(({ localName }) => localName) !== 'a') await this.hands.click(next);
    await this.see(assigned);
  }

  /** Opens a private window; the key command is not to be had without a screen, so that the browser is asked for it. */
  async openPrivateWindow() {
    const opened = this.browser.context.waitForEvent('page', (page) => page.url() === 'about:blank#private');
    await this.browser.inExtension(() => chrome.windows.create({ incognito: true, url: 'about:blank#private' }));
    this.hands.count();
    return opened;
  }

  async logInFirst() {
    this.hands.at('verify_email');
    this.own = await this.openPrivateWindow();
    await followMail(this, this.own);
    this.hands.at('set_password');
    await this.getPast(this.own, () => this.mayLogIn.has(this.people.integration) && this.own.getByText(/API Only/i).first().isVisible());
  }

  async openIntegration() {
    const { own } = this;
    this.hands.at('open_builder');
    await this.hands.visit(own, `https://www.jotform.com/build/${FORM}`);
    await this.getPast(own, () => own.getByText('Settings', { exact: true }).first().isVisible());
    this.hands.at('open_form_settings');
    await this.hands.click(own.getByText('Settings', { exact: true }).first());
    this.hands.at('open_integrations');
    await this.hands.click(own.getByText('Integrations', { exact: true }).first());
    this.hands.at('search_salesforce');
    await this.hands.type(own.getByRole('searchbox', { name: 'Search Integrations' }), 'Salesforce');
    this.hands.at('choose_salesforce');
    await this.hands.click(own.getByText('Salesforce', { exact: true }));
  }

  async authenticate() {
    this.hands.at('authenticate');
    const opened = this.browser.context.waitForEvent('page');
    await this.click('button', 'Authenticate', this.own);
    return opened;
  }

  async connect() {
    // The org refuses an app that is not installed, and lists it only after it was tried.
    await this.authenticate();
    await this.see((frame) => frame.getByText('Something went wrong:'), this.own);
    this.hands.at('open_apps_usage');
    await this.find('Connected Apps OAuth Usage');
    this.hands.at('install_app');
    await this.click('button', 'Install');
    await this.see((frame) => frame.getByText('Install Jotform?'));
    await this.click('button', 'Install');
    await this.see((frame) => frame.getByText('Installed', { exact: true }));
    const popup = await this.authenticate();
    await until(async () => {
      if (popup.isClosed() || await outside(this, popup)) return false;
      this.hands.at('allow');
      return allow(this, popup);
    }, 'Salesforce to ask for Allow');
    await this.see((frame) => frame.getByRole('button', { name: 'Next', exact: true }), this.own);
  }

  async map() {
    const { own } = this;
    const next = () => this.click('button', 'Next', own);
    this.hands.at('choose_action');
    await next();
    await this.choose('Select an action', 'Create or update a record', own);
    await next();
    this.hands.at('choose_object');
    await this.choose('Object', 'Lead', own);
    await until(() => own.getByRole('button', { name: 'Next', exact: true }).isEnabled(), 'the fields');
    await next();
    this.hands.at('map_fields');
    for (const [question, field] of MAPPING) {
      const list = await this.see((frame) => frame.getByRole('combobox', { name: question }), own);
      const option = list.locator('option', { hasText: new RegExp(`^${field}( \\*)?$`) });
      await this.hands.choose(list, await option.innerText());
    }
    await next();
    this.hands.at('save_integration');
    await this.click('button', 'Save', own);
    await this.see((frame) => frame.getByText('Integration saved'), own);
  }

  async prove() {
    this.hands.at('test_submission');
    const form = await this.browser.context.newPage();
    await submitForm(this, form, FORM, { ...ANSWERS, 'q3_fullName[last]': 'Waymark-abcdef' });
    await form.close();
    // Whether it came says the action log, once the page is loaded anew.
    await until(async () => (await this.simulator.jotform()).forms.some(({ log }) => log.length), 'the submission to be sent on');
    this.hands.at('final_check');
    await this.own.reload();
    this.hands.count();
    await this.see((frame) => frame.getByText('Success', { exact: true }), this.own);
  }
}
