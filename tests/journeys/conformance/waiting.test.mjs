import { conforms } from './cases.mjs';
import { waiting } from './cases/waiting.mjs';

conforms(waiting);
