// One big number in its ring.

import { el } from "./dom.js";
import { clockText, say } from "./words.js";

const SVG = "http://www.w3.org/2000/svg";
const RADIUS = 54;

function ring() {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 120 120");
  svg.setAttribute("aria-hidden", "true");
  const circles = ["track", "sweep"].map((name) => {
    const circle = document.createElementNS(SVG, "circle");
    for (const [key, value] of Object.entries({ class: name, cx: 60, cy: 60, r: RADIUS, pathLength: 1 })) circle.setAttribute(key, value);
    return circle;
  });
  svg.append(...circles);
  return [svg, circles[1]];
}

function numberOf(view) {
  return view.unit === "seconds" || view.unit === "clock" ? clockText(view.number) : String(view.number);
}

// What the number counts: repetitions of so many, seconds, or the time that is left.
function unitOf(view) {
  if (view.kind === "waiting") return say(`unit.${view.unit}`);
  if (view.kind === "ready") return say("play.ready");
  if (view.kind !== "work") return say("unit.seconds");
  if (view.own_pace) return say("unit.times");
  if (view.unit === "reps") return say("unit.of", { of: view.of });
  if (view.unit === "clock") return say("unit.left");
  return view.of > 1 ? say("unit.hold-of", { rep: view.rep, of: view.of }) : say("unit.seconds");
}

/** Make the dial: `draw(view)` changes only what is different from the picture before. */
export function makeDial() {
  const [svg, sweep] = ring();
  const number = el("span.dial-number");
  const unit = el("span.dial-of");
  const host = el("div.dial", {}, svg, el("p.dial-words", {}, number, unit));
  const texts = ["", ""];
  let shown = "";
  const put = (place, node, text) => {
    if (texts[place] === text) return;
    texts[place] = node.textContent = text;
    if (place === 0) host.classList.toggle("long", text.length > 2);
  };
  return {
    host,
    draw(view) {
      put(0, number, numberOf(view));
      put(1, unit, unitOf(view));
      const left = (1 - view.share).toFixed(3);
      if (left !== shown) sweep.style.strokeDashoffset = shown = left;
    },
  };
}
