// What the screen says in words about where the session is. A view in, texts out.

import { count, say } from "./words.js";

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const sideOf = (side) => (side ? say(`side.${side}`) : "");

const isBefore = (view) => view.mode === "waiting" || view.kind === "ready";

/** Which set and side; before the exercise begins, which version of it and how much. */
export function whereText(view, line) {
  if (isBefore(view)) return [line.rung_name, line.dose].filter(Boolean).join(" · ");
  const set = view.sets > 1 ? say("play.set", { set: view.set, sets: view.sets }) : "";
  return capital([set, sideOf(view.side)].filter(Boolean).join(" · ")) || line.dose;
}

/** What to do now, in a few words; while it counts in, what to get into. */
export function nowText(view, line) {
  if (view.mode === "waiting") return say("play.waiting");
  if (view.mode === "paused") return say("play.paused");
  if (view.kind === "change") return say(`play.change.${view.side}`);
  if (view.kind === "ready") return line.set_up[0] ?? say("play.ready");
  if (view.kind !== "work") return say(`play.${view.kind}`);
  if (view.own_pace) return say("play.own-pace");
  return `${capital(view.phase)} · ${view.hold ? say("breath.hold") : say(`breath.${view.breath}`)}`;
}

/**
 * What comes then: the next set, side or exercise; before an exercise, that the time to get ready can be cut short.
 * `lineAt` gives the line of a place.
 */
export function thenText(view, line, lineAt) {
  if (view.mode === "waiting") return line.set_up[0] ?? "";
  if (view.kind === "ready") return view.mode === "running" ? say("play.ready-now") : "";
  if (!view.then) return say("play.then-end");
  const { place, set, side } = view.then;
  if (place !== view.place) return say("play.then-line", { name: lineAt(place).name });
  if (view.then.kind === "rest") return say("play.then-rest", { time: count("time.seconds", Math.round(view.then.seconds)) });
  if (view.then.kind === "change") return say(`play.then-side.${side}`);
  return say("play.then-set", { set });
}
