// Runs in every frame of the guided hosts while a guide runs. It only reports its frame; the background answers "dormant",
// or has probe.js ask in this frame which form of the engine it can have, and injects that.
(() => {
  const runtime = (globalThis.browser ?? globalThis.chrome)?.runtime;
  if (!runtime?.id) return;

  // After a reload of the extension an engine of the old one may still be here, in a world of its own. It looks whether it
  // is an orphan whenever the document changes: give it a change.
  const nudge = document.createComment("");
  document.documentElement?.append(nudge);
  nudge.remove();

  const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

  async function report() {
    const engine = await globalThis.waymark;
    if (engine?.running()) return;
    // A background that is just starting may not listen yet.
    for (const pause of [0, 250, 1000]) {
      if (pause) await wait(pause);
      if (!runtime.id) return;
      try {
        await runtime.sendMessage("frame");
        return;
      } catch {
        // Nobody listens: try again.
      }
    }
  }

  if (!globalThis.waymarkLoader) {
    globalThis.waymarkLoader = true;
    // A page from the back-forward cache does not run its scripts again.
    addEventListener("pageshow", (event) => event.persisted && report());
  }
  report();
})();
