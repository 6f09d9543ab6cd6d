// Somebody at the keyboard who follows Waymark: presses what its card offers, clicks what its spotlight is on, and otherwise
// does only what Waymark never does for anybody (outside.mjs).
import { Hands } from './hands.mjs';
import { overlays } from './overlay.mjs';
import { followMail, outside, sendFilled, submitForm } from './outside.mjs';
import { Panel } from './panel.mjs';
import { say, stepOf } from './words.mjs';

const PATIENCE = 20_000;
const SECOND_LOOK = 5_000;
/** So long nothing has moved by itself until somebody who looks on takes it that it is their turn, in milliseconds. */
const STANDSTILL = 1_500;
/** Nobody does the same step again and again. */
const MOST_TRIES = 15;

/** Waits until `look` answers something true, for at most `patience` milliseconds. */
export async function until(look, what, patience = PATIENCE) {
  const end = Date.now() + patience;
  do {
    const seen = await look();
    if (seen) return seen;
    await new Promise((resolve) => setTimeout(resolve, 50));
  } while (Date.now() < end);
  throw new Error(`waited ${patience / 1000} s in vain for ${typeof what === 'function' ? await what() : what}`);
}

export const PEOPLE = {
  administrator: { username: 'admin@acme.example', password: 'Admin-pass-1' },
  integration: { email: 'jotform@acme.example', username: 'jotform+jotform-acme@acme.example', password: 'Integration-pass-1' },
  builder: { username: 'builder@acme.example', password: 'Jotform-pass-1' },
};

/** What a person answers in the test form; the last name is the card's. */
export const ANSWERS = {
  'q3_fullName[first]': 'Ada', q4_email: 'ada.waymark@example.com',
  q6_company: 'Difference Engines', q7_message: 'A test submission',
};

export class Person {
  /**
   * `host` is where the administrator starts: `lightning`, `setup` or `classic`. `told(step, page)` is called with every new step
   * as it shows. `details` are entered in the panel besides the e-mail address, by their labels' keys. `habits` maps a step's id
   * to something else that this person does there; it answers true when that was all. With `byItself` Waymark is asked to go ahead
   * by itself.
   */
  constructor({ browser, simulator, people = PEOPLE, told = async () => {}, habits = {}, details = {}, start = 'lightning', allowsChecks = true, byItself = false }) {
    Object.assign(this, { browser, simulator, people, told, habits, details, start, allowsChecks, byItself });
    this.hands = new Hands();
    this.steps = [];
    this.own = new Set();
    // Until the link in the welcome mail was followed, the integration user has no password to sign in with.
    this.mayLogIn = new Set([people.administrator]);
  }

  /** Ordinary windows are the administrator's; whatever Waymark opened in private is for the integration user. */
  signsInAs(page) {
    return this.own.has(page) ? this.people.administrator : this.people.integration;
  }

  /** Logs in as the administrator, opens the panel beside the page and starts the guide. */
  async begin() {
    await this.arrive();
    await this.openPanel();
    await this.panel.start({ byItself: this.byItself });
  }

  /** Logs in as the administrator. */
  async arrive() {
    const page = await this.browser.context.newPage();
    this.own.add(page);
    this.page = page;
    await this.hands.visit(page, this.firstAddress());
    await until(async () => !(await outside(this, page)) && this.isInside(page), 'the org after the login');
    return this;
  }

  /** Opens the panel beside the administrator's page. */
  async openPanel() {
    this.panel = await Panel.open(this.browser, this.page, this.hands);
  }

  firstAddress() {
    const host = (part) => this.simulator.hosts.find((name) => name.endsWith(part));
    switch (this.start) {
      case 'classic': return `https://${host('.my.salesforce.com')}/setup/forcecomHomepage.apexp`;
      case 'setup': return `https://${host('.my.salesforce-setup.com')}/lightning/setup/SetupOneHome/home`;
      default: return `https://${host('.lightning.force.com')}/lightning/setup/SetupOneHome/home`;
    }
  }

  isInside(page) {
    return page.url().startsWith(this.firstAddress().split('/').slice(0, 3).join('/')) && /setup/i.test(page.url());
  }

