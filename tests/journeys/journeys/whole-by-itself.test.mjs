import { journey, walk } from '../lib/journey.mjs';

for (const [where, start] of [['Lightning', 'lightning'], ['Classic', 'classic']]) {
  journey(`from an empty org, in ${where}, and Waymark goes ahead by itself`, { seed: 3, start, byItself: true }, ({ person }) => walk(person));
}
