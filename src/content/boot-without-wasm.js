// The engine as one classic script without WebAssembly, for a frame whose page forbids that. The build puts the same module,
// turned into JavaScript and bundled with wasm-bindgen's glue, in the marked place.
(() => {
  // boot.js leaves a null where the module cannot run. Whatever else stands here: this frame has not asked, or is served
  // already. It may show another document by now, which forbids nothing.
  if (globalThis.waymark !== null) return;

  /* WAYMARK_ENGINE */

  globalThis.waymark = Promise.resolve(engine);
  engine.start();
})();
