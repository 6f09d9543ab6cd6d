/**
 * Runs in the page, on the spotlight: moves the control in several ways, and compares after each frame where it is with where the
 * ring is. Answers for each way in how many frames the control moved, in how many the ring was where it had been one frame before, and by
 * how many frames it was late at most.
 */
export async function moving() {
  const ring = this;
  const { document } = ring.ownerDocument.defaultView;
  const middle = ({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 });
  const place = (element) => middle(element.getBoundingClientRect());
  const { x, y } = place(ring);
  const control = document.elementFromPoint(x, y);
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  /** After the frame was drawn, when nobody can still change where anything is in it. */
  const drawn = () => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
  const spacer = document.createElement('div');
  const moved = (property) => (at) => { control.style[property] = at; };
  const waves = (at) => `${Math.round(20 * Math.sin(at / 5))}px`;
  const ways = {
    'its margin': (at) => moved('marginLeft')(waves(at)),
    'its transform': (at) => moved('transform')(`translate(${waves(at)}, ${waves(at)})`),
    'what grows above it': (at) => {
      if (at === 0) document.body.prepend(spacer);
      spacer.style.height = `${at % 40}px`;
    },
    'an animation': (at) => {
      if (at !== 0) return;
      const style = document.createElement('style');
      style.textContent = '@keyframes drift { to { translate: 60px 0 } } .drifts { animation: drift 1s linear }';
      document.head.append(style);
      control.classList.add('drifts');
    },
  };
  const found = {};
  for (const [way, move] of Object.entries(ways)) {
    const controls = [place(control)];
    let [late, most, frames] = [0, 0, 0];
    for (let at = 0; at < 60; at += 1) {
      await frame();
      move(at);
      await drawn();
      controls.unshift(place(control));
      const own = place(ring);
      // The ring stands on half pixels.
      const by = controls.findIndex((one) => Math.abs(one.x - own.x) <= 1 && Math.abs(one.y - own.y) <= 1);
      if (controls[0].x !== controls[1].x || controls[0].y !== controls[1].y) frames += 1;
      late += by === 1 ? 1 : 0;
      most = Math.max(most, by < 0 ? Infinity : by);
    }
    found[way] = { frames, late, most: String(most) };
    control.removeAttribute('style');
    spacer.remove();
    for (let at = 0; at < 20; at += 1) await frame();
  }
  return found;
}
