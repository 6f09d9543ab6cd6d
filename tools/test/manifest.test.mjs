import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { manifest, merge, version } from "../manifest.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

test("an overlay adds, replaces, and takes away with null", () => {
  const base = { name: "Waymark", permissions: ["storage"], background: { type: "module", scripts: ["a.js"] } };
  const overlay = { permissions: ["storage", "sidePanel"], background: { scripts: null, service_worker: "a.js" } };
  assert.deepEqual(merge(base, overlay), {
    name: "Waymark",
    permissions: ["storage", "sidePanel"],
    background: { type: "module", service_worker: "a.js" },
  });
});

test("the manifest has the version of the crates", () => {
  assert.match(version(root), /^\d+\.\d+\.\d+$/);
  assert.equal(manifest(root, "chromium").version, version(root));
});
