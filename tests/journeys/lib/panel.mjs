// The panel, opened as a tab: the same page that stands beside a tab as the side panel.
import { Hands } from './hands.mjs';
import { say } from './words.mjs';

export class Panel {
  /** Opens the panel for a page's tab, as a click on Waymark's button does. */
  static async open(browser, page, hands = new Hands()) {
    const panel = new Panel();
    panel.hands = hands;
    hands.count();
    const tab = await browser.tabOf(page);
    panel.page = await browser.open(`panel.html?tab=${tab}`);
    return panel;
  }

  button(key) {
    return this.page.getByRole('button', { name: say(key), exact: true });
  }

  /** Starts the guide; with `byItself` so that Waymark goes ahead by itself. */
  async start({ byItself = false } = {}) {
    await this.page.bringToFront();
    await this.hands.click(this.button(byItself ? 'panel_start_by_itself' : 'panel_start'));
  }

  /** Enters the details that are given by their labels' keys, and agrees to the rest; with `allows` to checks as well, in one go. */
  async enterDetails(details, { allows = false } = {}) {
    await this.page.bringToFront();
    for (const [key, text] of Object.entries(details)) {
      const box = this.page.getByLabel(say(key), { exact: true });
      if (!await box.isVisible()) {
        await this.hands.click(this.page.getByText(say('panel_further_inputs'), { exact: true }));
      }
      if (await box.evaluate(({ localName }) => localName) === 'select') await this.hands.choose(box, text);
      else await this.hands.type(box, text);
      // Part of typing: the field is left.
      await box.press('Tab');
    }
    await this.hands.click(this.button(allows ? 'panel_confirm_and_allow' : 'panel_confirm_inputs'));
  }

  async decideChecks(allowed) {
    await this.page.bringToFront();
    await this.hands.click(this.button(allowed ? 'panel_allow' : 'panel_decline'));
  }

  /** The addresses of the tabs that are in front in their windows. */
  async tabsInFront() {
    return this.page.evaluate(async () => (await chrome.tabs.query({ active: true })).map(({ url }) => url));
  }

  /** Goes to the step that says this. */
  async lookAt(what) {
    await this.page.bringToFront();
    await this.page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true; }));
    await this.page.locator('li.step', { hasText: what }).getByRole('button').first().click();
  }

  /** All that it says. */
  text() {
    return this.page.locator('body').innerText();
  }
}
