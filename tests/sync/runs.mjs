// Runs of the sync protocol against the real server, with a network and a server that fail. Reads one JSON
// object: {command, seeds}; prints one line for each run: {seed, made, told, faulty, refused, seen}.

import { setTimeout as pause } from "node:timers/promises";
import { newEvent, newId, setSkew } from "../../src/mainstay/web/static/mainstay/js/event.js";
import { Sender } from "../../src/mainstay/web/static/mainstay/js/sender.js";
import { chance, pick, shuffled, whole } from "./chance.mjs";
import { MemoryStore } from "./memory_store.mjs";
import { Server, freePort } from "./server.mjs";

const DAY_MS = 86_400_000;
const KILLS = 8; // one run in so many has the server killed
const MISHAPS = ["none", "none", "none", "unsent", "lost", "thrice", "page", "killed"];

/** A network to the server, with a cookie jar as a browser has one, and mishaps by chance. */
class Network {
  #cookies = new Map();

  constructor(server, random, seen, mayKill) {
    Object.assign(this, { server, random, seen, mayKill, calm: false });
  }

  ask = async (path, options) => {
    const mishap = this.calm ? "none" : pick(this.random, MISHAPS);
    this.seen[mishap] = (this.seen[mishap] ?? 0) + 1;
    if (mishap === "unsent") throw new TypeError("cut before it was sent");
    if (mishap === "page") return new Response("<h1>Welcome to the hotel</h1>", { status: 200 });
    if (mishap === "killed" && this.mayKill) return this.#killedMeanwhile(path, options);
    if (mishap === "thrice") await Promise.all([this.#send(path, options), this.#send(path, options)]);
    const answer = await this.#send(path, options);
    if (mishap === "lost") throw new TypeError("the answer was lost");
    return answer;
  };

  async #killedMeanwhile(path, options) {
    const answer = this.#send(path, options).catch((error) => error);
    await pause(whole(this.random, 0, 25));
    await this.server.kill();
    await this.server.start();
    this.seen.restarts = (this.seen.restarts ?? 0) + 1;
    const came = await answer;
    if (came instanceof Error) throw came;
    return came;
  }

  async #send(path, options) {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { ...options.headers, cookie };
    const answer = await fetch(this.server.address + path, { ...options, headers });
    const body = await answer.text();
    for (const line of answer.headers.getSetCookie()) this.#cookies.set(...line.split(";")[0].split("="));
    return new Response(body, { status: answer.status });
  }
}

/** What somebody does on one device: events as the player writes them, and a slip taken back. */
function lived(random, seed) {
  const session = newId();
  const dose = { session, exercise: "bird-dog", rung: "full" };
  const events = [newEvent("session_started", { session, plan: { minutes: seed } })];
  for (let set = 1; set <= whole(random, 1, 12); set += 1) {
    events.push(newEvent("set_performed", { ...dose, set, side: pick(random, ["left", "right"]), reps: 6 }));
  }
  events.push(newEvent("walk_logged", { minutes: whole(random, 1, 60) }));
  events.push(newEvent("something_newer", { note: "ü ✓ \u2028", depth: [[1.5]] }));
  if (random() < 0.5) events.push(newEvent("event_retracted", { event: pick(random, events).id }));
  if (random() < 0.5) events.push(newEvent("session_finished", { session, effort: 5, pain_after: 2 }));
  return events;
}

function spoilt(random) {
  const event = newEvent("walk_logged", { minutes: 10 });
  return pick(random, [
    { ...event, minutes: -1 },
    { ...event, at: "yesterday" },
    { ...event, kind: "day_checked_in", note: "half a pair: \ud83d" },
  ]);
}

async function run(server, seed) {
  const random = chance(seed);
  const seen = {};
  const mayKill = seed % KILLS === 0;
  const devices = Array.from({ length: whole(random, 1, 3) }, () => ({
    store: new MemoryStore(),
    network: new Network(server, random, seen, mayKill),
    skew: pick(random, [0, 0, DAY_MS, -DAY_MS]),
  }));
  const [made, faulty] = [[], []];
  for (const device of devices) {
    setSkew(device.skew);
    const [events, bad] = [lived(random, seed), random() < 0.3 ? [spoilt(random)] : []];
    made.push(...events);
    faulty.push(...bad);
    device.todo = shuffled(random, [...events, ...bad]);
  }
  // The devices take turns; each sends what it has, now and then with its page opened anew.
  for (let turn = 0; turn < 6; turn += 1) {
    const device = pick(random, devices);
    device.store.add(device.todo.splice(0, whole(random, 1, 10)));
    if (!device.sender || random() < 0.4) device.sender = senderOf(device);
    const rounds = [device.sender.round()];
    // A second page of the same device, where the browser has no locks.
    if (random() < 0.3) rounds.push(senderOf(device).round());
    await Promise.all(rounds);
  }
  for (const device of devices) await settleDown(device);
  const told = devices.flatMap(({ store }) => [...store.told]);
  const refused = (await Promise.all(devices.map(({ store }) => store.refused()))).flat().map(({ id }) => id);
  return { seed, made, told, faulty: faulty.map(({ id }) => id), refused, seen };
}

const senderOf = ({ store, network }) => new Sender({ store, ask: network.ask });

// At last the network holds; then nothing may wait any longer.
async function settleDown(device) {
  device.store.add(device.todo.splice(0));
  device.network.calm = true;
  const { state, unsaved } = await senderOf(device).round();
  const refused = (await device.store.refused()).length;
  if (unsaved !== refused) throw new Error(`still ${unsaved} unsaved, ${refused} refused: ${state}`);
}

const input = JSON.parse(process.argv[2]);
const server = new Server(input.command, await freePort());
await server.start();
try {
  for (const seed of input.seeds) console.log(JSON.stringify(await run(server, seed)));
} finally {
  await server.kill();
}
