import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { licences, textOf } from "../licences.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

test("each dependency that ships is named with its licence, and has its text", () => {
  const [head, ...texts] = licences(root).split(`${"-".repeat(80)}\n`);
  const named = head.split("\n").filter((line) => line.includes(": "));
  assert.ok(named.length > 20, `${named.length}`);
  const held = texts.flatMap((text) => text.split("\n", 1)[0].split(", "));
  assert.deepEqual(named.map((line) => line.split(": ")[0]).sort(), held.sort());
  for (const text of texts) assert.match(text, /copyright|unlicense|public domain/i);
});

test("a package without a text has that of its licence, in the name of its authors", () => {
  const crate = { name: "gloo", version: "1.0.0", license: "MIT/Apache-2.0", authors: ["Jane Roe"] };
  assert.match(textOf(crate), /^MIT License\n\nCopyright \(c\) Jane Roe\n\nPermission is hereby granted/);
  assert.throws(() => textOf({ ...crate, license: "Apache-2.0" }), /gloo/);
});
