// What this device keeps: events until they are saved in the diary, the packets of the days, where the
// player is, and a few settings. All of it lies in IndexedDB, durably, before anything is said to be kept.

const NAME = "mainstay";
const VERSION = 1;
const KEPT_DAYS = 8;
const DAY_MS = 86_400_000;

// An event's record: {id, event, session, diary, state: "waiting" | "saved" | "refused", faults}.
const WAITING = "waiting";
const SAVED = "saved";
const REFUSED = "refused";

/**
 * Opens the store of this device.
 *
 * @returns {Promise<Store>}
 */
export async function open() {
  const request = indexedDB.open(NAME, VERSION);
  request.onupgradeneeded = () => {
    const events = request.result.createObjectStore("events", { keyPath: "id" });
    events.createIndex("state", "state");
    events.createIndex("session", "session");
    request.result.createObjectStore("packets", { keyPath: "date" });
    request.result.createObjectStore("kept");
  };
  const database = await answered(request);
  // A newer Mainstay in another tab may change the store: it need not wait for this page.
  database.onversionchange = () => database.close();
  return new Store(database);
}

/** The device's store. Every promise that writes resolves when it is on the disk, or rejects. */
export class Store {
  #database;

  /** @param {IDBDatabase} database */
  constructor(database) {
    this.#database = database;
  }

  /**
   * Writes down new events, all of them or none. They belong to the diary that the last packet was of.
   *
   * @param {object[]} events
   */
  async add(events) {
    const diary = (await this.setting("diary")) ?? null;
    const record = (event) => ({ id: event.id, event, session: event.session ?? "", diary, state: WAITING });
    await this.#write(["events"], (kept) => events.forEach((event) => kept.put(record(event))));
    news.tell();
  }

  /** How many events are not in the diary yet: those that wait, and those that it refused. */
  async unsaved() {
    return (await this.waiting()).length + (await this.refused()).length;
  }

  /** The records that wait to be sent, in the order of the diary. */
  async waiting() {
    return inOrder(await this.#byState(WAITING));
  }

  /** The records that the diary refused, with their `faults`. */
  async refused() {
    return inOrder(await this.#byState(REFUSED));
  }

  /** The events of a session that were made on this device, in the order of the diary. */
  async events(session) {
    const all = await this.#read("events", (events) => events.index("session").getAll(session));
    return inOrder(all).map((record) => record.event);
  }

  /** Notes what became of sent events: `saved` ids, and `refused` as the server tells them. */
  async settle(saved, refused = []) {
    const outcomes = new Map(saved.map((id) => [id, { state: SAVED }]));
    for (const { id, faults } of refused) outcomes.set(id, { state: REFUSED, faults });
    await this.#change((record) => record.state === WAITING && outcomes.get(record.id));
    if (outcomes.size) news.tellOthers();
  }

  /** Lets refused events be sent once more, or (with a diary) has everything that is unsaved belong to it. */
  async retry(diary = undefined) {
    const mark = diary === undefined ? { state: WAITING } : { state: WAITING, diary };
    await this.#change((record) => record.state !== SAVED && mark);
    news.tell();
  }

  /** Gives up unsaved events. Only ever at the person's own wish. */
  async drop(ids) {
    await this.#write(["events"], (events) => ids.forEach((id) => events.delete(id)));
    news.tell();
  }

  /** The packet of a day, or null. */
  async packet(date) {
    return (await this.#read("packets", (packets) => packets.get(date))) ?? null;
  }

  /** Keeps a packet in the place of the day's last one, and forgets those of days long past. */
  async keepPacket(packet) {
    const oldest = new Date(Date.parse(packet.date) - KEPT_DAYS * DAY_MS).toISOString().slice(0, 10);
    await this.#write(["packets", "kept"], (packets, kept) => {
      packets.put(packet);
      packets.delete(IDBKeyRange.upperBound(oldest));
      kept.put(packet.diary, "setting diary");
    });
  }

  /** Where the player is, or null. */
  async run() {
    return (await this.#read("kept", (kept) => kept.get("run"))) ?? null;
  }

  /** Keeps where the player is; null forgets it. */
  async keepRun(run) {
    await this.#write(["kept"], (kept) => kept.put(run, "run"));
  }

  /** A setting of this device; undefined where it was never set. */
  async setting(name) {
    return this.#read("kept", (kept) => kept.get(`setting ${name}`));
  }

  /** Keeps a setting of this device. */
  async keepSetting(name, value) {
    await this.#write(["kept"], (kept) => kept.put(value, `setting ${name}`));
  }

  /**
   * Notes that an exercise was stopped on this device by an event that the server may not know yet.
   *
   * @param {{exercise: string, date: string, event: string}} halt
   */
  async keepHalt(halt) {
    const halts = (await this.setting("halts")) ?? [];
    await this.keepSetting("halts", [...halts.slice(-50), halt]);
  }

  /** The exercises that were stopped here and that the server has not heard of: {exercise, date, event}. */
  async halted() {
    const unheard = new Set([...(await this.waiting()), ...(await this.refused())].map((record) => record.id));
    return ((await this.setting("halts")) ?? []).filter((halt) => unheard.has(halt.event));
  }

  /** Forgets what the server has, and everything about the days; settings of voice and sound stay. */
  async forgetDays() {
    const saved = (await this.#byState(SAVED)).map((record) => record.id);
    await this.#write(["events", "packets", "kept"], (events, packets, kept) => {
      saved.forEach((id) => events.delete(id));
      packets.clear();
      const own = ["diary", "halts", "run-packet", "run-moment", "last-session", "stopped"].map((name) => `setting ${name}`);
      for (const name of ["run", ...own]) kept.delete(name);
    });
    await forgetPages();
  }

  /** Forgets everything that is on this device, unsaved events too. */
  async forgetAll() {
    await this.#write(["events", "packets", "kept"], (...stores) => stores.forEach((store) => store.clear()));
    await forgetPages();
    news.tell();
  }

  /** Forgets saved events that no running session needs any more. */
  async tidy(now = Date.now()) {
    const old = ({ state, event }) => state === SAVED && now - Date.parse(event.at) > KEPT_DAYS * DAY_MS;
    await this.#change((record) => (old(record) ? null : undefined));
  }

  async #byState(state) {
    return this.#read("events", (events) => events.index("state").getAll(state));
  }

