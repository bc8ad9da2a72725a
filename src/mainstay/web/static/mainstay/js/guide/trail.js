// How far the session is: one stroke an exercise, and the time that is left.

import { el } from "./dom.js";
import { minutesText, say } from "./words.js";

const markOf = (line, here) => (here ? "here" : line.over ? "done" : "");

/** Make the trail: `draw(state, view)`. */
export function makeTrail() {
  const strokes = el("ol.trail-parts", { "aria-hidden": "true" });
  const left = el("p.trail-left");
  const host = el("div.trail", {}, strokes, left);
  let shown = "";
  return {
    host,
    draw(state, view) {
      const marks = state.lines.map((line, place) => markOf(line, place === view.place && view.mode !== "over"));
      const text = say("play.left", { time: minutesText(view.left) });
      const now = `${marks} ${text}`;
      if (now === shown) return;
      shown = now;
      strokes.replaceChildren(...marks.map((mark) => el(mark ? `li.${mark}` : "li")));
      left.textContent = text;
    },
  };
}
