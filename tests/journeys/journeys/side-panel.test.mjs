import { journey } from '../lib/journey.mjs';
import { until } from '../lib/person.mjs';
import { say } from '../lib/words.mjs';

journey('the card opens the panel beside the page', { seed: 1, onlyInChromium: 'Firefox opens its sidebar for nobody but a person in its own window' }, async ({ person, browser }) => {
  await person.begin();
  const { page, card } = await person.follow({ stop: (step) => step === 'inputs' });
  const client = await browser.context.newCDPSession(page);
  const address = person.panel.page.url();
  const panels = async () => {
    const { targetInfos } = await client.send('Target.getTargets');
    return targetInfos.filter(({ url }) => url === address).length;
  };
  const before = await panels();
  await person.clickAt(page, card.buttons.find(({ name }) => name === say('button_open_panel')).box);
  // The side panel is a target beside the tab in which this test reads the same page.
  await until(async () => await panels() > before, async () => `the side panel; ${await panels()} of ${address}`);
});
