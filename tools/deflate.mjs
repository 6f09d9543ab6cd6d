// A module as gzip, as small as it gets: zopfli looks for the best of all ways to write the same, which leaves 6 % less than
// zlib at its best and takes seconds. So what it made is kept beside the module until that changes.

import zopfli from "@gfx/zopfli";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** The module in gzip; `kept` is a file that the last answer is in. */
export async function smallest(module, kept) {
  if (existsSync(kept)) {
    const last = readFileSync(kept);
    if (gunzipSync(last).equals(module)) return last;
  }
  const made = Buffer.from(await zopfli.gzipAsync(module, { numiterations: 5 }));
  writeFileSync(kept, made);
  return made;
}
