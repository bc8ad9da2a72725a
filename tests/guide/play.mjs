// Plays sessions given on standard input through the browser's own reducer, and prints every step.
// In: {modules, plays: [{lines, keys, options, resume?, actions}]}. Out: a list of steps for each play.

const { modules, plays } = JSON.parse(await new Promise((resolve) => {
  let text = "";
  process.stdin.on("data", (chunk) => { text += chunk; }).on("end", () => resolve(text));
}));
const { begin, cuesOf, reduce, resumed, viewOf, wordsOf } = await import(`${modules}/state.js`);

// What a line is made of never changes, so only what becomes of it is told.
function step(state, cues, phrases) {
  const lines = state.lines.map(({ key, sets, over, why, rated }) => ({ key, sets, over, why, rated }));
  const words = cues.map((cue) => wordsOf(cue, phrases));
  return { state: { ...state, lines }, view: viewOf(state), cues, words };
}

function played({ lines, keys, options, phrases, actions }) {
  let state = begin(lines, keys, options);
  const steps = [step(state, [], phrases)];
  for (const action of actions) {
    const before = state;
    // What is kept on the device has been through JSON.
    state = action.type === "reload" ? resumed(JSON.parse(JSON.stringify(state))) : reduce(state, action);
    const cues = action.type === "reload" ? [] : cuesOf(before, state);
    steps.push(step(state, cues, phrases));
  }
  return steps;
}

process.stdout.write(JSON.stringify(plays.map(played)));
