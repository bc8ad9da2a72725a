// Gives the cues: by voice, by tones, by shaking, as the person has chosen. The choice stays on this device.

import { wordsOf } from "./cues.js";
import { canShake, shake } from "./haptics.js";
import { makeSounds } from "./sounds.js";
import { makeVoice } from "./voice.js";

/** What can be chosen of `mode`. */
export const MODES = ["both", "voice", "sound", "silent"];
const USUAL = { mode: "both", volume: 0.8, voice: "", rate: 1, haptics: true };
const NAME = "signals";
// Counts and phases may be cut off, and give way to what says where in the session one is.
const LIGHT = new Set(["count", "rep", "phase", "hold", "halfway"]);

/**
 * @param {{setting: Function, keepSetting: Function}} store
 * @param {Object<string, string>} phrases
 * @param {{voice?: object, sounds?: object}} [parts] for tests
 * @returns {Promise<object>} `give(cues)`, `wake()` (on the first touch), `hush()`, `settings`,
 *   `choose(changes)` (kept), `voices()`, `onVoices(tell)`, `canShake()`
 */
export async function makeSignals(store, phrases, { voice = makeVoice(), sounds = makeSounds() } = {}) {
  let settings = { ...USUAL, ...(await store.setting(NAME)) };
  const give = (cue) => {
    const { mode, volume, rate, voice: name, haptics } = settings;
    const weight = LIGHT.has(cue.sound) ? 0 : 1;
    if (cue.sound && (mode === "both" || mode === "sound")) sounds.play(cue.sound, volume);
    if (mode === "both" || mode === "voice") voice.say(wordsOf(cue, phrases), { weight, volume, rate, name });
    if (cue.vibrate && haptics) shake(cue.vibrate);
  };
  return {
    give: (cues) => cues.forEach(give),
    wake: () => sounds.wake(),
    hush: () => voice.hush(),
    voices: () => voice.voices(),
    onVoices: (tell) => voice.onVoices(tell),
    canShake,
    get settings() { return settings; },
    async choose(changes) {
      settings = { ...settings, ...changes };
      if (settings.mode === "silent" || settings.mode === "sound") voice.hush();
      await store.keepSetting(NAME, settings);
    },
  };
}
