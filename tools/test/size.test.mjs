import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../size.mjs", import.meta.url));

function sizeWith(t, bytesOf) {
  const above = mkdtempSync(join(tmpdir(), "waymark-size-"));
  t.after(() => rmSync(above, { recursive: true }));
  const folder = join(above, "chromium");
  mkdirSync(join(folder, "panel"), { recursive: true });
  for (const file of ["content.js", "content-without-wasm.js", "loader.js", "probe.js", "background.js", "panel/panel.wasm.gz"]) {
    writeFileSync(join(folder, file), randomBytes(bytesOf[file] ?? 10));
  }
  writeFileSync(`${folder}.zip`, randomBytes(bytesOf.package ?? 10));
  return spawnSync(process.execPath, [program, folder], { encoding: "utf8" });
}

test("what is under every limit passes, with a line per artefact", (t) => {
  const { status, stdout } = sizeWith(t, { "content.js": 90_000, "content-without-wasm.js": 140_000, "panel/panel.wasm.gz": 290_000 });
  assert.equal(status, 0, stdout);
  assert.match(stdout, /^ +290000 +\d+ {2}panel\/panel\.wasm\.gz$/m);
});

const tooLarge = {
  "injected as WebAssembly": { "content.js": 98_000, "loader.js": 3_000 },
  "injected as JavaScript": { "content-without-wasm.js": 148_000, "loader.js": 2_000, "probe.js": 1_000 },
  "background and panel": { "background.js": 165_000, "panel/panel.wasm.gz": 165_000 },
  "loader.js": { "loader.js": 4_100 },
  package: { package: 850_001 },
};
for (const [name, bytes] of Object.entries(tooLarge)) {
  test(`${name} over its limit fails`, (t) => {
    const { status, stdout } = sizeWith(t, bytes);
    assert.equal(status, 1);
    assert.match(stdout, new RegExp(`^OVER ${name}`, "m"));
  });
}
