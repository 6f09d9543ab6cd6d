import { conforms } from './cases.mjs';
import { reach } from './cases/reach.mjs';

conforms(reach);