  /** What stands in every tab, the newest first: overlays, and how the world looks to somebody who waits for a change. */
  async glance() {
    const scenes = [];
    for (const page of this.browser.context.pages().reverse()) {
      if (page.isClosed() || !page.url().startsWith('https:')) continue;
      for (const overlay of await overlays(page)) scenes.push({ page, step: stepOf(overlay.card), ...overlay });
    }
    return scenes;
  }

  /** Whether Waymark is still going ahead: whoever has asked for that looks on until it stands still for a moment. */
  goesAhead(scenes) {
    const now = this.signature(scenes);
    const pages = this.browser.context.pages();
    if (this.still?.signature !== now) {
      // A window that has opened by itself is in front.
      const opened = pages.find((page) => page.url().startsWith('https:') && this.still && !this.still.pages.includes(page));
      if (opened) this.at = opened;
      this.still = { signature: now, since: Date.now(), pages };
    }
    return Date.now() - this.still.since < STANDSTILL;
  }

  async clickAt(page, box) {
    await this.hands.press(page, box);
  }

  /** Follows the guide until the card says that it is finished, or `stop(step)` says enough. */
  async follow({ stop = () => false } = {}) {
    for (let tries = 0; ; tries += 1) {
      if (tries > MOST_TRIES) throw new Error(`${tries} times at ${this.steps.at(-1)}: ${await this.describe()}`);
      const scene = await until(() => this.nextScene(), () => this.describe());
      if (scene.outside) continue;
      if (scene.step !== this.steps.at(-1)) {
        tries = 0;
        this.steps.push(scene.step);
        this.hands.at(scene.step);
        await this.told(scene.step, scene.page);
      }
      if (scene.step === 'finished' || stop(scene.step)) return scene;
      await this.act(scene);
      const changes = async () => this.at !== scene.page || this.signature(await this.glance()) !== scene.before;
      try {
        await until(changes, 'a change', SECOND_LOOK);
      } catch {
        // What seems to have missed is done once more, as people do, but only where it still stands.
        const again = await this.nextScene();
        if (again?.before === scene.before) await this.act(again);
        await until(changes, async () => `a change after ${scene.step}: ${await this.describe()}`);
      }
    }
  }

  /** Something to do: a page outside Waymark that asks for it, else the card of the tab where the step is. */
  async nextScene() {
    for (const page of this.browser.context.pages().reverse()) {
      if (page.isClosed() || !page.url().startsWith('https:')) continue;
      const did = await outside(this, page);
      if (did) return { outside: did };
    }
    // Looks twice: what still moves, fills or loads is not acted on.
    const before = this.signature(await this.glance());
    const all = await this.glance();
    if (this.signature(all) !== before) return null;
    const scenes = all.filter(({ step, card }) => step && !card.fields.some(({ state }) => state === 'busy'));
    if (this.byItself && this.goesAhead(all)) return null;
    // In the panel, which the card opens, or of which it names what does.
    const namesPanel = ({ notices }) => notices.includes(say('notice_open_panel_firefox'));
    const offers = ({ spotlight, card }) => spotlight || namesPanel(card) || card.buttons.some(({ primary, disabled }) => primary && !disabled);
    const here = scenes.filter(({ page }) => page === this.at);
    // Stays in the window at hand; only when nothing is to be done there for a while, looks around for another one.
    if (here.length && !here.some(offers)) {
      this.idleSince ??= Date.now();
      if (Date.now() - this.idleSince < 3_000) return null;
    } else {
      this.idleSince = null;
    }
    const pointed = ({ spotlight }) => spotlight;
    const scene = here.find(pointed) ?? scenes.find(pointed) ?? here.find(offers) ?? scenes.find(offers);
    return scene ? { ...scene, before } : null;
  }

  /** How the world looks to somebody who waits for a change. */
  signature(scenes) {
    const shown = scenes.map(({ step, card, spotlight }) => {
      const place = spotlight && [spotlight.x, spotlight.y, spotlight.width, spotlight.height].map(Math.round);
      return [step, card.notices, card.fields, place];
    });
    return JSON.stringify([this.browser.context.pages().map((page) => page.url()), shown]);
  }

