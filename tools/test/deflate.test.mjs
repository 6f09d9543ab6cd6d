import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";

import { smallest } from "../deflate.mjs";

test("a module is no larger than zlib makes it, and is made once", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "waymark-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const module = Buffer.from("waymark ".repeat(500) + "module");
  const kept = join(folder, "module.gz");
  const made = await smallest(module, kept);
  assert.deepEqual(gunzipSync(made), module);
  assert.ok(made.length <= gzipSync(module, { level: 9 }).length);
  const other = gzipSync(module);
  writeFileSync(kept, other);
  assert.deepEqual(await smallest(module, kept), other, "what is kept is taken");
  assert.deepEqual(gunzipSync(await smallest(Buffer.from("other"), kept)), Buffer.from("other"), "but not for another module");
});
