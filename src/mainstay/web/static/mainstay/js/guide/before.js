// Before training: what comes first, the morning question, the check-in, and the session that follows.

import { localTime, newEvent, now, today } from "../event.js";
import { freshPacket } from "../sync.js";
import { outcomeOf, without } from "./day.js";
import { checkInScreen } from "./screens/checkin.js";
import { morningScreen } from "./screens/morning.js";
import { gateScreen, haltScreen, offlineScreen, restScreen, stoppedScreen } from "./screens/notice.js";
import { readyScreen } from "./screens/ready.js";
import { knownSession, LAST, startSession, STOPPED } from "./session.js";
import { train } from "./training.js";

const PATIENCE_MS = 4_000;

/** Show what comes first today. */
export async function beforeTraining(app) {
  const { frame, store, helm } = app;
  const packet = await freshPacket(today(), PATIENCE_MS);
  if (!packet) return frame.show(offlineScreen(() => beforeTraining(app)));
  const stopped = await store.setting(STOPPED);
  if (stopped && Date.parse(packet.made) <= Date.parse(stopped)) return frame.show(stoppedScreen());
  if (packet.gate) return frame.show(gateScreen(packet.gate));
  const known = await knownSession(store, packet, helm.settings.pace);
  if (known) return train(app, known);
  if (packet.rest) return frame.show(restScreen(packet.rest));
  const [morning] = packet.mornings;
  return morning ? askMorning(app, packet, morning) : askCheckIn(app, packet, null);
}

// The packet of a day ahead does not know which session is the last: it is the one that was done here.
async function askMorning(app, packet, morning) {
  const session = morning.session ?? (await app.store.setting(LAST));
  if (!session) return askCheckIn(app, packet, null);
  return app.frame.show(morningScreen(morning, async (pain) => {
    if (pain !== null) await app.store.add([newEvent("morning_after", { session, pain })]);
    askCheckIn(app, packet, pain);
  }));
}

function askCheckIn(app, packet, morning) {
  app.frame.show(checkInScreen(packet, async (told) => {
    const screening = newEvent("screening_answered", { questions: packet.questions, answers: told.safety, scope: "short" });
    const check = newEvent("day_checked_in", {
      pain_now: told.pain, pain_usual: told.usual ?? undefined, symptom: told.symptom ?? undefined,
    });
    await app.store.add([screening, check]);
    const outcome = outcomeOf(packet, { ...told, morning });
    if (outcome.halt) return halt(app, packet, outcome.halt, screening, morning);
    if (!outcome.session) return app.frame.show(restScreen(null, outcome.notes));
    return ready(app, packet, outcome, told.usual);
  }));
}

// A slip of the finger must not cost a day: the answers are taken back, and asked again.
async function halt(app, packet, found, screening, morning) {
  await app.store.keepSetting(STOPPED, localTime(now().getTime()));
  app.frame.show(haltScreen(found, async () => {
    await app.store.add([newEvent("event_retracted", { event: screening.id })]);
    await app.store.keepSetting(STOPPED, null);
    askCheckIn(app, packet, morning);
  }));
}

async function ready(app, packet, outcome, usual) {
  const { session, left } = without(packet, outcome.session, await app.store.halted());
  const made = { session, notes: outcome.notes, left: left.map((key) => packet.lines[key]) };
  app.frame.show(readyScreen(packet, made, app.helm.panel(), async () => {
    app.helm.wake();
    if (await app.seat.isTaken()) return app.elsewhere();
    const { pace } = app.helm.settings;
    const begun = await startSession(app.store, packet, { session, notes: outcome.notes, usual, pace });
    begun.act({ type: "start" });
    return train(app, begun);
  }));
}
