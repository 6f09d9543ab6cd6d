import { journey, setUp } from '../lib/journey.mjs';

// A policy that forbids WebAssembly in Chromium is not yet coped with, so this page has the one that Salesforce was seen to send.
journey('from an empty org, in Classic', { seed: 3, start: 'classic', vary: { 'setup.page_policy': 'unsafe_eval' } }, ({ person }) => setUp(person));
