// Keeps handing over this device's events to the diary while a page is open, and fetches packets.

import { setSkew, skewOf, today } from "./event.js";
import { unfolded } from "./packet.js";
import { Sender } from "./sender.js";
import { news } from "./store.js";

const FIRST_MS = 1_000;
const LONGEST_MS = 300_000;
const REQUEST_MS = 20_000;
const SKEW_STEP_MS = 2_000;
const LOCK = "mainstay-sync";

const ask = (path, options) => fetch(path, { signal: AbortSignal.timeout(REQUEST_MS), ...options });
// Other pages of this device wait their turn, where the browser can have them wait.
const lock = (work) => (navigator.locks ? navigator.locks.request(LOCK, work) : work());

const sync = { store: null, sender: null, listeners: [], last: null, under: null, timer: 0, delay: FIRST_MS };

/**
 * Begins to hand over what waits, at once and whenever there is something new; to be called once a page.
 * A second call only adds a listener.
 *
 * @param {import("./store.js").Store} store
 * @param {(state: import("./sender.js").SyncState) => void} onState called with every change
 */
export async function start(store, onState = () => {}) {
  sync.listeners.push(onState);
  if (sync.store) {
    if (sync.last) onState(sync.last);
    return;
  }
  sync.store = store;
  sync.sender = new Sender({ store, ask, lock, onHello: keepTime });
  setSkew((await store.setting("skew")) ?? 0);
  await store.tidy();
  news.hear(soon);
  addEventListener("online", soon);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && soon());
  await flush();
}

/**
 * Hands over what waits now.
 *
 * @returns {Promise<import("./sender.js").SyncState>} how it went
 */
export async function flush() {
  clearTimeout(sync.timer);
  // What was added while a round is under way may have missed it.
  const before = sync.under ?? Promise.resolve();
  const mine = before.then(attempt, attempt);
  sync.under = mine;
  return mine;
}

/**
 * The packet of a day: from the server, after it has heard what waits here, or else the one on this device.
 * A slow server is waited for only where there is nothing on the device. Where the day asked for is today by
 * a clock that turns out to be wrong, it is that of the real today.
 *
 * @returns {Promise<object|null>} null where neither has one
 */
export async function freshPacket(date, timeoutMs = 4_000) {
  const isToday = date === today();
  const day = () => (isToday ? today() : date);
  const late = new Promise((resolve) => setTimeout(resolve, timeoutMs, null));
  const fresh = (async () => {
    await flush();
    return (await greet()) && fetchPacket(day());
  })().catch(() => null);
  return (await Promise.race([fresh, late])) ?? (await sync.store.packet(day())) ?? fresh;
}

/** Fetches the packet of a day onto this device; null where the server has none or cannot be reached. */
export async function fetchPacket(date) {
  const sent = Date.now();
  const answer = await ask(`/api/v1/days/${date}`, { redirect: "manual" }).catch(() => null);
  if (answer?.status !== 200) return null;
  const packet = unfolded(await answer.json());
  await keepTime({ now: packet.zone_now }, sent, Date.now());
  await sync.store.keepPacket(packet);
  return packet;
}

/** What the server says of itself: version, diary and its mark; null where it cannot be reached. */
export async function greet() {
  sync.sender.forget();
  return sync.sender.hello().catch(() => null);
}

// A few milliseconds of the journey are no reason to move the clock.
async function keepTime({ now }, sent, got) {
  const [kept, skew] = [(await sync.store.setting("skew")) ?? 0, skewOf(now, sent, got)];
  if (Number.isNaN(skew) || Math.abs(skew - kept) < SKEW_STEP_MS) return;
  setSkew(skew);
  await sync.store.keepSetting("skew", skew);
}

function soon() {
  sync.delay = FIRST_MS;
  later(0);
}

function later(milliseconds) {
  clearTimeout(sync.timer);
  sync.timer = setTimeout(() => void flush(), milliseconds);
}

async function attempt() {
  if (await sync.store.unsaved()) tell({ ...(sync.last ?? { refused: [] }), state: "sending" });
  const { again, ...state } = await sync.sender.round().catch((error) => {
    later(sync.delay);
    throw error;
  });
  tell(state);
  if (again) {
    // Devices that lost the server together do not all come back in the same second.
    later(sync.delay * (0.75 + Math.random() / 2));
    sync.delay = Math.min(sync.delay * 2, LONGEST_MS);
  } else {
    sync.delay = FIRST_MS;
  }
  return state;
}

function tell(state) {
  sync.last = state;
  sync.listeners.forEach((listener) => listener(state));
}
