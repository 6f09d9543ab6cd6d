// The content script's module in plain JavaScript, for frames in which a page's policy forbids WebAssembly: what wasm2js
// made of the module, bundled with the glue that wasm-bindgen made for it.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

/** Declares `engine`, which has what the module exports; from what wasm-bindgen (for a bundler) and wasm2js left in `folder`. */
export async function engineWithoutWasm(folder, name = "waymark_content") {
  const read = (name) => readFileSync(join(folder, name), "utf8");
  const module = detachGrownMemory(read(`${name}_bg.wasm.js`));
  const statics = endOfStatics(module, read(`${name}_bg.js`));
  const bundle = await build({
    entryPoints: [join(folder, `${name}.js`)],
    plugins: [inPlaceOf(/_bg\.wasm$/, module, folder), inPlaceOf(/^__wbindgen_externref_xform__$/, statics, folder)],
    bundle: true,
    minify: true,
    format: "iife",
    globalName: "engine",
    target: "es2022",
    logLevel: "silent",
    write: false,
  });
  if (bundle.warnings.length > 0) throw new Error(bundle.warnings.map(({ text }) => text).join("\n"));
  return bundle.outputFiles[0].text;
}

/** Lets what is imported by a name that `filter` matches be `contents`, as if it stood in a folder. */
function inPlaceOf(filter, contents, folder) {
  const namespace = String(filter);
  return {
    name: namespace,
    setup({ onResolve, onLoad }) {
      onResolve({ filter }, ({ path }) => ({ path, namespace }));
      onLoad({ filter: /.*/, namespace }, () => ({ contents, resolveDir: folder, loader: "js" }));
    },
  };
}

/**
 * The glue keeps its views of the memory until their buffer is detached, as WebAssembly does when the memory grows. wasm2js
 * copies into a new buffer instead and leaves the old one as it was: the glue would go on writing there.
 */
function detachGrownMemory(module) {
  const copied = "newHEAP8.set(HEAP8);";
  const grows = module.includes("new ArrayBuffer(newPages") ? 1 : 0;
  if (module.split(copied).length !== grows + 1) throw new Error("wasm2js lets the memory grow in another way than was expected");
  return module.replace(copied, `${copied} structuredClone(buffer, { transfer: [buffer] });`);
}

/**
 * The module was compiled for references as WebAssembly's own (`externref`), but is used without them. All that it still asks
 * of them is where the constants end (undefined, null, true and false), which the glue then has in the same places.
 */
function endOfStatics(module, glue) {
  const asked = new Set([...module.matchAll(/\b__wbindgen_externref_xform__\.(\w+)/g)].map(([, name]) => name));
  asked.delete("__wbindgen_externref_statics_end");
  if (asked.size > 0) throw new Error(`the module still asks for ${[...asked].join(", ")}`);
  if (!glue.includes("if (idx < 1028) return;")) throw new Error("the glue's constants are not where they were expected");
  return "export const __wbindgen_externref_statics_end = () => 1028;";
}
