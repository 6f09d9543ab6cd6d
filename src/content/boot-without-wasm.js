// The engine as one classic script without WebAssembly, for a frame whose page forbids that. The build puts dom.js and the same
// module, turned into JavaScript and bundled with wasm-bindgen's glue, in the marked places.
((globalThis) => {
  // Asked for twice: the first one is here.
  if (globalThis.waymark) return;

  // In Firefox a content script's global object only inherits from the window, and has the extension's interfaces as its own. The engine
  // wants both in one; what is put on the window here, no page sees.
  globalThis.chrome ??= chrome;

  /* WAYMARK_DOM */

  /* WAYMARK_ENGINE */

  globalThis.waymark = Promise.resolve(engine);
  engine.start();
})(window);
