// Short tones that can be told apart without looking. Made on the spot: no files, nothing to load.

const KEY = "mainstay-sounds";

// Each sound is a list of [frequency in hertz, seconds from its start, length].
const TONES = {
  count: [[440, 0, 0.09]],
  work: [[880, 0, 0.3]],
  rep: [[660, 0, 0.06]],
  phase: [[520, 0, 0.05]],
  hold: [[740, 0, 0.12], [740, 0.16, 0.12]],
  rest: [[587, 0, 0.14], [440, 0.18, 0.22]],
  change: [[523, 0, 0.14], [659, 0.18, 0.14], [523, 0.36, 0.14]],
  finish: [[523, 0, 0.16], [659, 0.2, 0.16], [784, 0.4, 0.4]],
};

function sound(context, [pitch, from, length]) {
  const tone = context.createOscillator();
  const volume = context.createGain();
  const start = context.currentTime + from;
  tone.frequency.value = pitch;
  volume.gain.setValueAtTime(0.0001, start);
  volume.gain.exponentialRampToValueAtTime(0.25, start + 0.015);
  volume.gain.exponentialRampToValueAtTime(0.0001, start + length);
  tone.connect(volume).connect(context.destination);
  tone.start(start);
  tone.stop(start + length + 0.02);
}

/** The sounds, and the button that turns them off and on; the choice is kept on this device. */
export function makeSounds(button) {
  let context = null;
  let on = localStorage.getItem(KEY) !== "off";
  const show = () => button.setAttribute("aria-pressed", String(on));
  button.addEventListener("click", () => {
    on = !on;
    localStorage.setItem(KEY, on ? "on" : "off");
    show();
  });
  show();
  return {
    // Browsers let a page sound only after a touch, so the first one wakes it.
    wake() {
      context ??= new AudioContext();
      context.resume();
    },
    play(name) {
      if (on && context) (TONES[name] ?? []).forEach((tone) => sound(context, tone));
    },
  };
}
