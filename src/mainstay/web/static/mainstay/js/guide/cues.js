// What is to be heard and felt on the way from one state to the next. Pure: keys and words by key, no sound.
// Its twin is mainstay/guide/cues.py.

import { beatAt, intoPart, isTimed, partOf } from "./timeline.js";

const COUNTED_SECONDS = 3;
// A shorter hold has no room for a spoken countdown.
const COUNTED_HOLD_SECONDS = 6;
// After a gap like this only what is so now is said, nothing of what was missed.
const LATE_SECONDS = 1.5;

/**
 * The cues between two states that follow each other, in order: {sound, say, vibrate}. `sound` and `vibrate`
 * are keys or null; `say` is a list of {text} or {phrase, holes}.
 */
export function cuesOf(before, after) {
  if (after.mode in END) return before.mode === after.mode ? [] : [END[after.mode]];
  if (after.mode !== "running") {
    const paused = before.mode === "running" && after.mode === "paused";
    return paused ? [cue(null, "short", word("cue.paused"))] : [];
  }
  if (hasEntered(before, after)) return [entry(before, after)];
  if (before.mode === "paused") return [cue(null, "short", word("cue.resumed"))];
  return after.now - before.now > LATE_SECONDS * 1000 ? [] : within(before, after);
}

/** The words of a cue, filled from the phrases; what they lack is not said. */
export function wordsOf(cue, phrases) {
  const said = cue.say.map(({ text, phrase, holes }) => text ?? filled(phrases[phrase] ?? "", holes));
  return said.filter(Boolean).join(" ");
}

const filled = (phrase, holes) => phrase.replace(/\{(\w+)\}/g, (_, name) => String(holes[name] ?? ""));
const word = (phrase, holes = {}) => ({ phrase, holes });
const cue = (sound, vibrate, ...say) => ({ sound, say, vibrate });
const END = {
  over: cue("finish", "long", word("cue.finish")),
  rating: cue("end", "double", word("cue.exercise-done")),
};

function hasEntered(before, after) {
  if (before.place !== after.place || before.part !== after.part) return true;
  if (before.mode === "waiting" || before.mode === "rating") return true;
  return before.mode === "running" && before.began !== after.began;
}

function entry(before, after) {
  const line = after.lines[after.place];
  const part = partOf(after);
  switch (part.kind) {
    case "ready": {
      const isNew = before.place !== after.place || before.mode === "waiting";
      return cue("ready", "long", ...(isNew ? [{ text: line.say.intro }] : []), word("cue.ready"));
    }
    case "rest":
      return cue("end", "double", word("cue.rest", { seconds: Math.round(part.seconds) }), ...setWords(line, part));
    case "change":
      return cue("change", "triple", word(`cue.change.${part.side}`));
    default:
      return cue("work", "long", ...workWords(after, line));
  }
}

function setWords(line, part) {
  const text = line.say.set?.[String(part.set)];
  return text ? [{ text }] : [];
}

function workWords(state, line) {
  if (!isTimed(state)) return [word("cue.own-pace", { reps: line.targets.reps })];
  const first = line.beats[0];
  return first.hold ? [word("cue.hold")] : [{ text: first.name }];
}

function within(before, after) {
  const part = partOf(after);
  const [was, is] = [intoPart(before), intoPart(after)];
  if (part.kind !== "work") return countdown(part.seconds, was, is);
  if (!isTimed(after)) return [];
  const line = after.lines[after.place];
  if (line.counts === "minutes") return [...halfway(after, part.seconds, was, is), ...countdown(part.seconds, was, is)];
  const [old, now] = [beatAt(line, was), beatAt(line, is)];
  if (old.index !== now.index) return [beatCue(line, old.beat, now.beat)];
  if (!now.beat.hold || now.beat.seconds < COUNTED_HOLD_SECONDS) return [];
  return [...halfway(after, now.beat.seconds, old.into, now.into), ...countdown(now.beat.seconds, old.into, now.into)];
}

// The first repetition of a set names its phases; later ones are counted.
function beatCue(line, old, now) {
  if (now.hold) return cue("hold", "short", ...(now.rep === 1 ? [word("cue.hold")] : []));
  if (now.rep !== old.rep) return cue("rep", "short", { text: String(now.rep) });
  return cue("phase", null, ...(now.rep === 1 ? [{ text: now.name }] : []));
}

function countdown(seconds, was, is) {
  const [before, now] = [was, is].map((into) => Math.ceil(seconds - into));
  return now < before && now >= 1 && now <= COUNTED_SECONDS ? [cue("count", "short", { text: String(now) })] : [];
}

function halfway(state, seconds, was, is) {
  const half = seconds / 2;
  return seconds >= state.halfway && was < half && is >= half ? [cue("halfway", "short", word("cue.halfway"))] : [];
}
