// The guided session, from the first question to the last. Every screen of it is shown by this page, which
// the device keeps: all of it works offline.

import { today } from "../event.js";
import { open } from "../store.js";
import { mountSyncState } from "../sync-state.js";
import { start } from "../sync.js";
import { beforeTraining } from "./before.js";
import { makeFrame } from "./frame.js";
import { makeHelm } from "./helm.js";
import { holding } from "./holding.js";
import { elsewhereScreen, plainScreen } from "./screens/notice.js";
import { makeSeat } from "./seat.js";
import { keptSession } from "./session.js";
import { train } from "./training.js";
import { phrases, say, usePhrases } from "./words.js";

/** Begin where this device was, unless another window of it is at it. */
async function begin() {
  usePhrases(JSON.parse(document.getElementById("phrases").textContent));
  const sync = document.querySelector("[data-sync]");
  const frame = makeFrame(document.querySelector("[data-host]"), sync);
  const device = await writable().catch(() => null);
  if (!device) return frame.show(plainScreen());
  const state = showing(frame, mountSyncState(sync, phrases()));
  // It goes on by itself; nothing here waits for the server.
  void start(device, state.synced);
  const store = holding(device, state.refuses);
  const seat = makeSeat();
  const [helm, taken] = await Promise.all([makeHelm(store), seat.isTaken()]);
  const app = { frame, store, helm, seat, elsewhere };
  function elsewhere() {
    frame.show(elsewhereScreen(async () => {
      await seat.takeOver();
      return resume(app);
    }));
  }
  return taken ? elsewhere() : resume(app);
}

/** A session that was under way comes before everything else. */
async function resume(app) {
  const kept = await keptSession(app.store, today());
  return kept ? train(app, kept) : beforeTraining(app);
}

// A store that can be read and not written would lose a whole session: that is found out before it begins.
async function writable() {
  const store = await open();
  await store.keepSetting("opened", today());
  return store;
}

// While the device refuses to keep anything, nothing is called saved, and leaving is asked about.
function showing(frame, show) {
  let last = null;
  let refused = false;
  const ask = (event) => event.preventDefault();
  const draw = () => (refused ? show({ state: "not-kept" }) : last && show(last));
  return {
    synced(state) {
      last = state;
      draw();
    },
    refuses(refuses) {
      refused = refuses;
      frame.warn(refused ? say("trouble.not-kept") : "");
      if (refused) window.addEventListener("beforeunload", ask);
      else window.removeEventListener("beforeunload", ask);
      draw();
    },
  };
}

void begin();
