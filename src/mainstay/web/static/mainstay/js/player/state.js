// The player's state: where on the timeline, running or not, and what has been done. Pure: the clock's ticks
// come in as actions, so that a test can play a whole session in a millisecond.

import { beatAt, doneBy, timelineOf } from "./timeline.js";

// A phase this long is a walk or a ride: its clock runs down instead of counting repetitions.
const LONG_SECONDS = 20;

/**
 * A player at the start of an exercise, or at its first set that is not done yet. `mode` is "waiting",
 * "running", "paused" or "over"; `isDone` tells of a set and a side whether it was done before.
 */
export function begin(dose, isDone = () => false) {
  const all = timelineOf(dose);
  const first = all.findIndex((part) => part.kind === "work" && !isDone(part.set, part.side));
  if (first < 0) return { dose, parts: all.slice(-1), place: 0, at: 0, mode: "over", done: [] };
  const ready = { ...all[0], set: all[first].set, side: all[first].side };
  return { dose, parts: [ready, ...all.slice(first)], place: 0, at: 0, mode: "waiting", done: [] };
}

/** The state after an action: {type: "start" | "pause" | "tick" | "next", seconds?}. */
export function reduce(state, action) {
  switch (action.type) {
    case "start":
      return state.mode === "over" ? state : { ...state, mode: "running" };
    case "pause":
      return state.mode === "running" ? { ...state, mode: "paused" } : state;
    case "tick":
      return state.mode === "running" ? moved(state, action.seconds) : state;
    case "next":
      return state.mode === "over" ? state : leave(state);
    default:
      return state;
  }
}

// A tick may be long (a phone that slept), so it can end more than one part.
function moved(state, seconds) {
  let next = { ...state, at: state.at + seconds };
  while (next.mode === "running" && next.at >= next.parts[next.place].seconds) {
    const over = next.at - next.parts[next.place].seconds;
    next = { ...leave(next), at: over };
  }
  return next;
}

function leave(state) {
  const part = state.parts[state.place];
  const done = part.kind === "work" ? [...state.done, setDone(state, part)] : state.done;
  const last = state.place === state.parts.length - 1;
  return last
    ? { ...state, done, mode: "over", at: 0 }
    : { ...state, done, place: state.place + 1, at: 0 };
}

function setDone(state, part) {
  return { set: part.set, side: part.side, ...doneBy(part, state.at, state.dose) };
}

/** The sounds that the step from one state to the next asks for. */
export function soundsOf(before, after) {
  if (after.mode === "over") return before.mode === "over" ? [] : ["finish"];
  if (after.mode !== "running") return [];
  const part = after.parts[after.place];
  if (after.place !== before.place) return [part.kind];
  if (part.kind !== "work") return countdown(part, before.at, after.at);
  const was = beatAt(part, before.at);
  const is = beatAt(part, after.at);
  if (is.beat === was.beat) return [];
  if (is.beat.hold) return ["hold"];
  return is.rep === was.rep ? ["phase"] : ["rep"];
}

// The last three seconds before work are counted.
function countdown(part, before, after) {
  const [was, is] = [before, after].map((at) => Math.ceil(part.seconds - at));
  return is < was && is >= 1 && is <= 3 ? ["count"] : [];
}

/** What the screen shows: the kind of part, its set and side, a number, and the share of the ring, 0 to 1. */
export function viewOf(state) {
  const part = state.parts[state.place];
  const kind = state.mode === "over" ? "over" : part.kind;
  const base = { kind, set: part.set, sets: state.dose.sets, side: part.side };
  if (part.kind !== "work") {
    return { ...base, number: Math.ceil(part.seconds - state.at), share: state.at / part.seconds };
  }
  return { ...base, ...workView(state, part) };
}

function workView(state, part) {
  const { beat, into, rep } = beatAt(part, state.at);
  const walk = beat.seconds >= LONG_SECONDS && !beat.hold;
  const timed = walk || beat.hold || state.dose.reps === null;
  const left = walk ? part.seconds - state.at : beat.seconds - into;
  return {
    number: timed ? Math.ceil(left) : rep,
    counts: timed ? "seconds" : "reps",
    of: state.dose.reps,
    name: beat.name,
    breath: beat.breath,
    hold: beat.hold,
    share: walk ? state.at / part.seconds : into / beat.seconds,
    rep,
    walk,
  };
}
