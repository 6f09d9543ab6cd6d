import { conforms } from './cases.mjs';
import { lightning } from './cases/lightning.mjs';

conforms(lightning, ['lightning', 'synthetic-shadow']);
