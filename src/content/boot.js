// The engine as one classic script: nothing of it is web-accessible, so its module travels inside, packed.
// The build puts dom.js, wasm-bindgen's glue and the gzipped module (base64) in the marked places.
((globalThis) => {
  // Asked for twice: the first one is on its way.
  if (globalThis.waymark) return;

  // In Firefox a content script's global object only inherits from the window, and has the extension's interfaces as its own. The engine
  // wants both in one; what is put on the window here, no page sees.
  globalThis.chrome ??= chrome;

  /* WAYMARK_DOM */

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
    // Without the engine the page is simply left alone, until the frame is asked again: it may show another document by now.
    console.warn("Waymark cannot run in this frame:", error.message);
    globalThis.waymark = undefined;
    return null;
  });
})(window);
