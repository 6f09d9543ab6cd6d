// The engine as one classic script without WebAssembly, for a frame whose page forbids that. The build puts the same module,
// turned into JavaScript and bundled with wasm-bindgen's glue, in the marked place.
(() => {
  // Asked for twice: the first one is here.
  if (globalThis.waymark) return;

  /* WAYMARK_ENGINE */

  globalThis.waymark = Promise.resolve(engine);
  engine.start();
})();
