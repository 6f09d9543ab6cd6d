// The engine as one classic script without WebAssembly, for a frame whose page forbids that. The build puts dom.js and the same
// module, turned into JavaScript and bundled with wasm-bindgen's glue, in the marked places.
(() => {
  // Asked for twice: the first one is here.
  if (globalThis.waymark) return;

  /* WAYMARK_DOM */

  /* WAYMARK_ENGINE */

  globalThis.waymark = Promise.resolve(engine);
  engine.start();
})();
