// From a dose to the parts of an exercise on a clock. Pure: numbers in, a list out.
//
// A part is {kind, seconds, set, side, beats}. Kinds: "ready" (the count-in), "work" (one set on one side),
// "change" (to the other side), "rest". Only work has beats: the phases and holds of its repetitions, each
// {name, breath, seconds, rep, hold}. A hold follows the first phase of its repetition.

const READY_SECONDS = 5;
const CHANGE_SECONDS = 5;

/** The beats of one set. `dose` is {reps, hold_seconds, tempo: [{name, breath, seconds}]}. */
export function beatsOf(dose) {
  const beats = [];
  for (let rep = 1; rep <= (dose.reps ?? 1); rep += 1) {
    dose.tempo.forEach((phase, place) => {
      beats.push({ ...phase, rep, hold: false });
      if (place === 0 && dose.hold_seconds) {
        beats.push({ name: "hold", breath: "free", seconds: dose.hold_seconds, rep, hold: true });
      }
    });
  }
  return beats;
}

/** Every part of an exercise, in order. `dose` adds {sets, sides, rest_seconds}. */
export function timelineOf(dose) {
  const sides = dose.sides.length ? dose.sides : [""];
  const beats = beatsOf(dose);
  const seconds = beats.reduce((sum, beat) => sum + beat.seconds, 0);
  const parts = [{ kind: "ready", seconds: READY_SECONDS, set: 1, side: sides[0] }];
  for (let set = 1; set <= dose.sets; set += 1) {
    sides.forEach((side, turn) => {
      if (turn > 0) parts.push({ kind: "change", seconds: CHANGE_SECONDS, set, side });
      parts.push({ kind: "work", seconds, set, side, beats });
    });
    if (set < dose.sets && dose.rest_seconds) {
      parts.push({ kind: "rest", seconds: dose.rest_seconds, set: set + 1, side: sides[0] });
    }
  }
  return parts;
}

/** Where in a set the clock stands: {beat, into, rep}; the last beat once the set is over. */
export function beatAt(part, at) {
  let left = at;
  for (const beat of part.beats) {
    if (left < beat.seconds) return { beat, into: left, rep: beat.rep };
    left -= beat.seconds;
  }
  const beat = part.beats[part.beats.length - 1];
  return { beat, into: beat.seconds, rep: beat.rep };
}

/** What was done of a set by `at` seconds: whole repetitions, or the whole seconds of a single hold. */
export function doneBy(part, at, dose) {
  if (at >= part.seconds) return { reps: dose.reps, hold_seconds: dose.hold_seconds };
  const { beat, into } = beatAt(part, at);
  if (dose.reps === null) return { reps: null, hold_seconds: beat.hold ? Math.floor(into) : 0 };
  return { reps: beat.rep - 1, hold_seconds: dose.hold_seconds };
}
