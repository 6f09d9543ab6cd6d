import { journey, setUp } from '../lib/journey.mjs';

journey('from an empty org, in Lightning', { seed: 1, start: 'lightning' }, ({ person }) => setUp(person));
