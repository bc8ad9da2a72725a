// Chance from a seed, so that a run that failed can be run again.

/** A function that gives numbers from 0 to 1, always the same ones for a seed (mulberry32). */
export function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number from `low` to `high`, both included. */
export const whole = (random, low, high) => low + Math.floor(random() * (high - low + 1));

/** One of a list. */
export const pick = (random, list) => list[Math.floor(random() * list.length)];

/** A list in another order. */
export function shuffled(random, list) {
  const made = [...list];
  for (let last = made.length - 1; last > 0; last -= 1) {
    const other = whole(random, 0, last);
    [made[last], made[other]] = [made[other], made[last]];
  }
  return made;
}
