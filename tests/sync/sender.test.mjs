// What the device makes of every answer a server can give; `tests/sync/test_modules.py` runs this.

import assert from "node:assert/strict";
import { test } from "node:test";
import { newEvent } from "../../src/mainstay/web/static/mainstay/js/event.js";
import { Sender } from "../../src/mainstay/web/static/mainstay/js/sender.js";
import { MemoryStore } from "./memory_store.mjs";

const HERE = "11111111-1111-4111-8111-111111111111";
const ELSEWHERE = "22222222-2222-4222-8222-222222222222";

const json = (document, status = 200) => new Response(JSON.stringify(document), { status });

/** A server that saves everything, but for what `answer` says instead; `asked` is every batch that came. */
function server(answer = () => null, diary = HERE) {
  const told = { asked: [], tokens: [], diary };
  told.ask = async (path, options) => {
    if (path.endsWith("/hello")) {
      return json({ csrf: `token ${told.tokens.length}`, now: "2026-03-02T08:00:00+00:00", diary: told.diary });
    }
    const body = JSON.parse(options.body);
    told.asked.push(body.events.map(({ id }) => id));
    told.tokens.push(options.headers["X-CSRFToken"]);
    const instead = answer(body, told);
    if (instead) return instead;
    return json({ saved: body.events.map(({ id }) => id), refused: [], now: "2026-03-02T08:00:00+00:00" });
  };
  return told;
}

/** A store with so many walks waiting, and a sender to this server. */
function device(told, number, diary = undefined) {
  const store = new MemoryStore();
  if (diary) store.settings.set("diary", diary);
  const events = Array.from({ length: number }, (_, minutes) => newEvent("walk_logged", { minutes }));
  store.add(events);
  return { store, events, sender: new Sender({ store, ask: told.ask }) };
}

test("everything is sent in batches and is saved when the server has named it", async () => {
  const told = server();
  const { sender, store } = device(told, 230);
  assert.deepEqual(await sender.round(), { state: "saved", unsaved: 0, refused: [], again: false });
  assert.deepEqual(told.asked.map((batch) => batch.length), [100, 100, 30]);
  assert.equal(store.told.size, 230);
});

test("nothing is asked where nothing waits", async () => {
  const { sender } = device({ ask: () => assert.fail("it asked") }, 0);
  assert.equal((await sender.round()).state, "saved");
});

test("what the server does not name stays unsaved, and is not asked for without end", async () => {
  const told = server(() => json({ saved: ["somebody else's"], refused: [] }));
  const { sender } = device(told, 3);
  const { state, unsaved, again } = await sender.round();
  assert.deepEqual({ state, unsaved, again }, { state: "waiting", unsaved: 3, again: true });
  assert.equal(told.asked.length, 1);
});

test("a refused event is told with its faults and holds up no other", async () => {
  const told = server(({ events }) => {
    const [bad, ...good] = events.map(({ id }) => id);
    return json({ saved: good, refused: [{ id: bad, faults: ["it is too heavy"] }] });
  });
  const { sender, events } = device(told, 3);
  const { state, unsaved, refused } = await sender.round();
  assert.deepEqual([state, unsaved], ["refused", 1]);
  assert.deepEqual(refused.map(({ event, faults }) => [event.id, faults]), [[events[0].id, ["it is too heavy"]]]);
});

for (const [what, answer, state] of [
  ["no network", () => { throw new TypeError("cut"); }, "offline"],
  ["a hotel's page instead of JSON", () => new Response("<h1>Welcome</h1>"), "offline"],
  ["a login is needed", () => json({ problem: "" }, 401), "login"],
  ["a proxy leads elsewhere", () => new Response(null, { status: 302 }), "login"],
  ["the server is being started", () => json({}, 503), "waiting"],
  ["the server limits requests", () => json({}, 429), "waiting"],
]) {
  test(`${what}: everything stays on the device, to be sent later`, async () => {
    const told = server(answer);
    const { sender, store } = device(told, 3);
    const outcome = await sender.round();
    assert.deepEqual([outcome.state, outcome.unsaved, outcome.again], [state, 3, true]);
    assert.equal(store.told.size, 0);
    assert.equal(told.asked.length, 1);
  });
}

test("an old token is replaced at once", async () => {
  const told = server((_, { asked }) => (asked.length === 1 ? json({ problem: "token" }, 403) : null));
  const { sender } = device(told, 3);
  assert.equal((await sender.round()).state, "saved");
  assert.deepEqual(told.tokens, ["token 0", "token 1"]);
});

test("a token that never fits is no reason to ask for ever", async () => {
  const told = server(() => json({ problem: "token" }, 403));
  const { sender } = device(told, 3);
  assert.equal((await sender.round()).state, "waiting");
  assert.equal(told.asked.length, 2);
});

test("a batch that is too much is halved until it fits", async () => {
  const told = server(({ events }) => (events.length > 30 ? json({}, 413) : null));
  const { sender } = device(told, 80);
  assert.equal((await sender.round()).state, "saved");
  assert.deepEqual(told.asked.slice(0, 4).map((batch) => batch.length), [80, 40, 20, 60]);
});

test("one event that the server cannot bear keeps none of the others from the diary", async () => {
  let poison = "";
  const told = server(({ events }) => (events.some(({ id }) => id === poison) ? json({}, 500) : null));
  const { sender, store, events } = device(told, 40);
  poison = events[17].id;
  const { state, unsaved, again } = await sender.round();
  assert.deepEqual({ state, unsaved, again }, { state: "waiting", unsaved: 1, again: true });
  assert.deepEqual((await store.waiting()).map(({ id }) => id), [poison]);
});

test("events for a diary that was deleted are not sent to the next one", async () => {
  const told = server(({ diary }) => (diary === HERE ? null : json({ problem: "", diary: HERE }, 409)));
  const { sender, store } = device(told, 3, ELSEWHERE);
  const { state, unsaved, again } = await sender.round();
  assert.deepEqual({ state, unsaved, again }, { state: "other-diary", unsaved: 3, again: false });
  assert.equal(told.asked.length, 0);
  store.settings.set("diary", HERE);
  const mine = newEvent("walk_logged", { minutes: 30 });
  store.add([mine]);
  assert.deepEqual([(await sender.round()).state, [...store.told]], ["other-diary", [mine.id]]);
});

test("a diary that is deleted while the page is open is noticed", async () => {
  const told = server(({ diary }, { diary: here }) => (diary === here ? null : json({ diary: here }, 409)));
  const { sender, store } = device(told, 1, HERE);
  assert.equal((await sender.round()).state, "saved");
  told.diary = ELSEWHERE;
  store.add([newEvent("walk_logged", { minutes: 30 })]);
  assert.equal((await sender.round()).state, "other-diary");
  assert.equal(store.told.size, 1);
});

test("a device on which nothing is unsaved forgets a deleted diary with the server", async () => {
  const told = server();
  const { sender, store } = device(told, 2, HERE);
  await sender.round();
  told.diary = ELSEWHERE;
  sender.forget();
  await sender.hello();
  assert.equal(store.settings.get("diary"), ELSEWHERE);
  assert.equal(store.records.size, 0);
});
