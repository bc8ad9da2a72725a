// A session under way: the player's state, what is written of it, and what this device keeps of it. Every
// event is on the device before anything that follows from it; sending it on is the sync's matter.

import { newEvent, newId } from "../event.js";
import { answerOf, standIn } from "./day.js";
import { begin, cuesOf, reduce, resumed, viewOf } from "./state.js";
import { loggedIn, planWith, setEvents } from "./writing.js";

/** The setting that says when training was stopped until the coach has heard of it. */
export const STOPPED = "stopped";

/** The setting that names the session that was done last on this device. */
export const LAST = "last-session";

const PACKET = "run-packet";
const MOMENT = "run-moment";
const MOMENT_MS = 1000;

/** What a kept session is made of, apart from the player's state. */
const recordOf = (packet, told) => ({
  diary: packet.diary, date: packet.date, reds: [], usual: told.usual ?? null, rated: [], ...told,
});

/**
 * Begin a session that was decided on: its start is written, and from here on a reload finds it again.
 *
 * @param {object} store
 * @param {object} packet
 * @param {{session: object, notes: string[], usual: ?number, pace: string}} chosen `session`: one of the packet's
 */
export async function startSession(store, packet, { session, notes, usual, pace }) {
  const started = newEvent("session_started", { session: newId(), plan: session.plan });
  const record = recordOf(packet, { session: started.session, plan: session.plan, mode: session.mode, notes, usual });
  await store.add([started]);
  await store.keepSetting(PACKET, packet);
  return live(store, packet, record, begin(packet.lines, session.lines, settings(packet, { pace })), {});
}

/** The session that this device was in the middle of on a day, paused at the second it was; null for none. */
export async function keptSession(store, date) {
  const [run, packet, moment] = await Promise.all([store.run(), store.setting(PACKET), store.setting(MOMENT)]);
  if (!run || !packet || run.record.date !== date) return null;
  const logged = loggedIn(await store.events(run.record.session), packet.under_way?.sets);
  const state = withLogged(at(resumed(run.state), moment), logged);
  return live(store, packet, run.record, state, logged);
}

/** The session that another device, or this one before it forgot, was in the middle of; null for none. */
export async function knownSession(store, packet, pace) {
  const known = packet.under_way;
  if (!known) return null;
  const logged = loggedIn(await store.events(known.session), known.sets);
  const record = recordOf(packet, { session: known.session, plan: known.plan, mode: known.mode ?? "", notes: [], usual: known.usual, reds: Array(known.reds).fill(""), rated: known.rated });
  await store.keepSetting(PACKET, packet);
  const state = begin(packet.lines, known.lines, settings(packet, { pace, done: known }));
  return live(store, packet, record, withLogged(state, logged), logged);
}

const keyOf = (packet, line) => Object.keys(packet.lines).find((key) => packet.lines[key] === line) ?? "";

const settings = (packet, more) => ({
  sleepGapSeconds: packet.sleep_gap_seconds, halfwayHoldSeconds: packet.halfway_hold_seconds, ...more,
});

// The second within a part is kept on its own, since it is kept every second.
function at(state, moment) {
  const fits = moment && moment.place === state.place && moment.part === state.part && state.mode === "paused";
  return fits ? { ...state, held: Math.max(state.held, moment.held) } : state;
}

// A set that was written just before the page was lost counts as done.
function withLogged(state, logged) {
  const lines = state.lines.map((line) => ({
    ...line,
    sets: line.sets.map((one) => {
      const known = logged[`${line.exercise}/${one.set}/${one.side}`];
      return known ? { ...one, asked: false, done: { reps: null, hold_seconds: null, load_kg: null, ...known.amounts } } : one;
    }),
  }));
  return { ...state, lines };
}

