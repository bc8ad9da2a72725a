// The session's state: which exercise, which part of it, running or not, and what has been done. Pure: time
// comes in with every action (`at`, milliseconds of performance.now()), so that a test plays a whole session
// in a moment. The state holds the moment its part began and adds nothing up: a late tick is right at once.
// Its twin is mainstay/guide/state.py; tests/guide/cases are played by both.

import { doneBy, firstOpen, intoPart, isTimed, partAfter, partOf, setOf } from "./timeline.js";

export { cuesOf, wordsOf } from "./cues.js";
export { viewOf } from "./view.js";

// "Back" within this time of a part's beginning means the part before.
const SOON_SECONDS = 2;

/**
 * A session about to start, waiting at its first exercise that is not over.
 * @param {Object<string, object>} lines the packet's lines
 * @param {string[]} keys the session's lines, in order
 * @param {{pace?: string, done?: object, sleepGapSeconds: number, halfwayHoldSeconds: number}} options
 *   `done` is what the diary knows of this session already: {sets, rated, skipped, halted}
 */
export function begin(lines, keys, options) {
  const known = { sets: [], rated: [], skipped: [], halted: [], ...options.done };
  const state = {
    lines: keys.map((key) => knownLine(lineState(lines[key], key), known)),
    place: 0,
    part: 0,
    began: 0,
    held: 0,
    now: 0,
    mode: "waiting",
    pace: options.pace ?? "paced",
    gap: options.sleepGapSeconds,
    halfway: options.halfwayHoldSeconds,
  };
  return onto(state, state.lines.findIndex((line) => !line.over), 0);
}

/** A kept state, paused at the second it was: the clock of an earlier page means nothing to this one. */
export function resumed(kept) {
  const mode = kept.mode === "running" ? "paused" : kept.mode;
  return { ...kept, mode, held: intoPart(kept), began: 0, now: 0 };
}

// What the player needs of a packet's line, so that a newer packet does not disturb a session under way.
function lineState(line, key) {
  const { exercise, counts, rates, parts, beats, say } = line;
  const targets = numbersOf(line.targets);
  const work = parts.filter((part) => part.kind === "work");
  const sets = work.map(({ set, side }) => ({ set, side, done: null, asked: false }));
  return { key, exercise, counts, rates, targets, parts, beats, say, sets, over: "", why: "", rated: false };
}

function knownLine(line, known) {
  const of = known.sets.filter((one) => one.exercise === line.exercise);
  const sets = line.sets.map((one) => {
    const told = of.find(({ set, side }) => set === one.set && (side ?? "") === one.side);
    return told ? { ...one, done: numbersOf(told) } : one;
  });
  return { ...line, sets, over: overOf(line, sets, known), rated: known.rated.includes(line.exercise) };
}

const numbersOf = ({ reps = null, hold_seconds = null, load_kg = null }) => ({ reps, hold_seconds, load_kg });

function overOf(line, sets, known) {
  if (known.halted.includes(line.exercise)) return "halted";
  if (known.skipped.includes(line.exercise)) return "skipped";
  return sets.every((one) => one.done) || known.rated.includes(line.exercise) ? "done" : "";
}

/** The state after an action: {type, at, …}. An action that means nothing here only moves the clock. */
export function reduce(state, action) {
  const now = moved(state, action.at);
  return ACTIONS[action.type]?.(now, action) ?? now;
}

const ACTIONS = { start, pause, next, done, back, jump, skip, halt, replace, set, rate, enough, pace };

const isOpen = (state) => state.mode !== "over" && !state.lines[state.place].over;
const canJump = (state, place) => Boolean(state.lines[place]) && state.lines[place].over !== "halted";

// --- Time -------------------------------------------------------------------------------------------

// A tick may be long (a tab that slept), so it can end more than one part. What ended in a gap that long was
// seen by nobody, and is asked about rather than believed.
function moved(state, at) {
  const unseen = at - state.now > state.gap * 1000;
  let next = { ...state, now: Math.max(state.now, at) };
  while (next.mode === "running" && isTimed(next) && intoPart(next) >= partOf(next).seconds) {
    const end = next.began + partOf(next).seconds * 1000;
    next = onward(finished(next, unseen), end);
  }
  return next;
}

function finished(state, unseen) {
  const part = partOf(state);
  if (part.kind !== "work") return state;
  const set = unseen ? { asked: true } : { done: state.lines[state.place].targets, asked: false };
  return recorded(state, state.place, part, set);
}

function start(state) {
  if (!["waiting", "paused"].includes(state.mode)) return state;
  return { ...state, mode: "running", began: state.now - state.held * 1000 };
}

function pause(state) {
  return state.mode === "running" ? { ...state, held: intoPart(state), mode: "paused" } : state;
}

function pace(state, action) {
  const anew = partOf(state).kind === "work" ? { began: state.now, held: 0 } : {};
  return { ...state, pace: action.pace, ...anew };
}

// --- Moving on --------------------------------------------------------------------------------------

function enter(state, place, part, moment = state.now) {
  return { ...state, place, part, began: moment, held: 0 };
}

/** To a line's part, which is open again if it was over; to the end where there is no such line. */
function onto(state, place, part, moment) {
  if (place < 0) return { ...state, mode: "over", held: 0 };
  return enter(withLine(state, place, { over: "", why: "" }), place, part, moment);
}

