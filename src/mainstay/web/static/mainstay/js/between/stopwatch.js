// A stopwatch that is only three moments: nothing is counted up, so that a locked phone, a closed page or a late
// timer takes nothing from it. Moments are milliseconds of Date.now(), which a new page understands too.

/**
 * @typedef {object} Watch
 * @property {number} began when it was started
 * @property {number} rested milliseconds of the pauses that are over
 * @property {number|null} paused since when it rests, or null while it runs
 */

/** A watch that is started now. @returns {Watch} */
export const begin = (now) => ({ began: now, rested: 0, paused: null });

/** The watch at rest; one that rests already stays as it is. */
export const pause = (watch, now) => (watch.paused === null ? { ...watch, paused: now } : watch);

/** The watch going on after a rest. */
export function go(watch, now) {
  if (watch.paused === null) return watch;
  return { ...watch, rested: watch.rested + Math.max(0, now - watch.paused), paused: null };
}

/** How long it has run, in milliseconds; a clock that was put back never makes it less than nothing. */
export const elapsed = (watch, now) => Math.max(0, (watch.paused ?? now) - watch.began - watch.rested);

/** Whole minutes as a walk is noted: rounded, and one at least. */
export const minutesOf = (milliseconds) => Math.max(1, Math.round(milliseconds / 60_000));

/** A length of time as a clock face shows it: "4:05", "1:04:05". */
export function face(milliseconds) {
  const seconds = Math.floor(milliseconds / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [hours, minutes, rest] = parts.map((part) => String(part).padStart(2, "0"));
  return parts[0] ? `${parts[0]}:${minutes}:${rest}` : `${parts[1]}:${rest}`;
}

/** What is kept of a watch, if it is one; anything else is null. */
export function read(kept) {
  const whole = (value) => Number.isFinite(value) && value >= 0;
  if (!kept || !whole(kept.began) || !whole(kept.rested)) return null;
  return kept.paused === null || whole(kept.paused) ? kept : null;
}
