// Training: the player, what lies over it, and the questions after each exercise, as the state leads.

import { localTime, now } from "../event.js";
import { decisionsOf, nextDate } from "./afterwards.js";
import { holesOf } from "./day.js";
import { doneScreen } from "./screens/done.js";
import { finishScreen } from "./screens/finish.js";
import { answerScreen, hurtsScreen } from "./screens/hurts.js";
import { openMore } from "./screens/more.js";
import { playScreen } from "./screens/play.js";
import { rateScreen } from "./screens/rate.js";
import { STOPPED } from "./session.js";

const KIND_OF = { rating: "rating", over: "over" };
const kindOf = (state) => KIND_OF[state.mode] ?? "play";

/** Lead through a session until it is done. */
export function train(app, session) {
  const { frame, store, helm, seat } = app;
  let shown = "";
  let held = false;
  let sheet = null;
  const { screen, draw } = playScreen(session, { hurts, more, leave, press: () => helm.press(session) });

  const follow = (state) => {
    if (held) return undefined;
    const kind = kindOf(state) === "rating" ? `rating ${state.place}` : kindOf(state);
    if (kind === shown) return draw();
    shown = kind;
    sheet?.close();
    if (kind === "play") frame.show(screen);
    else if (kind === "over") toTheEnd();
    else rate(state.place, lineAt(session.view.upcoming), (fields) => session.rate(state.place, fields));
    return undefined;
  };
  const lineAt = (place) => (place === null ? null : session.line(session.state.lines[place].key));
  const rate = (place, next, onDone) => frame.show(rateScreen(session, place, { next, onDone }));

  function hurts() {
    if (frame.covered || kindOf(session.state) !== "play") return;
    session.act({ type: "pause" });
    const line = session.here();
    frame.over(hurtsScreen(line, (told) => {
      held = true;
      answered(line, told, session.hurts(told));
    }, () => frame.back()));
  }

  // The answer stays until it is read; what it changed is shown afterwards.
  function answered(line, told, { answer, instead }) {
    if (answer.move === "stop") store.keepSetting(STOPPED, localTime(now().getTime()));
    const holes = holesOf(session.packet, told, session.record.usual);
    const on = (then = () => {}) => () => {
      [held, shown] = [false, ""];
      then();
      follow(session.state);
    };
    frame.show(answerScreen(line, answer, { holes, instead, left: session.view.mode !== "over" }, {
      goOn: on(),
      finish: on(() => session.act({ type: "enough" })),
      leave: on(() => session.skip("pain")),
      again: on(() => { follow(session.state); hurts(); }),
    }));
  }

  function more() {
    session.act({ type: "pause" });
    sheet = openMore(session, {
      replace: (key) => session.replace(key),
      skip: (why) => session.skip(why),
      enough: () => session.act({ type: "enough" }),
    }, helm.panel(session), helm.keys());
  }

  async function leave() {
    session.act({ type: "pause" });
    await Promise.all([session.keepMoment(), session.saved()]);
    location.assign("/today/");
  }

  // Sets that passed unseen are asked about once more, where that has not been done after the exercise.
  function toTheEnd() {
    const place = session.state.lines.findIndex(({ over, sets }) => over !== "halted" && sets.some((one) => one.asked));
    if (place < 0) return frame.show(finishScreen(done));
    return rate(place, null, (fields) => {
      shown = "";
      session.rate(place, fields);
    });
  }

  async function done(fields) {
    await session.finish(fields);
    stop();
    seat.leave();
    const decided = store.holds ? Promise.resolve(null) : decisionsOf(session);
    frame.show(doneScreen(session, { next: await nextDate(store, session.record.date), decided }));
  }

  // Another window carries on: what was done here is kept, and this one only says so.
  async function lost() {
    stop();
    sheet?.close();
    held = true;
    await session.handOver();
    app.elsewhere();
  }

  const stop = helm.steer(session, { hurts, draw, ready: () => shown === "play" && !frame.covered });
  session.listen((before, state) => follow(state));
  seat.take(lost);
  follow(session.state);
}