function onward(state, moment = state.now) {
  const after = partAfter(state.lines[state.place], state.part);
  return after === null ? lineOver(state, moment) : enter(state, state.place, after, moment);
}

function lineOver(state, moment) {
  const line = state.lines[state.place];
  const tried = line.sets.some((one) => one.done || one.asked);
  const next = withLine(state, state.place, { over: tried ? "done" : "skipped" });
  if (!tried || !line.rates || line.rated) return onwardLine(next, moment);
  return { ...next, mode: "rating", began: moment, held: 0 };
}

/** To the next line that is open, also before this one; the clock of somebody who trains runs on into it. */
function onwardLine(state, moment = state.now) {
  const open = (line, place) => !line.over && place !== state.place;
  const later = state.lines.findIndex((line, place) => place > state.place && open(line, place));
  const place = later >= 0 ? later : state.lines.findIndex(open);
  const mode = state.mode === "rating" ? "running" : state.mode;
  return onto({ ...state, mode }, place, 0, moment);
}

function next(state) {
  if (state.mode === "over") return state;
  return state.mode === "rating" ? onwardLine(state) : onward(closed(state));
}

function done(state) {
  return ["over", "rating"].includes(state.mode) ? next(state) : onward(closed(state, true));
}

function jump(state, { place }) {
  return canJump(state, place) ? onto({ ...state, mode: "waiting" }, place, 0) : state;
}

function skip(state, { why = "" }) {
  return isOpen(state) ? onwardLine(withLine(closed(state), state.place, { over: "skipped", why })) : state;
}

function enough(state) {
  if (state.mode === "over") return state;
  return { ...(isOpen(state) ? closed(state) : state), mode: "over", held: 0 };
}

function back(state) {
  if (state.mode === "over") return state;
  if (state.mode === "rating") return onto({ ...state, mode: "paused" }, state.place, state.part);
  if (intoPart(state) >= SOON_SECONDS) return enter(state, state.place, state.part);
  if (state.part > 0) return enter(state, state.place, state.part - 1);
  const before = state.lines.findLastIndex((line, place) => place < state.place && line.over === "done");
  return before < 0 ? enter(state, state.place, 0) : onto(state, before, state.lines[before].parts.length - 1);
}

// --- What was done ----------------------------------------------------------------------------------

/** The present set with what was done of it: all of it where `whole`, else what the clock saw. */
function closed(state, whole = false) {
  const part = partOf(state);
  if (part.kind !== "work") return state;
  const line = state.lines[state.place];
  const into = intoPart(state);
  if (whole && line.counts !== "hold") return recorded(state, state.place, part, { done: line.targets, asked: false });
  // At one's own pace nobody counted, so the number is asked for.
  if (!isTimed(state)) return into > 0 ? recorded(state, state.place, part, { asked: true }) : state;
  const done = doneBy(line, part, into);
  return done ? recorded(state, state.place, part, { done, asked: false }) : state;
}

function recorded(state, place, part, change) {
  const line = state.lines[place];
  const target = line && setOf(line, part);
  if (!target) return state;
  return withLine(state, place, { sets: line.sets.map((one) => (one === target ? { ...one, ...change } : one)) });
}

function set(state, { place = state.place, set: number, side = "", done: told }) {
  return recorded(state, place, { set: number, side }, { done: told && numbersOf(told), asked: false });
}

function rate(state, { place = state.place }) {
  const next = state.lines[place] ? withLine(state, place, { rated: true }) : state;
  return state.mode === "rating" && place === state.place ? onwardLine(next) : next;
}

function withLine(state, place, change) {
  return { ...state, lines: state.lines.map((line, at) => (at === place ? { ...line, ...change } : line)) };
}

// --- Something else in its place --------------------------------------------------------------------

// After pain nothing starts by itself: the clock waits.
function halt(state, { why = "", instead = null, key = "" }) {
  if (!isOpen(state)) return state;
  const halted = withLine(closed(state), state.place, { over: "halted", why });
  const lines = instead ? inserted(halted.lines, state.place + 1, lineState(instead, key)) : halted.lines;
  return onwardLine({ ...halted, lines, mode: "waiting" });
}

function replace(state, { line, key, place = state.place }) {
  const old = state.lines[place];
  if (!old || state.mode === "over") return state;
  const now = place === state.place && !old.over ? closed(state) : state;
  const made = lineState(line, key);
  const same = made.exercise === old.exercise;
  const kept = !same && now.lines[place].sets.some((one) => one.done || one.asked);
  const put = same ? withSets(made, now.lines[place]) : made;
  const swapped = kept ? putAfter(now, place, made) : putInPlace(now, place, put);
  return place === state.place ? onto({ ...swapped, mode: "waiting" }, place + (kept ? 1 : 0), 0) : swapped;
}

function putAfter(state, place, made) {
  const next = withLine(state, place, { over: "done" });
  const moved = place < state.place ? 1 : 0;
  return { ...next, lines: inserted(next.lines, place + 1, made), place: state.place + moved };
}

function putInPlace(state, place, made) {
  return { ...state, lines: state.lines.map((line, at) => (at === place ? made : line)) };
}

function withSets(made, old) {
  return { ...made, sets: made.sets.map((one) => setOf(old, one) ?? one) };
}

function inserted(lines, place, made) {
  return [...lines.slice(0, place), made, ...lines.slice(place)];
}
