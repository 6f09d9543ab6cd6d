import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import binaryen from "binaryen";

import { engineWithoutWasm } from "../without-wasm.mjs";

const source = `(module
  (import "./waymark_content_bg.js" "__wbg_add_0a1b2c3d4e5f6071" (func $add (param i32 i32) (result i32)))
  (import "__wbindgen_externref_xform__" "__wbindgen_externref_statics_end" (func $end (result i32)))
  (memory (export "memory") 1 200)
  (data (i32.const 8) "Waymark")
  (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0)))
  (func (export "twice") (param i32) (result i32) (call $add (local.get 0) (local.get 0)))
  (func (export "product") (param i32 i32) (result i32)
    (i32.wrap_i64 (i64.shr_u (i64.mul (i64.extend_i32_u (local.get 0)) (i64.extend_i32_u (local.get 1))) (i64.const 32))))
  (func (export "constants") (result i32) (call $end)))`;

const entry = `import * as wasm from "./waymark_content_bg.wasm";
import { __wbg_set_wasm } from "./waymark_content_bg.js";
__wbg_set_wasm(wasm);
export { constants, grow, memory, product, twice } from "./waymark_content_bg.js";`;

const glue = `let wasm;
export function __wbg_set_wasm(val) { wasm = val; }
export function __wbg_add_0a1b2c3d4e5f6071(arg0, arg1) { return arg0 + arg1; }
export const memory = () => wasm.memory.buffer;
export const grow = (pages) => wasm.grow(pages);
export const twice = (value) => wasm.twice(value);
export const product = (one, two) => wasm.product(one, two);
export const constants = () => wasm.constants();
export function dropObject(idx) {
    if (idx < 1028) return;
}`;

/** What the build makes of a module in text form; `change` alters what wasm2js wrote. */
async function engineOf(t, { text = source, itsGlue = glue, change = (module) => module } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "waymark-without-wasm-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const path = (name) => join(folder, name);
  // `emitAsmjs` is what the program wasm2js calls.
  writeFileSync(path("waymark_content_bg.wasm.js"), change(binaryen.parseText(text).emitAsmjs()));
  writeFileSync(path("waymark_content_bg.js"), itsGlue);
  writeFileSync(path("waymark_content.js"), entry);
  return engineWithoutWasm(folder);
}

test("the engine does in JavaScript what the module does, without making code from text", async (t) => {
  const script = await engineOf(t);
  const engine = new Function(`${script} return engine;`)();
  assert.equal(engine.twice(21), 42);
  assert.equal(engine.product(0x80000000, 6), 3);
  assert.equal(engine.constants(), 1028);
  assert.doesNotMatch(script, /\beval\b|\bFunction\(|WebAssembly/);
});

test("memory that grows keeps what it holds, and lets go of its old buffer", async (t) => {
  const engine = new Function(`${await engineOf(t)} return engine;`)();
  const before = engine.memory();
  const text = (buffer) => Buffer.from(buffer, 8, 7).toString();
  assert.equal(text(before), "Waymark");
  assert.equal(engine.grow(2), 1);
  assert.equal(before.byteLength, 0);
  assert.equal(engine.memory().byteLength, 3 << 16);
  assert.equal(text(engine.memory()), "Waymark");
});

const unexpected = {
  "another way to grow": [{ change: (module) => module.replace("newHEAP8.set(HEAP8)", "newHEAP8.set(HEAPU8)") }, /grow/],
  "another intrinsic of references": [{ text: source.replaceAll("statics_end", "table_grow") }, /table_grow/],
  "constants in another place": [{ itsGlue: glue.replace("1028", "132") }, /constants/],
  "an export that the glue lacks": [{ itsGlue: glue.replace("const twice", "const thrice") }, /twice/],
};
for (const [name, [changes, message]] of Object.entries(unexpected)) {
  test(`${name} fails the build`, (t) => assert.rejects(engineOf(t, changes), message));
}
