// What is felt of a cue, where the device can shake.

const PATTERNS = {
  short: [40],
  long: [200],
  double: [120, 80, 120],
  triple: [80, 60, 80, 60, 80],
};

/** Whether this device can shake, as far as its browser tells. */
export const canShake = () => typeof navigator.vibrate === "function";

/** Shake in one of the patterns "short", "long", "double", "triple". */
export function shake(name) {
  if (canShake() && PATTERNS[name]) navigator.vibrate(PATTERNS[name]);
}
