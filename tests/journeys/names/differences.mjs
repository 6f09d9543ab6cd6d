// What is left between the roles and names that Waymark computes and those of the browser, each difference with its reason.
import assert from 'node:assert/strict';
import { compare } from './oracle.mjs';

/** The browser's own words where ARIA has another one, or none. */
const SYNONYMS = {
  none: '', generic: '', LabelText: '', LineBreak: '', Legend: '', Figcaption: '', DescriptionList: '', Iframe: '', IframePresentational: '',
  // Of ARIA 1.3, which calls an `img` an `image` too.
  sectionheader: '', sectionfooter: '', image: 'img',
  // HTML gives these no role of ARIA; they hold a text all the same, and a summary is pressed.
  Date: 'textbox', InputTime: 'textbox', DateTime: 'textbox', ColorWell: '', DisclosureTriangle: 'button',
};

/** The differences that remain, each with its reason. */
const DIFFERENCES = [
  {
    reason: 'options of a closed list are not rendered: they are read with their list, which the browser takes apart',
    is: ({ tag, ours, theirs }) => /^(option|optgroup)$/.test(tag) && ours.role === '' && /^(option|group)$/.test(theirs.role),
  },
  {
    reason: 'a table that only arranges the page: by rules of its own the browser finds out that it holds no data',
    is: ({ theirs }) => /^LayoutTable/.test(theirs.role),
  },
  {
    reason: 'the browser leaves a `tbody` out of the tree; HTML says that it is a group of rows',
    is: ({ tag, theirs }) => tag === 'tbody' && theirs.ignored,
  },
  {
    reason: 'people write in a rich text box, although it says nothing about itself',
    is: ({ attributes, ours, theirs }) => 'contenteditable' in attributes && ours.role === 'textbox' && theirs.role === '',
  },
  {
    reason: 'the roles that exist would have to be listed to pass over one that does not; no page has any',
    is: ({ attributes }) => attributes.role === 'nothing-known button',
  },
  {
    reason: 'words are compared without regard to case, so what a style sheet does to it is not looked up',
    is: ({ ours, theirs }) => ours.role === theirs.role && ours.name !== theirs.name && ours.name.toUpperCase() === theirs.name,
  },
  {
    reason: 'a gap that a style sheet makes before the star of a required field counts as a space for the browser; words are compared without their marks',
    is: ({ ours, theirs }) => ours.role === theirs.role && ours.name !== theirs.name && ours.name === theirs.name.replaceAll(' *', '*'),
  },
  {
    reason: 'what a style sheet writes before and after an element is no text of the page, and changes with its design',
    is: ({ attributes, ours, theirs }) => attributes.class === 'before' && theirs.name === `Before ${ours.name}`,
  },
  {
    reason: 'a cell is never a target: a control that is alone in it counts with what it holds, not with the label that stands in the cell beside',
    is: ({ tag, ours, theirs }) => tag === 'td' && ours.role === theirs.role && ours.name === '',
  },
  {
    reason: 'the cell in which all of a page of Classic stands is never a target: the browser leaves the tables in it out of its name',
    is: ({ attributes, ours, theirs }) => attributes.id === 'bodyCell' && ours.role === theirs.role,
  },
  {
    reason: 'a row is never a target, so it needs no name',
    is: ({ tag, ours }) => tag === 'tr' && ours.name === '',
  },
  {
    reason: 'with an empty alternative text the browser passes over a title, which is all that tells of the picture',
    is: ({ tag, attributes, theirs }) => tag === 'img' && attributes.alt === '' && 'title' in attributes && theirs.name === '',
  },
  {
    reason: 'what a modal dialog makes inert is still read: whether a press reaches it is asked apart, and the dialog may close',
    is: ({ inert, theirs }) => inert && theirs.ignored,
  },
  {
    reason: 'HTML gives a box for passwords no role; none is a target, and its value is never read',
    is: ({ tag, attributes, ours }) => tag === 'input' && attributes.type === 'password' && ours.role === '',
  },
  {
    reason: 'a popover without a role is a group for the browser; only what is in it is a target',
    is: ({ attributes, ours, theirs }) => 'popover' in attributes && ours.role === '' && theirs.role === 'group',
  },
];

/** The entries of the list that a page has shown. */
const occurred = new Set();

/** What differs on a page and is in no list. */
export async function unlisted(page) {
  const elements = await compare(page);
  assert.ok(elements.length > 5, `${page.url()} has elements`);
  return elements.map(normal).filter((element) => {
    const { ours, theirs } = element;
    if (ours.role === theirs.role && (ours.role === '' || ours.name === theirs.name)) return false;
    const known = DIFFERENCES.find(({ is }) => is(element));
    occurred.add(known);
    return !known;
  }).map(({ markup, ours, theirs }) => `${page.url().slice(0, 90)} ${markup.slice(0, 120)}: ${JSON.stringify(ours)} is ${JSON.stringify(theirs)}`);
}

function normal(element) {
  const { ours, theirs } = element;
  const role = theirs.ignored ? '' : SYNONYMS[theirs.role] ?? theirs.role;
  const name = theirs.name.replace(/\s+/g, ' ').trim();
  return { ...element, ours: { ...ours, role: SYNONYMS[ours.role] ?? ours.role }, theirs: { ...theirs, role, name } };
}

/** The reasons in the list for which no page has shown a difference so far. */
export const unshown = () => DIFFERENCES.filter((entry) => !occurred.has(entry)).map(({ reason }) => reason);
