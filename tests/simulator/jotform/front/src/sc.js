// Class names as a CSS-in-JS library makes them: they differ with every build of the site, here with every seed.
import { styles } from './styles.js';

let build = 0;

export function sowClasses(seed) {
  build = seed;
}

function hashed(text) {
  let hash = 0x811c9dc5;
  for (const character of `${build}/${text}`) {
    hash = Math.imul(hash ^ character.codePointAt(0), 0x01000193) >>> 0;
  }
  let letters = '';
  for (let place = 0; place < 6; place += 1) {
    letters += String.fromCharCode(97 + (hash % 26));
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
  }
  return letters;
}

// 'card' -> 'sc-kdjfhe qpwoei'
export function sc(name) {
  return `sc-${hashed(`id:${name}`)} ${hashed(name)}`;
}

export function styleSheet() {
  return Object.entries(styles)
    .map(([name, rules]) => `.${hashed(name)}{${rules}}`)
    .join('\n');
}
