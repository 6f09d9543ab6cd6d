// The form as a person looks at it before Waymark can know it.
import { outside } from './outside.mjs';
import { overlays } from './overlay.mjs';
import { until } from './person.mjs';

/** Opens the form's own page and then its builder, in the guided tab, until Waymark has seen both. */
export async function lookAtForm(person, form, builder = 'www.jotform.com') {
  const { page } = person;
  for (const address of [`https://form.jotform.com/${form}`, `https://${builder}/build/${form}`]) {
    await page.goto(address);
    await until(async () => {
      if (await outside(person, page)) return false;
      const isThere = page.url().startsWith(address) && await page.locator('li.form-line').first().isVisible();
      return isThere && (await overlays(page)).length > 0;
    }, `Waymark on ${address}`);
  }
}