  // Changes records one by one: `changeOf` gives the fields to write, null to delete, or nothing.
  async #change(changeOf) {
    await this.#write(["events"], (events) => {
      events.openCursor().onsuccess = ({ target }) => {
        const cursor = target.result;
        if (!cursor) return;
        const change = changeOf(cursor.value);
        if (change === null) cursor.delete();
        else if (change) cursor.update({ ...cursor.value, ...change });
        cursor.continue();
      };
    });
  }

  async #read(name, ask) {
    return answered(ask(this.#database.transaction(name).objectStore(name)));
  }

  async #write(names, change) {
    const transaction = this.#database.transaction(names, "readwrite", { durability: "strict" });
    const done = new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    change(...names.map((name) => transaction.objectStore(name)));
    return done;
  }
}

/** Tells this page and the others of this device that there is something new to send, or less. */
export const news = {
  channel: typeof BroadcastChannel === "function" ? new BroadcastChannel("mainstay-news") : null,
  listeners: new Set(),
  /** Calls a function on every piece of news. */
  hear(listener) {
    this.listeners.add(listener);
  },
  /** Tells everybody. */
  tell() {
    this.listeners.forEach((listener) => listener());
    this.tellOthers();
  },
  /** Tells the other pages. */
  tellOthers() {
    this.channel?.postMessage("");
  },
};
if (news.channel) news.channel.onmessage = () => news.listeners.forEach((listener) => listener());

// The pages that the service worker keeps to be read without a connection (worker.js) are about the person too.
async function forgetPages() {
  const kept = (await globalThis.caches?.keys()) ?? [];
  await Promise.all(kept.filter((name) => name.startsWith("mainstay-pages-")).map((name) => caches.delete(name)));
}

function answered(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

// By time and id, as the diary orders them.
function inOrder(records) {
  const key = ({ event }) => `${String(Date.parse(event.at)).padStart(16, "0")} ${event.at} ${event.id}`;
  return records.map((record) => [key(record), record]).sort(byFirst).map(([, record]) => record);
}

function byFirst([one], [other]) {
  return one < other ? -1 : Number(one > other);
}
