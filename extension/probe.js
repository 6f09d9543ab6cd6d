// Asks in a frame of a running guide which form of the engine it can have: in Chromium a page's policy can forbid WebAssembly in
// content scripts, and then not even the empty module compiles. The background puts the form that fits into this frame.
(() => {
  if (globalThis.waymark) {
    // The engine is here already. One that runs is left alone.
    globalThis.waymark.then((engine) => engine?.start());
    return;
  }
  let form = "wasm";
  try {
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch {
    form = "plain";
  }
  (globalThis.browser ?? globalThis.chrome).runtime.sendMessage(form).catch(() => {});
})();
