// Speaks the words of the cues, by voices that live on this device alone. Nothing waits in a queue: what
// cannot be said now is not said late.

/** The voices of this device in a language ("en"), those of the reader's own country first. */
export function voicesFor(synthesis, language, country = "GB") {
  const code = (voice) => voice.lang.replace("_", "-").toLowerCase();
  const near = (voice) => (code(voice) === `${language}-${country}`.toLowerCase() ? 0 : 1);
  // A voice that is not local sends every word to somebody's server.
  const local = synthesis.getVoices().filter((voice) => voice.localService && code(voice).split("-")[0] === language);
  return local.sort((one, other) => near(one) - near(other) || Number(other.default) - Number(one.default));
}

/**
 * Something to speak with.
 * @param {{language?: string, synthesis?: SpeechSynthesis, Utterance?: Function}} [options] for tests
 * @returns {{voices: () => SpeechSynthesisVoice[], onVoices: Function, say: Function, hush: () => void}}
 */
export function makeVoice({
  language = "en",
  synthesis = globalThis.speechSynthesis,
  Utterance = globalThis.SpeechSynthesisUtterance,
} = {}) {
  let weight = 0;
  const voices = () => (synthesis ? voicesFor(synthesis, language) : []);
  const busy = () => synthesis.speaking || synthesis.pending;
  return {
    voices,
    /** Have something be told when the device has found its voices, which may be late; one listener at a time. */
    onVoices(tell) {
      if (synthesis) synthesis.onvoiceschanged = tell;
    },
    /**
     * Say something at once: it cuts off what weighs no more than itself, and is left out where something
     * weightier is still being said. `name` is the wanted voice's name, `volume` 0 to 1, `rate` 1 as usual.
     */
    say(text, { weight: mine = 0, volume = 1, rate = 1, name = "" } = {}) {
      const found = voices();
      const voice = found.find((one) => one.name === name) ?? found[0];
      if (!text || !voice || (busy() && mine < weight)) return false;
      if (busy()) synthesis.cancel();
      const words = new Utterance(text);
      Object.assign(words, { voice, lang: voice.lang, volume, rate });
      weight = mine;
      synthesis.speak(words);
      return true;
    },
    hush() {
      synthesis?.cancel();
    },
  };
}
