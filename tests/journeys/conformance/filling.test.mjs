import { conforms } from './cases.mjs';
import { filling } from './cases/filling.mjs';

conforms(filling);
