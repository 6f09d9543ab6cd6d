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

test("Firefox gets an event page and a sidebar in the place of what only Chromium has, and may access no more", () => {
  const [chromium, firefox] = ["chromium", "firefox"].map((browser) => manifest(root, browser));
  assert.deepEqual(firefox.background, { scripts: [chromium.background.service_worker], type: "module" });
  assert.equal(firefox.sidebar_action.default_panel, chromium.side_panel.default_path);
  assert.deepEqual(firefox.browser_specific_settings.gecko.data_collection_permissions, { required: ["none"] });
  assert.deepEqual(firefox.permissions, chromium.permissions.filter((permission) => permission !== "sidePanel"));
  for (const key of ["side_panel", "minimum_chrome_version"]) assert.equal(firefox[key], undefined);
});
