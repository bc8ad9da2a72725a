// What the screen shows of a state: words by key, whole numbers, shares from 0 to 1. Pure.
// Its twin is mainstay/guide/view.py.

import { beatAt, firstOpen, intoPart, isTimed, leftOf, partAfter, partOf, wholeOf } from "./timeline.js";

/**
 * The view of a state. `kind` is the part's ("ready", "work", "change", "rest") or "rating" or "over";
 * `number` is whole, of `unit` "reps", "seconds" or "clock" (seconds, to be shown as m:ss); `stop` and `way`
 * are for the figure; `left` are the session's seconds.
 */
export function viewOf(state) {
  const line = state.lines[state.place];
  const part = shownPart(state);
  const left = state.mode === "over" ? 0 : sumOf(state, (_, place) => leftOf(state, place));
  const whole = sumOf(state, (one) => (["skipped", "halted"].includes(one.over) ? 0 : wholeOf(one)));
  return {
    mode: state.mode,
    kind: ["rating", "over"].includes(state.mode) ? state.mode : part.kind,
    place: state.place,
    key: line.key,
    part: state.part,
    set: part.set,
    sets: Math.max(...line.sets.map((one) => one.set)),
    side: part.side,
    own_pace: !isTimed(state),
    ...(["rating", "over"].includes(state.mode) ? STILL : movingView(state, line)),
    left: Math.ceil(left),
    progress: whole > 0 ? Math.max(0, 1 - left / whole) : 1,
    then: thenOf(state),
    upcoming: upcomingOf(state),
    asked: line.sets.filter((one) => one.asked).length,
  };
}

const STILL = {
  number: 0,
  unit: "seconds",
  of: null,
  share: 1,
  phase: "",
  phase_slug: "",
  breath: "free",
  hold: false,
  rep: 0,
  stop: null,
  way: 0,
};

function sumOf(state, seconds) {
  return state.lines.reduce((total, line, place) => total + seconds(line, place), 0);
}

// A count-in tells of the set that it leads to.
function shownPart(state) {
  const line = state.lines[state.place];
  const part = partOf(state);
  const open = part.kind === "ready" ? firstOpen(line) : -1;
  return open < 0 ? part : { ...line.parts[open], kind: part.kind, seconds: part.seconds };
}

function movingView(state, line) {
  const part = partOf(state);
  const into = intoPart(state);
  if (part.kind !== "work") {
    return { ...STILL, number: Math.max(0, Math.ceil(part.seconds - into)), share: Math.min(1, into / part.seconds) };
  }
  const { beat, into: at } = beatAt(line, isTimed(state) ? into : into % part.seconds);
  const phase = { phase: beat.name, phase_slug: beat.phase, breath: beat.breath, hold: beat.hold, rep: beat.rep };
  return { ...phase, ...figureAt(beat, at), ...countOf(state, line, part, beat, at, into) };
}

// Which stop the figure is on its way to, and how far; a hold is spent at its stop. A phase may pass several.
function figureAt(beat, at) {
  if (beat.stop === null || beat.hold) return { stop: beat.stop, way: 1 };
  const stops = beat.stops ?? 1;
  const passed = Math.min(stops, (at / beat.seconds) * stops);
  const whole = Math.min(stops - 1, Math.floor(passed));
  return { stop: beat.stop - stops + 1 + whole, way: passed - whole };
}

function countOf(state, line, part, beat, at, into) {
  const of = line.targets.reps;
  if (!isTimed(state)) return { number: of ?? 0, unit: "reps", of, share: 0 };
  if (line.counts === "minutes") {
    const number = Math.max(0, Math.ceil(part.seconds - into));
    return { number, unit: "clock", of, share: Math.min(1, into / part.seconds) };
  }
  const share = Math.min(1, at / beat.seconds);
  if (!beat.hold && line.counts === "reps") return { number: beat.rep, unit: "reps", of, share };
  return { number: Math.max(0, Math.ceil(beat.seconds - at)), unit: "seconds", of, share };
}

// What comes when the present part ends: a part of this line, or the next line's first.
function thenOf(state) {
  if (state.mode === "over") return null;
  const after = state.lines[state.place].over ? null : partAfter(state.lines[state.place], state.part);
  const place = after === null ? upcomingOf(state) : state.place;
  if (place === null) return null;
  const { kind, set, side, seconds } = state.lines[place].parts[after ?? 0];
  return { place, kind, set, side, seconds };
}

function upcomingOf(state) {
  if (state.mode === "over") return null;
  const open = (line, place) => !line.over && place !== state.place;
  const later = state.lines.findIndex((line, place) => place > state.place && open(line, place));
  const place = later >= 0 ? later : state.lines.findIndex(open);
  return place < 0 ? null : place;
}
