// The engine as one classic script: nothing of it is web-accessible, so its module travels inside, packed.
// The build puts wasm-bindgen's glue and the gzipped module (base64) in the two marked places.
(() => {
  if (globalThis.waymark) {
    // Injected again into the same world: the module is here already. An engine that runs is left alone.
    globalThis.waymark.then((engine) => engine?.start());
    return;
  }

  // In Chromium a page's policy can forbid WebAssembly in content scripts: then not even the empty module compiles.
  try {
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch {
    // The background puts the engine's other form into this frame, which looks for the null.
    globalThis.waymark = null;
    (globalThis.browser ?? globalThis.chrome).runtime.sendMessage("forbidden").catch(() => {});
    return;
  }

  /* WAYMARK_GLUE */

  const packed = "/* WAYMARK_MODULE */";

  async function boot() {
    const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
    const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    await wasm_bindgen({ module_or_path: await new Response(unpacked).arrayBuffer() });
    wasm_bindgen.start();
    return wasm_bindgen;
  }

  globalThis.waymark = boot().catch((error) => {
    // Without the engine the page is simply left alone.
    console.warn("Waymark cannot run in this frame:", error.message);
    return null;
  });
})();
