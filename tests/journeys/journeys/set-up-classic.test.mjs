import { journey, setUp } from '../lib/journey.mjs';

// These pages forbid WebAssembly: all of Salesforce's part, with the engine in plain JavaScript.
journey('from an empty org, in Classic', { seed: 3, start: 'classic', vary: { 'setup.page_policy': 'self_only' } }, ({ person }) => setUp(person));
