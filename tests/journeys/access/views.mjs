// What there is to look at, with what a person presses to get there.
import { galleries, openCards, showCard, showPanel, unfold } from './gallery.mjs';
import { say } from '../lib/words.mjs';

/** The panel's views, and further ones that the panel makes of them by itself. */
export function panels(language = 'en') {
  const all = galleries[language].panels;
  const named = (name) => all.find((one) => one.name === name);
  const pressing = (name, from, ...selectors) => ({ ...named(from), name, press: selectors });
  return [
    ...all,
    pressing('report', 'journey-findings', '#report button'),
    pressing('page-facts', 'journey-findings', '#facts button'),
    pressing('restart-asked', 'journey-findings', '.restart button'),
    { ...named('nowhere'), name: 'unreachable', silent: true },
  ];
}

/** The states of the card; those of single steps apart. */
export const cards = (language = 'en') => galleries[language].cards.filter(({ name }) => !name.startsWith('step-'));
/** A card for each step. */
export const steps = (language = 'en') => galleries[language].cards.filter(({ name }) => name.startsWith('step-'));

/** Shows a view of the panel, as it is by itself or with all that can be unfolded. */
export async function panel(page, view, { unfolded = true } = {}) {
  await showPanel(page, view);
  for (const selector of view.press ?? []) {
    const before = await page.locator('#panel').innerHTML();
    await page.locator(selector).click();
    await page.waitForFunction((was) => document.querySelector('#panel').innerHTML !== was, before);
  }
  if (unfolded) await unfold(page);
  // The head stays in sight, over whatever has the focus now.
  await page.evaluate(() => scrollTo(0, 0));
}

export { openCards, say, showCard };
