import { conforms } from './cases.mjs';
import { react } from './cases/react.mjs';

conforms(react, ['react']);
