// Voice, tones and hearing, with the browser's parts stubbed. In: {modules, phrases}. Out: what came of each.

const { modules, phrases } = JSON.parse(await new Promise((resolve) => {
  let text = "";
  process.stdin.on("data", (chunk) => { text += chunk; }).on("end", () => resolve(text));
}));
const { makeVoice, voicesFor } = await import(`${modules}/voice.js`);
const { makeSignals } = await import(`${modules}/signals.js`);
const { SOUNDS } = await import(`${modules}/sounds.js`);
const { canHear, listenFor } = await import(`${modules}/listen.js`);

const VOICES = [
  { name: "Cloud", lang: "en-GB", localService: false, default: true },
  { name: "Homer", lang: "en-US", localService: true, default: true },
  { name: "Ada", lang: "en_GB", localService: true, default: false },
  { name: "Anna", lang: "de-DE", localService: true, default: false },
];

/** A synthesis that speaks until it is told that the words are over, and remembers everything. */
function synthesis(voices) {
  const told = [];
  return {
    told,
    speaking: false,
    pending: false,
    getVoices: () => voices,
    speak(words) { told.push([words.text, words.voice.name, words.volume]); this.speaking = true; },
    cancel() { told.push(["(cut off)"]); this.speaking = false; },
  };
}
class Utterance { constructor(text) { this.text = text; } }

function said(voices, script) {
  const stub = synthesis(voices);
  const voice = makeVoice({ synthesis: stub, Utterance });
  for (const [text, weight] of script) {
    if (text === "(over)") stub.speaking = false;
    else voice.say(text, { weight, volume: 0.5 });
  }
  return stub.told;
}

async function given(settings) {
  const heard = [];
  const store = { setting: async () => settings, keepSetting: async (name, value) => heard.push([name, value.mode]) };
  const voice = { say: (text) => heard.push(["voice", text]), hush: () => heard.push(["hush"]), voices: () => [] };
  const sounds = { play: (name, volume) => heard.push(["sound", name, volume]), wake() {} };
  const signals = await makeSignals(store, phrases, { voice, sounds });
  signals.give([{ sound: "end", vibrate: null, say: [{ phrase: "cue.rest", holes: { seconds: 20 } }, { text: "Set 2 of 2." }] }]);
  await signals.choose({ mode: "silent" });
  signals.give([{ sound: "work", vibrate: null, say: [{ text: "Reach" }] }]);
  return heard;
}

async function hearing(available) {
  const made = [];
  globalThis.SpeechRecognition = class {
    static async available(options) { made.push(options); return available; }
    get processLocally() { return false; }
    set processLocally(value) { made.push({ locally: value }); }
    start() { made.push("start"); }
    abort() { made.push("abort"); }
  };
  const can = await canHear("en-GB");
  const words = [];
  if (can) {
    let one;
    const Recognition = globalThis.SpeechRecognition;
    globalThis.SpeechRecognition = class extends Recognition { constructor() { super(); one = this; } };
    const stop = listenFor("en-GB", "done", () => words.push("done"));
    const result = (text) => ({ resultIndex: 0, results: [[{ transcript: text }]] });
    ["abandoned", "that one is Done.", "no"].forEach((text) => one.onresult(result(text)));
    stop();
    one.onend();
  }
  return { can, made, words };
}

process.stdout.write(JSON.stringify({
  order: voicesFor(synthesis(VOICES), "en").map(({ name }) => name),
  spoken: said(VOICES, [["Get ready.", 1], ["3", 0], ["(over)"], ["2", 0], ["1", 0], ["Reach", 1]]),
  remoteOnly: said(VOICES.filter(({ localService }) => !localService), [["Get ready.", 1]]),
  both: await given(undefined),
  voice: await given({ mode: "voice" }),
  sound: await given({ mode: "sound", volume: 0.2 }),
  sounds: SOUNDS,
  local: await hearing("available"),
  later: await hearing("downloadable"),
  none: await (async () => { delete globalThis.SpeechRecognition; return canHear("en-GB"); })(),
}));
