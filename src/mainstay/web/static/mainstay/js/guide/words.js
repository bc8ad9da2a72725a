// The words of the player: a flat table that comes with the page; no sentence stands in the code.

const table = {};

/** Use these phrases from now on, over those that are known. */
export function usePhrases(phrases) {
  Object.assign(table, phrases);
}

/** All phrases, for the modules that speak. */
export const phrases = () => table;

/** Put values into the holes of a text: "{pain} out of 10". A hole without a value stays to be seen. */
export function fill(text, holes = {}) {
  return text.replace(/\{(\w+)\}/g, (hole, name) => (name in holes ? String(holes[name]) : hole));
}

/** The phrase of a key, its holes filled. A key that nobody wrote is shown itself: a test looks for it. */
export function say(key, holes = {}) {
  return key in table ? fill(table[key], holes) : key;
}

/** One of two phrases, by number: `key.one` or `key.many`, with `{n}` filled. */
export function count(key, n) {
  return say(`${key}.${n === 1 ? "one" : "many"}`, { n });
}

/** Seconds as a clock shows them: "45", from one minute on "1:05". */
export function clockText(seconds) {
  if (seconds < 60) return String(seconds);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** How long something still takes: whole minutes, rounded up, or that it is less than one. */
export function minutesText(seconds) {
  return seconds < 60 ? say("time.under-a-minute") : count("time.minutes", Math.ceil(seconds / 60));
}
