// An administrator's policy for the extension, where Chromium reads it: one file per unpacked extension, named by its id.
import { createHash } from 'node:crypto';
import { accessSync, constants, cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dist } from './browser.mjs';

const PLACE = '/etc/chromium/policies/managed';

/** Whether policies can be set here: Chromium reads them where only root writes. */
export const canAdminister = isWritable(existsSync(PLACE) ? PLACE : '/etc/chromium');

function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** A copy of the extension under this policy; `forget` takes both away. */
export function administered(policy) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'waymark-administered-')));
  cpSync(dist, folder, { recursive: true });
  const id = extensionId(folder);
  mkdirSync(PLACE, { recursive: true });
  const file = join(PLACE, `waymark-${id}.json`);
  writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [id]: policy } } }));
  const forget = () => [file, folder].forEach((made) => rmSync(made, { recursive: true, force: true }));
  return { folder, forget };
}

/** What Chromium calls an unpacked extension: the first half of its folder's SHA-256, its digits as the letters a to p. */
function extensionId(folder) {
  const digits = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return [...digits].map((digit) => String.fromCharCode(97 + parseInt(digit, 16))).join('');
}
