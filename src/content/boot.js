// The frame of content.js: one classic script that carries its WebAssembly with it, because nothing of Waymark may be
// web-accessible. tools/assemble.mjs replaces the two marked places; WAYMARK_MODULE is base64 of the gzipped module.
(() => {
  /* WAYMARK_GLUE */

  const start = async () => {
    const gzipped = Uint8Array.from(atob("/* WAYMARK_MODULE */"), (letter) => letter.charCodeAt(0));
    const unzipped = new Blob([gzipped]).stream().pipeThrough(new DecompressionStream("gzip"));
    await wasm_bindgen({ module_or_path: await new Response(unzipped).arrayBuffer() });
  };

  // A page's policy may forbid WebAssembly in this frame; the guide then goes on in words, without pointing here.
  start().catch((error) => console.warn("Waymark cannot run in this frame:", error));
})();
