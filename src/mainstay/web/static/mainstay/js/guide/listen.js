// Hears one spoken word, "done", where the browser can tell it on this very device. Where it would have to
// ask a server it is not used at all: what is said in a room belongs in the room.

const recogniser = () => globalThis.SpeechRecognition ?? null;

/** Whether speech can be told on this device, in a language such as "en-GB", without a server. */
export async function canHear(language) {
  const Recognition = recogniser();
  if (!Recognition?.available || !("processLocally" in Recognition.prototype)) return false;
  const found = await Recognition.available({ langs: [language], processLocally: true }).catch(() => "unavailable");
  return found === "available";
}

/**
 * Listens for a word until it is stopped; ask `canHear` first.
 * @param {string} language
 * @param {string} word what is listened for, in small letters
 * @param {() => void} onWord
 * @param {() => void} [onRefused] the microphone was not allowed
 * @returns {() => void} stops listening
 */
export function listenFor(language, word, onWord, onRefused = () => {}) {
  let wanted = true;
  const hearing = new (recogniser())();
  Object.assign(hearing, { lang: language, continuous: true, interimResults: false, processLocally: true });
  hearing.onresult = ({ results, resultIndex }) => {
    const said = [...results].slice(resultIndex).map((one) => one[0].transcript.toLowerCase());
    if (said.some((text) => text.split(/[^\p{L}]+/u).includes(word))) onWord();
  };
  hearing.onerror = ({ error }) => {
    if (error !== "not-allowed" && error !== "service-not-allowed" && error !== "language-not-supported") return;
    wanted = false;
    onRefused();
  };
  // Recognition ends by itself after a silence.
  hearing.onend = () => { if (wanted) hearing.start(); };
  hearing.start();
  return () => {
    wanted = false;
    hearing.abort();
  };
}
