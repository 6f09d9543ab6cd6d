import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";

import { missingFiles } from "../references.mjs";

const complete = {
  "manifest.json": '{ "default_locale": "en", "background": { "service_worker": "background.js" } }',
  "_locales/en/messages.json": "{}",
  "background.js": 'import init from "./background/module.js";\n',
  "background/module.js": 'import {\n  one,\n  two,\n} from "./snippets/three.js";\n',
  "background/snippets/three.js": "export const one = 1, two = 2;\n",
  "panel.html": '<link rel="stylesheet" href="panel.css"><a href="https://example.com/">elsewhere</a>',
  "panel.css": "body { background: url('icons/way.svg'); }",
  "icons/way.svg": "<svg/>",
};

function missingWithout(t, left) {
  const folder = mkdtempSync(join(tmpdir(), "waymark-references-"));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const [path, text] of Object.entries(complete)) {
    if (path === left) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return missingFiles(folder, ["panel.html"]).map(({ from, to }) => `${from} → ${to}`);
}

test("nothing is missing from a complete extension", (t) => {
  assert.deepEqual(missingWithout(t, null), []);
});

const expected = {
  "_locales/en/messages.json": "manifest.json → _locales/en/messages.json",
  "background.js": "manifest.json → background.js",
  "background/module.js": "background.js → background/module.js",
  "background/snippets/three.js": "background/module.js → background/snippets/three.js",
  "panel.html": "the extension → panel.html",
  "panel.css": "panel.html → panel.css",
  "icons/way.svg": "panel.css → icons/way.svg",
};
for (const [left, finding] of Object.entries(expected)) {
  test(`${left} is missed`, (t) => assert.deepEqual(missingWithout(t, left), [finding]));
}
