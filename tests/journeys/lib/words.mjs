// The extension's own words, so that a person can tell which step a card or the panel speaks of.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const extension = fileURLToPath(new URL('../../../extension/', import.meta.url));
const messages = messagesOf('en');
const guide = JSON.parse(readFileSync(`${extension}guides/jotform-salesforce.json`, 'utf8'));

/** The guide's sections and steps, in order. */
export const sections = guide.sections.map(({ id, steps }) => ({ id, name: say(`section_${id}`), steps: steps.map((step) => step.id) }));

function messagesOf(language) {
  return JSON.parse(readFileSync(`${extension}_locales/${language}/messages.json`, 'utf8'));
}

/** A message's text in another language of the extension. */
export function sayIn(language, key) {
  return messagesOf(language)[key].message;
}

/** A message's text, its placeholders left as they stand. */
export function say(key) {
  const message = messages[key]?.message;
  if (!message) throw new Error(`no words for ${key}`);
  return message;
}

const patterns = sections.flatMap(({ name, steps }) => steps.map((id) => {
  const parts = say(`step_${id}_what`).split(/\$[a-z_]+\$/i);
  return { id, name, pattern: new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[^“”]*')}$`, 's') };
}));

/** The id of the step that a card's section and sentence belong to; `finished` for the last card. */
export function stepOf({ where, what }) {
  if (what === say('finished_what')) return 'finished';
  return patterns.find(({ name, pattern }) => where.startsWith(name) && pattern.test(what))?.id;
}