function live(store, packet, record, first, written) {
  let state = first;
  let logged = written;
  let kept = 0;
  let closed = false;
  let writing = Promise.resolve();
  const listeners = new Set();

  const inTurn = (work) => {
    writing = writing.then(work);
    return writing;
  };
  const keep = () => inTurn(() => (closed ? null : store.keepRun({ record, state })));
  const keepMoment = () => {
    kept = performance.now();
    const held = state.mode === "running" ? (state.now - state.began) / 1000 : state.held;
    const moment = { place: state.place, part: state.part, held };
    return inTurn(() => (closed ? null : store.keepSetting(MOMENT, moment)));
  };
  const write = (events) => (events.length ? inTurn(() => store.add(events)) : writing);

  // `old` is the line that has just been replaced: what was done up to then was done of it.
  const take = (next, old = null) => {
    const before = state;
    state = next;
    const changed = before.lines !== state.lines;
    if (changed) {
      const lineOf = ({ key, exercise }) => (old?.exercise === exercise ? old : packet.lines[key]);
      const made = setEvents(state, record.session, logged, lineOf, newEvent);
      logged = made.logged;
      write(made.events);
    }
    if (changed || before.mode !== state.mode || before.part !== state.part || before.place !== state.place) keep();
    else if (state.mode === "running" && performance.now() - kept >= MOMENT_MS) keepMoment();
    listeners.forEach((tell) => tell(before, state));
  };
  const act = (action, old) => take(reduce(state, { at: performance.now(), ...action }), old);
  const replan = (exercise, line, stays) => {
    record.plan = planWith(record.plan, exercise, line.item, stays);
    write([newEvent("session_started", { session: record.session, plan: record.plan })]);
    keep();
  };

  const session = {
    record,
    packet,
    get state() { return state; },
    get view() { return viewOf(state); },
    get id() { return record.session; },
    line: (key) => packet.lines[key],
    here: () => packet.lines[state.lines[state.place].key],
    cues: cuesOf,
    act,
    keepMoment,
    saved: () => writing,
    listen(tell) { listeners.add(tell); return () => listeners.delete(tell); },

    /** Say how an exercise was; what is left open is not in `fields`. */
    rate(place, fields) {
      const { exercise } = state.lines[place];
      if (Object.keys(fields).length) {
        write([newEvent("exercise_rated", { session: record.session, exercise, ...fields })]);
        record.rated.push(exercise);
      }
      act({ type: "rate", place });
    },

    /**
     * Tell that it hurts; returns the coach's answer and the line that takes the exercise's place, and leaves the
     * exercise where that is over for today.
     */
    hurts(told) {
      const { exercise, key } = state.lines[state.place];
      // An exercise that is told of twice is one that hurts, not two.
      const others = record.reds.filter((slug) => slug !== exercise);
      // What is done of the set that it hurts in is written before the rating, so it counts.
      const halted = reduce(state, { type: "halt", at: performance.now() });
      const begun = halted.lines[state.place].sets.some(({ done }) => done);
      const answer = answerOf(packet, packet.lines[key], { ...told, usual: record.usual, reds: others.length, begun });
      const shown = new Set(state.lines.map((one) => one.exercise));
      const instead = standIn(answer, packet.lines, shown);
      record.reds = answer.red ? [...others, exercise] : others;
      record.rated.push(exercise);
      // What was done up to now is written before what it felt like.
      if (answer.over) act({ type: "halt", why: answer.title, instead, key: keyOf(packet, instead) });
      else act({ type: "rate" });
      const rated = newEvent("exercise_rated", { session: record.session, exercise, ...told });
      write([rated]);
      // Until the server has heard of it, the days that are on this device do not know that it rests.
      if (answer.over) inTurn(() => store.keepHalt({ exercise, date: record.date, event: rated.id }));
      if (instead) replan(exercise, instead, true);
      return { answer, instead };
    },

    /** Leave the present exercise out today, with the reason that was given. */
    skip(why) {
      const { exercise } = state.lines[state.place];
      act({ type: "skip", why });
      write([newEvent("exercise_skipped", { session: record.session, exercise, why })]);
    },

    /** Do another line in the place of the present one: an alternative, or the same easier or harder. */
    replace(key) {
      const { exercise, key: old } = state.lines[state.place];
      const line = packet.lines[key];
      act({ type: "replace", line, key }, packet.lines[old]);
      const begun = state.lines.some((one) => one.exercise === exercise && one.sets.some(({ done, asked }) => done || asked));
      replan(exercise, line, begun && line.exercise !== exercise);
    },

    /** Leave it as it is, paused, to another page of this device; resolves when all of it is kept. */
    async handOver() {
      act({ type: "pause" });
      keepMoment();
      await writing;
      closed = true;
    },

    /** Write how the session was, and let it go; without an answer it only rests on this device. */
    async finish(fields) {
      if (fields) await write([newEvent("session_finished", { session: record.session, ...fields })]);
      await writing;
      closed = true;
      await store.keepSetting(LAST, record.session);
      await store.keepRun(null);
    },
  };
  keep();
  return session;
}
