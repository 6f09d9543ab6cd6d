// What has to hold of what is shown, in words where it does not.
import { until } from '../lib/person.mjs';
import { say } from '../lib/words.mjs';
import { look } from './look.mjs';

/** Between a control's edge and the ring, in CSS pixels, and how far off it may be. */
const RING = 5;
const SLACK = 1.6;

const right = ({ x, width }) => x + width;
const bottom = ({ y, height }) => y + height;
const overlap = (one, other) => one.x < right(other) && other.x < right(one) && one.y < bottom(other) && other.y < bottom(one);
const told = (area) => area && `${Math.round(area.x)},${Math.round(area.y)} ${Math.round(area.width)}×${Math.round(area.height)}`;

/**
 * Why the control is not pointed at as it should be; nothing where it is. `cut` names the edges that may be out of sight, `card: false` lets
 * the card be small, `covers` lets it lie over a control that leaves no room.
 */
export function notPointedAt({ overlays, goal }, { card: wantsCard = true, covers = false, cut = {} } = {}) {
  if (!goal) return 'there is no control';
  if (overlays.length !== 1) return `${overlays.length} overlays`;
  const [{ place, card, ring, pill, viewport }] = overlays;
  if (place !== goal.place) return 'the overlay is in another document than the control';
  if (!ring) return `no ring; the card says ${JSON.stringify(card?.notices)}`;
  const edges = { left: goal.x - ring.x, top: goal.y - ring.y, right: right(ring) - right(goal), bottom: bottom(ring) - bottom(goal) };
  for (const [edge, gap] of Object.entries(edges)) {
    if (!cut[edge] && Math.abs(gap - RING) > SLACK) return `the ring ${told(ring)} is not around the control ${told(goal)}: ${edge} ${gap.toFixed(1)}`;
  }
  if (!goal.hit) return `the control ${told(goal)} lies under something else`;
  return notWellPlaced({ card, pill, ring: !covers && ring, viewport }, wantsCard);
}

/** Why the card, or the pill in its place, is not where it should be. */
export function notWellPlaced({ card, pill, ring, viewport }, wantsCard = true) {
  const shown = card ?? pill;
  if (!shown) return 'neither card nor pill';
  if (wantsCard && !card) return 'the card made itself small';
  if (shown.x < -SLACK || shown.y < -SLACK || right(shown) > viewport.width + SLACK || bottom(shown) > viewport.height + SLACK) {
    return `the card ${told(shown)} is cut off by the window ${viewport.width}×${viewport.height}`;
  }
  if (ring && overlap(shown, ring)) return `the card ${told(shown)} covers the ring ${told(ring)}`;
  if (!shown.onTop) return `the card ${told(shown)} is not on top`;
  return '';
}

/** Waits until nothing is wrong; what is wrong last is told. `wrong(seen)` gives it in words. */
export async function holds(page, wrong, patience = 6_000) {
  let why = 'nothing was seen';
  let seen;
  try {
    await until(async () => {
      seen = await look(page);
      why = await wrong(seen);
      return !why;
    }, 'it', patience);
  } catch (error) {
    throw new Error(`${why} (${error.message})`);
  }
  return seen;
}

/** The control is pointed at: once `once`, asked of the page, says so, and with `inView` where a person sees it in the window. */
export const pointed = ({ once, inView, ...options } = {}) => ({ page }) => holds(page, async (seen) => {
  if (once && !await page.evaluate(once)) return 'the page is not there yet';
  return notPointedAt(seen, options) || (inView && notInView(seen, await page.evaluate(() => [innerWidth, innerHeight])));
});

/** The middle of the control, by its place in the window, is outside. */
function notInView({ goal }, [width, height]) {
  const [x, y] = [goal.window.x + goal.width / 2, goal.window.y + goal.height / 2];
  return x > 0 && y > 0 && x < width && y < height ? '' : `the control is at ${Math.round(x)},${Math.round(y)} of the window`;
}

/** Nothing is pointed at, and the card says why. */
export const refused = (key = 'not_shown_absent') => ({ page }) => holds(page, ({ overlays }) => {
  if (overlays.length !== 1) return `${overlays.length} overlays`;
  const [{ card, ring }] = overlays;
  if (ring) return `something is pointed at: ${told(ring)}`;
  return card?.notices.includes(say(key)) ? '' : `the card says ${JSON.stringify(card?.notices)}`;
}, 9_000);
