// The figure of the present exercise: fetched once, drawn in step with the count.

import { mount } from "../figure.js";
import { el } from "./dom.js";

// Twenty-odd pictures a second are smooth for movements this slow, and leave an old phone most of its time.
const PICTURE_MS = 40;
const quiet = matchMedia("(prefers-reduced-motion: reduce)");

// Where the figure is within a phase that passes several stops: [stop, way]. A minute's walk is many steps:
// a phase that lasts much longer than its stops do is shown in their own time, over and over.
function along(stops, { stop: last, stops: count, seconds }, view) {
  const first = last - count + 1;
  const passed = stops.slice(first, last + 1);
  const whole = passed.reduce((sum, stop) => sum + stop.seconds, 0);
  if (seconds < 2 * whole) return [view.stop, view.way];
  let left = ((seconds * (view.stop - first + view.way)) / count) % whole;
  const at = passed.findIndex((stop) => (left -= stop.seconds) < 0);
  return at < 0 ? [last, 1] : [first + at, 1 + left / passed[at].seconds];
}

/**
 * Make a place for figures. `show(line)` brings that of a line, `follow(view)` puts it where the count is:
 * moving along, or, where less motion is wished for, from pose to pose.
 */
export function makeStage() {
  const host = el("div.guide-figure", { "aria-hidden": "true" });
  const known = new Map();
  let shown = null;
  let wanted = "";
  let figure = null;
  let side = null;
  let spans = new Map();
  let drawn = 0;

  const fetched = (address) => {
    if (!known.has(address)) {
      const packed = fetch(address).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)));
      known.set(address, packed.catch(() => {
        known.delete(address);
        return null;
      }));
    }
    return known.get(address);
  };

  const show = async (line) => {
    if (wanted === line.figure) return;
    [wanted, figure] = [line.figure, null];
    spans = new Map(line.beats.filter(({ stops }) => stops > 1).map((beat) => [beat.phase, beat]));
    const packed = await fetched(line.figure);
    if (wanted !== line.figure) return;
    figure = packed ? mount(host, packed) : null;
    if (!figure) host.replaceChildren();
    [shown, side] = [null, null];
  };

  const follow = (view) => {
    if (!figure) return;
    if (side !== view.side) figure.mirror((side = view.side) === "right");
    const still = view.stop === null;
    if (quiet.matches || still) {
      const at = still ? 0 : view.stop;
      if (shown !== `${at} ${still}`) figure.at(at, still ? 0 : 1);
      shown = `${at} ${still}`;
      return;
    }
    shown = null;
    const now = performance.now();
    if (now - drawn < PICTURE_MS) return;
    drawn = now;
    const span = spans.get(view.phase_slug);
    if (span) figure.at(...along(figure.stops, span, view));
    else figure.at(view.stop, view.way);
  };
  return { host, show, follow, load: (line) => fetched(line.figure) };
}
