// Short tones that can be told apart without looking. Made on the spot: no files, nothing to load.

// Each sound is a list of [frequency in hertz, seconds from its start, length].
const TONES = {
  ready: [[392, 0, 0.12], [392, 0.18, 0.12]],
  count: [[440, 0, 0.09]],
  work: [[880, 0, 0.3]],
  rep: [[660, 0, 0.06]],
  phase: [[520, 0, 0.05]],
  hold: [[740, 0, 0.12], [740, 0.16, 0.12]],
  halfway: [[587, 0, 0.1], [784, 0.12, 0.1]],
  end: [[587, 0, 0.14], [440, 0.18, 0.22]],
  change: [[523, 0, 0.14], [659, 0.18, 0.14], [523, 0.36, 0.14]],
  finish: [[523, 0, 0.16], [659, 0.2, 0.16], [784, 0.4, 0.4]],
};
// The loudest that a sine sounds at without hurting anybody's ears through earphones.
const LOUDEST = 0.4;

/** The names of all sounds. */
export const SOUNDS = Object.keys(TONES);

/**
 * Something to make sounds with.
 * @returns {{wake: () => void, play: (name: string, volume: number) => void}} `volume` from 0 to 1
 */
export function makeSounds() {
  let context = null;
  return {
    // Browsers let a page sound only after a touch, so the first one wakes it.
    wake() {
      context ??= new AudioContext();
      context.resume();
    },
    play(name, volume) {
      if (context && volume > 0) (TONES[name] ?? []).forEach((tone) => sound(context, tone, volume * LOUDEST));
    },
  };
}

function sound(context, [pitch, from, length], loudness) {
  const tone = context.createOscillator();
  const volume = context.createGain();
  const start = context.currentTime + from;
  tone.frequency.value = pitch;
  volume.gain.setValueAtTime(0.0001, start);
  volume.gain.exponentialRampToValueAtTime(loudness, start + 0.015);
  volume.gain.exponentialRampToValueAtTime(0.0001, start + length);
  tone.connect(volume).connect(context.destination);
  tone.start(start);
  tone.stop(start + length + 0.02);
}