  async act(scene) {
    const { step, card, page, spotlight } = scene;
    this.at = page;
    this.idleSince = null;
    if (await this.habits[step]?.(this, scene)) return;
    if (await this.actElsewhere(scene)) return;
    const fill = card.buttons.find(({ name, disabled }) => name === say('button_fill') && !disabled);
    if (fill && card.fields.some(({ state }) => state !== 'matches')) return this.clickAt(page, fill.box);
    if (spotlight) return this.clickAt(page, spotlight);
    const primary = card.buttons.find(({ primary, disabled }) => primary && !disabled);
    if (!primary) throw new Error(`nothing to do at ${step}: ${JSON.stringify(card)}`);
    const pages = this.browser.context.pages().length;
    await this.clickAt(page, primary.box);
    if (primary.name === say('button_open_private')) {
      this.at = await until(() => this.browser.context.pages()[pages] ?? this.windowInFront(page), 'a private window');
    } else if (primary.name === say('button_show_tab')) {
      this.at = await until(() => this.windowInFront(page), 'another window in front');
    }
  }

  /** Another page than this one with an overlay, in the tab that is in front in its window. (Headless, every window has the focus.) */
  async windowInFront(than) {
    const inFront = await this.panel.tabsInFront();
    return (await this.glance()).map(({ page }) => page).find((page) => page !== than && inFront.includes(page.url()));
  }

  /** The steps that happen in a mailbox, at a login or in the public form, and the choices that are the person's own. */
  async actElsewhere({ step, page, card, spotlight }) {
    const isPrivate = !this.own.has(page);
    switch (step) {
      case 'inputs':
        await this.panel.enterDetails(
          { input_email: this.people.integration.email, ...this.details }, { allows: this.byItself && this.allowsChecks },
        );
        return true;
      case 'allow_checks':
        await this.panel.decideChecks(this.allowsChecks);
        return true;
      case 'verify_email':
        if (!isPrivate) return false;
        await followMail(this, page);
        return true;
      case 'map_fields': {
        const row = card.fields.find(({ pointed }) => pointed);
        if (!row) return false;
        // What is proposed for all of them is taken first; by hand goes what is left.
        if (card.buttons.some(({ name }) => name === say('button_fill')) && !this.tookProposal) {
          this.tookProposal = true;
          return false;
        }
        await this.clickAt(page, spotlight);
        // A list has opened when its search, or the list itself, has the focus.
        const focus = () => page.evaluate(() => /^(input|select)$/.test(document.activeElement?.localName));
        await until(focus, `a list to choose ${row.label} from`);
        const own = await page.evaluate(() => document.activeElement.localName === 'select');
        await page.keyboard.type(row.label);
        await page.keyboard.press('Enter');
        // In a list of the browser's own, all of it is one choice; elsewhere the search is typed and sent.
        if (!own) this.hands.count(2);
        return true;
      }
      case 'test_submission': {
        const open = card.buttons.find(({ name }) => name === say('button_open_filled'));
        if (open && !this.submitted) {
          this.submitted = true;
          await this.clickAt(page, open.box);
          await until(() => page.url().startsWith('https://form.jotform.com/'), 'the form, filled in');
          await sendFilled(this, page);
          return true;
        }
        if (!this.submitted) {
          const form = await this.browser.context.newPage();
          const [marker] = card.what.match(/Waymark-\w+/);
          await submitForm(this, form, '240001234567890', { ...ANSWERS, 'q3_fullName[last]': marker });
          await form.close();
          this.submitted = true;
        }
        const check = card.buttons.find(({ name }) => name === say('button_check_now'));
        await this.clickAt(page, check.box);
        return true;
      }
      default:
        return false;
    }
  }

  async describe() {
    const pages = this.browser.context.pages().map((page) => page.url());
    const scenes = (await this.glance()).map(({ step, card, spotlight }) => ({
      step, spotlight: Boolean(spotlight), what: card.what, notices: card.notices, fields: card.fields,
      buttons: card.buttons.map(({ name, primary }) => (primary ? `[${name}]` : name)),
    }));
    return `something to do; open: ${pages.join(' ')}; shown: ${JSON.stringify(scenes, null, 1)}`;
  }
}
