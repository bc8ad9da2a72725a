// The watch and the forms of the pages between sessions. In: {modules, watches, forms}. Out: what came of each.

const { modules, watches, faces, kept, forms } = JSON.parse(await new Promise((resolve) => {
  let text = "";
  process.stdin.on("data", (chunk) => { text += chunk; }).on("end", () => resolve(text));
}));
const watch = await import(`${modules}/stopwatch.js`);
const { eventsOf } = await import(`${modules}/fields.js`);

const DO = { begin: (_, now) => watch.begin(now), pause: watch.pause, go: watch.go };

console.log(JSON.stringify({
  watches: watches.map(({ does, at }) => {
    const state = does.reduce((before, [what, now]) => DO[what](before, now), null);
    // What a page keeps and the next one reads is the same watch.
    return watch.elapsed(watch.read(JSON.parse(JSON.stringify(state))), at);
  }),
  faces: faces.map((time) => [watch.face(time), watch.minutesOf(time)]),
  kept: kept.map(watch.read),
  forms: forms.map(({ plan, told }) => eventsOf(plan, (name) => told[name] ?? null)),
}));
