// The panel, opened as a tab: the same page that stands beside a tab as the side panel.
import { say } from './words.mjs';

export class Panel {
  /** Opens the panel for a page's tab. */
  static async open(browser, page) {
    const panel = new Panel();
    const tab = await browser.tabOf(page);
    panel.page = await browser.context.newPage();
    await panel.page.goto(`chrome-extension://${browser.extension}/panel.html?tab=${tab}`);
    return panel;
  }

  button(key) {
    return this.page.getByRole('button', { name: say(key), exact: true });
  }

  async start() {
    await this.page.bringToFront();
    await this.button('panel_start').click();
  }

  /** Enters the details that are given by their labels' keys, and agrees to the rest. Answers how many actions that took. */
  async enterDetails(details) {
    await this.page.bringToFront();
    let actions = 0;
    for (const [key, text] of Object.entries(details)) {
      const box = this.page.getByLabel(say(key), { exact: true });
      if (!await box.isVisible()) {
        await this.page.getByText(say('panel_further_inputs'), { exact: true }).click();
        actions += 1;
      }
      if (await box.evaluate(({ localName }) => localName) === 'select') await box.selectOption(text);
      else await box.fill(text);
      await box.press('Tab');
      actions += 1;
    }
    await this.button('panel_confirm_inputs').click();
    return actions + 1;
  }

  async decideChecks(allowed) {
    await this.page.bringToFront();
    await this.button(allowed ? 'panel_allow' : 'panel_decline').click();
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
