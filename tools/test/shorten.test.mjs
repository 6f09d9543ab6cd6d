import assert from "node:assert/strict";
import { test } from "node:test";

import binaryen from "binaryen";

import { shorten } from "../shorten.mjs";

const glue = `    /**
     * Twice.
     */
    return { "./waymark_content_bg.js": {
        __wbg_add_0a1b2c3d4e5f6071: function(arg0, arg1) {
            return arg0 + arg1;
        },
        __wbg_other_1111111111111111: function() { return "__wbg_add_0a1b2c3d4e5f6071: no"; },
    }, call: (wasm) => wasm.wasm_bindgen_0a1b2c3d4e5f6071___closure__true_(20) };`;

test("a module with short names still finds its imports", async () => {
  const source = `(module
    (import "./waymark_content_bg.js" "__wbg_add_0a1b2c3d4e5f6071" (func $add (param i32 i32) (result i32)))
    (import "elsewhere" "memory" (memory 1 200))
    (func (export "wasm_bindgen_0a1b2c3d4e5f6071___closure__true_") (param i32) (result i32) (i32.add (local.get 0) (i32.const 1)))
    (func (export "twice") (param i32) (result i32) (call $add (local.get 0) (local.get 0))))`;
  const parsed = binaryen.parseText(source);
  parsed.addCustomSection("producers", [1, 2, 3]);
  const module = Buffer.from(parsed.emitBinary());
  const short = shorten(module, glue, "./waymark_content_bg.js");
  assert.ok(short.module.length < module.length);
  const imports = new Function(short.glue)();
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 200 });
  const { instance } = await WebAssembly.instantiate(short.module, { ...imports, elsewhere: { memory } });
  assert.equal(instance.exports.twice(21), 42);
  assert.equal(imports.call(instance.exports), 21);
  assert.deepEqual(WebAssembly.Module.exports(await WebAssembly.compile(short.module)).map(({ name }) => name), ["c0", "twice"]);
  assert.ok(!short.module.includes("producers"));
  assert.equal(imports.w.__wbg_other_1111111111111111(), "__wbg_add_0a1b2c3d4e5f6071: no");
  assert.ok(!short.glue.includes("Twice"));
});
