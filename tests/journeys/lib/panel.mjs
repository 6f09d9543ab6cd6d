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

  /** Enters the one thing that has no default, and agrees to the rest. */
  async enterDetails({ email }) {
    await this.page.bringToFront();
    const box = this.page.getByLabel(say('input_email'), { exact: true });
    await box.fill(email);
    await box.press('Tab');
    await this.button('panel_confirm_inputs').click();
  }

  async decideChecks(allowed) {
    await this.page.bringToFront();
    await this.button(allowed ? 'panel_allow' : 'panel_decline').click();
  }

  /** All that it says. */
  text() {
    return this.page.locator('body').innerText();
  }
}
