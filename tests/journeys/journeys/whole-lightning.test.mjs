import { journey, walk } from '../lib/journey.mjs';

journey('from an empty org, in Lightning', { seed: 1, start: 'lightning' }, ({ person }) => walk(person));
