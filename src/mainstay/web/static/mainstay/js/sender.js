// Handing over events to the diary: the protocol alone, without a browser, so that a test can run it by the
// hundred. An event is saved when the server has said so by its id, and only then; everything else is sent
// again, for the server takes an event once however often it comes.

const API = "/api/v1";
const BATCH = 100;

/** Why a round stopped before everything was handed over. */
class Stopped extends Error {
  constructor(state) {
    super(state);
    this.state = state;
  }
}

/**
 * @typedef {object} SyncState
 * @property {"saved"|"waiting"|"sending"|"offline"|"login"|"refused"|"other-diary"} state
 * @property {number} unsaved events that are on this device alone
 * @property {{event: object, faults: string[]}[]} refused
 */

/**
 * Hands over what waits in a store.
 *
 * @param {{store: object, ask: typeof fetch, lock: (work: () => Promise) => Promise,
 *   onHello: (hello: object, sent: number, got: number) => Promise}} means `lock` keeps other pages of this
 *   device from sending at the same time; that would do no harm, only work
 */
export class Sender {
  #store;
  #ask;
  #lock;
  #onHello;
  #hello = null;

  constructor({ store, ask, lock = (work) => work(), onHello = async () => {} }) {
    this.#store = store;
    this.#ask = ask;
    this.#lock = lock;
    this.#onHello = onHello;
  }

  /** Forgets the token and the diary's name, so that the next round asks again. */
  forget() {
    this.#hello = null;
  }

  /** Asks for the token, the time and the diary's name, or gives those it has. */
  async hello() {
    if (this.#hello) return this.#hello;
    const sent = Date.now();
    const hello = await this.#json(`${API}/hello`, {}, 200);
    await this.#onHello(hello, sent, Date.now());
    await this.#sameDiary(hello.diary);
    this.#hello = hello;
    return hello;
  }

  /**
   * Hands over everything that waits, in batches.
   *
   * @returns {Promise<SyncState & {again: boolean}>} `again`: whether to try once more, later
   */
  async round() {
    return this.#lock(async () => {
      let stopped = "";
      try {
        await this.#handOver();
      } catch (error) {
        if (!(error instanceof Stopped)) throw error;
        stopped = error.state;
      }
      return this.#state(stopped);
    });
  }

  async #state(stopped) {
    const [waiting, refused] = [await this.#store.waiting(), await this.#store.refused()];
    const there = { unsaved: waiting.length + refused.length, refused };
    const again = waiting.length > 0;
    if (again && waiting.every((record) => this.#isForeign(record))) {
      return { state: "other-diary", ...there, again: false };
    }
    if (again) return { state: stopped || "waiting", ...there, again };
    return { state: stopped || (refused.length ? "refused" : "saved"), ...there, again };
  }

  #isForeign({ diary }) {
    return diary !== null && this.#hello !== null && diary !== this.#hello.diary;
  }

  // A diary that was deleted takes its traces on this device along, unless something here is not saved yet.
  async #sameDiary(diary) {
    const kept = await this.#store.setting("diary");
    if (kept === diary) return;
    if (kept && (await this.#store.unsaved()) > 0) return;
    if (kept) await this.#store.forgetDays();
    await this.#store.keepSetting("diary", diary);
  }

  async #handOver() {
    const aside = new Set();
    let size = BATCH;
    for (;;) {
      const waiting = await this.#store.waiting();
      if (!waiting.length) return;
      await this.hello();
      const mine = waiting.filter((record) => !this.#isForeign(record) && !aside.has(record.id));
      if (!mine.length) return;
      const batch = mine.slice(0, size);
      const taken = await this.#send(batch);
      if (taken) size = BATCH;
      else if (batch.length > 1) size = Math.ceil(batch.length / 2);
      else aside.add(batch[0].id);
    }
  }

  // Sends one batch; false where it was too much, or one of its events is more than the server can bear.
  async #send(batch) {
    const answer = await this.#post(batch);
    if (answer.status === 413 || answer.status === 500) return false;
    if (answer.status !== 200) throw new Stopped("waiting");
    const { saved, refused } = await read(answer);
    if (!Array.isArray(saved) || !Array.isArray(refused)) throw new Stopped("offline");
    const sent = new Set(batch.map((record) => record.id));
    const told = { saved: saved.filter((id) => sent.has(id)), refused: refused.filter(({ id }) => sent.has(id)) };
    // An answer that speaks of none of them settles nothing: to ask again at once would go on for ever.
    if (!told.saved.length && !told.refused.length) throw new Stopped("waiting");
    await this.#store.settle(told.saved, told.refused);
    return true;
  }

  async #post(batch) {
    for (const last of [false, true]) {
      const { csrf, diary } = await this.hello();
      const answer = await this.#fetch(`${API}/diary/events`, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRFToken": csrf },
        body: JSON.stringify({ diary, events: batch.map((record) => record.event) }),
      });
      // The token has grown old, or the diary was begun anew since hello.
      if (answer.status !== 403 && answer.status !== 409) return answer;
      this.forget();
      if (last || answer.status === 409) break;
    }
    await this.hello();
    throw new Stopped("waiting");
  }

  async #json(path, options, wanted) {
    const answer = await this.#fetch(path, options);
    if (answer.status !== wanted) throw new Stopped("waiting");
    return read(answer);
  }

  async #fetch(path, options) {
    let answer;
    try {
      answer = await this.#ask(path, { ...options, redirect: "manual", cache: "no-store" });
    } catch {
      throw new Stopped("offline");
    }
    // Whoever is led elsewhere has to sign in: with Mainstay, or with what stands before it.
    if (answer.status === 401 || answer.status === 0 || (answer.status >= 300 && answer.status < 400)) {
      throw new Stopped("login");
    }
    return answer;
  }
}

// A page instead of JSON is somebody else's, such as the sign-in of a hotel's network.
async function read(answer) {
  try {
    return await answer.json();
  } catch {
    throw new Stopped("offline");
  }
}
