// Ten minutes in a moment: the real driver and reducer on a page made of stubs, whose pictures come late and
// unevenly, whose wall clock jumps, and which sleeps for three minutes if asked to. Every tick is written down.
// In: {modules, line, options, seconds, seed, sleep}. Out: {ticks: [[now, number, rep, kind]], cues: [[now, sound]]}.

const { modules, line, options, seconds, seed, sleep } = JSON.parse(await new Promise((resolve) => {
  let text = "";
  process.stdin.on("data", (chunk) => { text += chunk; }).on("end", () => resolve(text));
}));

let now = 0;
let random = seed;
const chance = () => { random = (random * 48271) % 2147483647; return random / 2147483647; };
const frames = [];
const beats = [];
globalThis.performance.now = () => now;
Date.now = () => Math.floor(chance() * 4e12);
globalThis.requestAnimationFrame = (call) => frames.push(call);
globalThis.cancelAnimationFrame = () => {};
globalThis.document = { addEventListener() {}, removeEventListener() {} };
globalThis.Worker = class {
  postMessage() { beats.push(() => this.onmessage({ data: "now" })); }
  terminate() {}
};

const { run } = await import(`${modules}/clock.js`);
const { begin, cuesOf, reduce, viewOf } = await import(`${modules}/state.js`);

let state = reduce(begin({ only: line }, ["only"], options), { type: "start", at: 0 });
const ticks = [];
const cues = [];
const stop = run((at) => {
  const before = state;
  state = reduce(state, { type: "tick", at });
  const view = viewOf(state);
  ticks.push([at, view.number, view.rep, view.kind, view.asked]);
  cuesOf(before, state).forEach(({ sound }) => cues.push([at, sound]));
});
while (now < seconds * 1000) {
  // Mostly sixty pictures a second, some late, a few very late.
  const late = chance();
  now += late < 0.8 ? 16.7 : late < 0.98 ? 16.7 + chance() * 40 : 200 * chance();
  if (sleep && now > sleep * 1000 && now < (sleep + 180) * 1000) now += 180_000;
  frames.splice(0).forEach((call) => call(now));
  if (chance() < 0.1) beats.forEach((call) => call());
}
stop();
process.stdout.write(JSON.stringify({ ticks, cues }));
