import { journey, walk } from '../lib/journey.mjs';

journey('from an empty org, in Classic', { seed: 3, start: 'classic' }, ({ person }) => walk(person));
