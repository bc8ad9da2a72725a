// Where the clock stands within a line's parts. Pure: a state or a line in, numbers out.
// Its twin is mainstay/guide/moment.py.

/** The seconds that the present part has run. Nothing is added up: it is now less the moment it began. */
export function intoPart(state) {
  return state.mode === "running" ? (state.now - state.began) / 1000 : state.held;
}

/** The part that the state is in, {kind, seconds, set, side}. */
export function partOf(state) {
  return state.lines[state.place].parts[state.part];
}

/** The place among a line's parts of the first set that is still to be done; -1 where none is. */
export function firstOpen(line) {
  return line.parts.findIndex((part) => part.kind === "work" && isOpen(line, part));
}

function isOpen(line, part) {
  const one = setOf(line, part);
  return one.done === null && !one.asked;
}

/** The line's record of a part's set and side. */
export function setOf(line, part) {
  return line.sets.find((one) => one.set === part.set && one.side === part.side);
}

/**
 * The part that comes after one within its line, or null. A count-in leads to the first set that is still
 * to be done, so that a session taken up again goes on where it was.
 */
export function partAfter(line, part) {
  const open = line.parts[part].kind === "ready" ? firstOpen(line) : -1;
  if (open >= 0) return open;
  return part + 1 < line.parts.length ? part + 1 : null;
}

/** Whether the clock ends the present part; at one's own pace it leaves counted repetitions to the person. */
export function isTimed(state) {
  return !(state.pace === "self" && partOf(state).kind === "work" && state.lines[state.place].counts === "reps");
}

/** Where in a set the clock stands: {beat, index, into}; the last beat once its time is over. */
export function beatAt(line, seconds) {
  let left = seconds;
  for (const [index, beat] of line.beats.entries()) {
    if (left < beat.seconds) return { beat, index, into: left };
    left -= beat.seconds;
  }
  const index = line.beats.length - 1;
  return { beat: line.beats[index], index, into: line.beats[index].seconds };
}

/** What was done of a set after some seconds: whole repetitions, or seconds held; null for nothing yet. */
export function doneBy(line, part, seconds) {
  if (seconds >= part.seconds) return line.targets;
  if (line.counts === "hold") {
    const held = Math.min(heldBy(line, seconds), line.targets.hold_seconds ?? 0);
    return held > 0 ? { ...line.targets, hold_seconds: held } : null;
  }
  const reps = beatAt(line, seconds).beat.rep - 1;
  return reps > 0 ? { ...line.targets, reps } : null;
}

function heldBy(line, seconds) {
  let left = seconds;
  let held = 0;
  for (const beat of line.beats) {
    if (beat.hold) held += Math.max(0, Math.min(left, beat.seconds));
    left -= beat.seconds;
  }
  return Math.floor(held);
}

const sum = (parts) => parts.reduce((seconds, part) => seconds + part.seconds, 0);

/** A line's seconds if it is done from its beginning. */
export function wholeOf(line) {
  return sum(line.parts);
}

/** The seconds that are left of a line: of one that is over none, of the present one from the clock on. */
export function leftOf(state, place) {
  const line = state.lines[place];
  if (line.over) return 0;
  if (place !== state.place) return firstOpen(line) > 0 ? leftFrom(line, 0) : wholeOf(line);
  return leftFrom(line, state.part) - Math.min(intoPart(state), partOf(state).seconds);
}

function leftFrom(line, part) {
  const after = partAfter(line, part);
  return line.parts[part].seconds + (after === null ? 0 : sum(line.parts.slice(after)));
}
