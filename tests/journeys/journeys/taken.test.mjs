import { journey } from '../lib/journey.mjs';
import { until } from '../lib/person.mjs';
import { say } from '../lib/words.mjs';

const FORM = '/lightning/setup/ManageUsers/page?address=%2F005%2Fe';

/** The frame with the form of a new user. */
async function form(page) {
  for (const frame of page.frames()) {
    if (await frame.locator('#Username').isVisible().catch(() => false)) return frame;
  }
  return null;
}

journey('a username that is taken in another org is told in a German org', { seed: 1, example: 'taken', vary: { 'setup.language': 'de' } }, async ({ person }) => {
  await person.begin();
  const { panel, page } = person;
  await panel.enterDetails({ input_email: person.people.integration.email });
  await panel.decideChecks(false);
  await page.goto(`https://${new URL(page.url()).host}${FORM}`);
  await panel.lookAt(say('step_fill_user_what'));
  const fill = async () => {
    const scene = await person.nextScene();
    const button = scene?.card?.buttons.find(({ name, disabled }) => name === say('button_fill') && !disabled);
    return button && scene.card.fields.length && { scene, button };
  };
  const { scene, button } = await until(fill, () => person.describe());
  await person.clickAt(scene.page, button.box);
  const holds = async () => (await (await form(page))?.locator('#Username').inputValue().catch(() => '')) === person.people.integration.username;
  await until(async () => await holds() && await (await form(page)).locator('#Profile').inputValue(), () => person.describe());
  await (await form(page)).locator('input[name=save]').first().click();
  await until(async () => (await person.glance()).some(({ card }) => card.notices.includes(say('cause_username_taken'))), () => person.describe());
});
