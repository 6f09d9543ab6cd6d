// What the stores and a security team are told, held against the manifests and the tree.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { manifest } from "../manifest.mjs";
import { filesBelow } from "../references.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path) => readFileSync(join(root, path), "utf8");
const kinds = ["permissions", "optional_permissions", "host_permissions", "optional_host_permissions"];

const browsers = readdirSync(join(root, "extension"))
  .map((name) => /^manifest\.(\w+)\.json$/.exec(name)?.[1])
  .filter((browser) => browser && browser !== "base");

/** Every permission and host of every manifest. */
const asked = new Set(browsers.flatMap((browser) => kinds.flatMap((kind) => manifest(root, browser)[kind] ?? [])));

/** The rows of a table: what stands in backticks at the beginning of a row, and the cells after it. */
function rows(text) {
  const found = [...text.matchAll(/^\| `([^`]+)`[^|]*\|(.*)\|$/gm)];
  return found.map(([, name, cells]) => [name, cells.split("|").map((cell) => cell.trim())]);
}

/** The part of a text below a heading. */
function section(text, heading) {
  const [, below] = text.split(`\n## ${heading}\n`);
  assert.ok(below, heading);
  return below.split("\n## ")[0];
}

test("each permission and host has its reason, and no reason is left over", () => {
  const reasons = rows(read("store/permissions.md"));
  assert.deepEqual(reasons.map(([name]) => name).sort(), [...asked].sort());
  for (const [name, [reason]] of reasons) assert.ok(reason.length > 20, name);
});

test("a security team is told of each permission and host, and of none that is not asked for", () => {
  const told = rows(section(read("docs/for-your-security-team.md"), "Each permission, with its code"));
  assert.deepEqual(told.map(([name]) => name).sort(), [...asked].sort());
});

test("every path that a page names is there", () => {
  const pages = ["README.md", "BUILD.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "docs/for-your-security-team.md", "docs/for-teams.md", "docs/sites.md"];
  const beginning = /^(src|extension|tests|tools|scripts|store|docs)\//;
  for (const page of pages) {
    const text = read(page);
    const named = [...text.matchAll(/`([^`\s]+)`/g)].map(([, path]) => path);
    const paths = named.filter((path) => beginning.test(path) && !/[*<]|^tests\/\w+\/node_modules/.test(path));
    for (const path of paths) assert.ok(existsSync(join(root, path)), `${page} names ${path}`);
    for (const [, link] of text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)) {
      assert.ok(existsSync(join(root, dirname(page), link)), `${page} links to ${link}`);
    }
  }
});

test("requests are sent in one file, and a security team is told which", () => {
  const senders = filesBelow(join(root, "src")).filter((path) => {
    return path.endsWith(".rs") && /\bfetch(_with_\w+)?\(|XmlHttpRequest|WebSocket|EventSource|send_beacon/.test(read(join("src", path)));
  });
  // The panel reads the extension's own words.
  assert.deepEqual(senders, ["background/src/api/network.rs", "panel/src/browser.rs"]);
  assert.deepEqual(read("src/panel/src/browser.rs").match(/fetch_with_\w+\(.*\)/g).length, 1);
  for (const sender of senders) assert.ok(read("docs/for-your-security-team.md").includes(`src/${sender}`), sender);
});

test("the hosts of Jotform's API are all told of", () => {
  const hosts = new Set(read("src/core/src/jotform_api.rs").match(/[\w-]*api\.jotform\.com/g));
  const told = section(read("docs/for-your-security-team.md"), "Each host that is contacted");
  for (const host of hosts) assert.ok(told.includes(host), host);
});

test("the store's name and summary are the extension's", () => {
  const words = JSON.parse(read("extension/_locales/en/messages.json"));
  const listing = read("store/listing.md");
  assert.equal(section(listing, "Name").trim(), words.extension_name.message);
  const summary = section(listing, "Summary").trim();
  assert.equal(summary, words.extension_description.message);
  assert.ok(summary.length <= 132);
});

test("the store's pictures are there, 1280 by 800, and few bytes", () => {
  const named = [...read("store/listing.md").matchAll(/`([\w-]+\.png)`/g)].map(([, name]) => name).sort();
  assert.deepEqual(readdirSync(join(root, "store", "pictures")).sort(), named);
  assert.ok(named.length >= 1 && named.length <= 5);
  for (const name of named) {
    const png = readFileSync(join(root, "store", "pictures", name));
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1280, 800], name);
    assert.ok(png.length < 200_000, `${name}: ${png.length}`);
  }
});

test("the policy's page, schema and code name the same keys", () => {
  const schema = JSON.parse(read("extension/managed.json")).properties;
  const page = rows(read("docs/for-teams.md"));
  assert.deepEqual(page.map(([name]) => name), Object.keys(schema));
  const [naming] = page.find(([name]) => name === "naming")[1].slice(1);
  for (const name of Object.keys(schema.naming.properties)) assert.ok(naming.includes(`\`${name}\``), name);
  const code = read("src/core/src/policy.rs");
  for (const key of Object.keys(schema)) assert.ok(code.includes(`"${key}" => `), key);
});
