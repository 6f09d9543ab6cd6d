// The hands of whoever walks: whatever is done to a page goes through them and is counted, so that walks can be compared.
// One action is a click, a choice, a field typed, a key command, or an address entered. Scrolling, reading and moving to
// another tab are none.

export class Hands {
  constructor() {
    this.step = 'arrive';
    /** How many actions each step took, in the order of the first one. */
    this.taken = new Map();
  }

  /** What follows belongs to this step. */
  at(step) {
    this.step = step;
  }

  get actions() {
    return [...this.taken.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Counts what was done otherwise than by the functions below. */
  count(actions = 1) {
    this.taken.set(this.step, (this.taken.get(this.step) ?? 0) + actions);
  }

  async click(locator) {
    await locator.click();
    this.count();
  }

  /** Clicks in the middle of a place in a page. */
  async press(page, box) {
    await page.bringToFront();
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2).catch((error) => {
      // What is still being scrolled into view is missed; only Firefox says so.
      if (!error.message.includes('out of bounds')) throw error;
    });
    this.count();
  }

  /** Types into a field; that the field is entered for it is part of it. */
  async type(locator, text) {
    await locator.click();
    await locator.fill(text);
    this.count();
  }

  /** Chooses from a list of the browser's own; that the list is opened for it is part of it. */
  async choose(locator, option) {
    await locator.selectOption(option);
    this.count();
  }

  /** Enters an address. */
  async visit(page, address) {
    await page.goto(address);
    this.count();
  }
}
