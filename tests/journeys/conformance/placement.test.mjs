import { conforms } from './cases.mjs';
import { placement } from './cases/placement.mjs';

conforms(placement);
