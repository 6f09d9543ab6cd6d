import { journey, walk } from '../lib/journey.mjs';

journey("from an empty org, on Setup's own host", { seed: 2, start: 'setup' }, ({ person }) => walk(person));
