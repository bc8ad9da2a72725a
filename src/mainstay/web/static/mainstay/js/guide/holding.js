// The device's store as a session uses it: where the device refuses to write, the events are held in this page
// and tried again, and the session goes on.

const AGAIN_MS = 3_000;

/**
 * Hold on to what a store refuses.
 * @param {import("../store.js").Store} store
 * @param {(refuses: boolean) => void} tell hears when the device begins to refuse, and when it keeps again
 * @returns {object} the store's methods that a session needs; those that write always resolve. `holds` is the
 *   number of events that are in this page alone
 */
export function holding(store, tell) {
  let held = [];
  let refuses = false;
  let last = Promise.resolve();
  let timer = 0;

  const handOver = async () => {
    if (!held.length) return;
    const these = held;
    await store.add(these);
    held = held.filter((event) => !these.includes(event));
  };
  const note = (refused) => {
    clearTimeout(timer);
    if (refused) timer = setTimeout(() => inTurn(), AGAIN_MS);
    if (refused !== refuses) tell(refuses = refused);
  };
  const inTurn = (work = () => {}) => {
    const attempt = async () => {
      await handOver();
      await work();
    };
    last = last.then(attempt).then(() => note(false), () => note(true));
    return last;
  };

  return {
    add(events) {
      held = [...held, ...events];
      return inTurn();
    },
    keepRun: (run) => inTurn(() => store.keepRun(run)),
    keepSetting: (name, value) => inTurn(() => store.keepSetting(name, value)),
    keepHalt: (halt) => inTurn(() => store.keepHalt(halt)),
    run: () => store.run(),
    setting: (name) => store.setting(name),
    events: (session) => store.events(session),
    packet: (date) => store.packet(date),
    halted: () => store.halted(),
    get holds() { return held.length; },
  };
}
