// At the helm: the clock, the keys, and how it is said and counted, as the person has chosen on this device.

import { canStayAwake, keepAwake } from "./awake.js";
import { run } from "./clock.js";
import { KEYS, listenToKeys, takeMediaKeys } from "./keys.js";
import { canHear, listenFor } from "./listen.js";
import { panel } from "./screens/settings.js";
import { makeSignals } from "./signals.js";
import { phrases, say } from "./words.js";

const LANGUAGE = "en-GB";
const NAME = "player";
const USUAL = { pace: "paced", letters: true, hears: false };

/** Make the helm of a page. `settings` are {pace, letters, hears}. */
export async function makeHelm(store) {
  const signals = await makeSignals(store, phrases());
  const hearing = await canHear(LANGUAGE);
  let settings = { ...USUAL, ...(await store.setting(NAME)) };

  const choose = async (changes, session) => {
    settings = { ...settings, ...changes };
    if (changes.pace && session) session.act({ type: "pace", pace: changes.pace });
    await store.keepSetting(NAME, settings);
  };

  // The big key: it starts, pauses, goes on, and at one's own pace ends a set.
  const press = (session) => {
    signals.wake();
    const { mode, own_pace } = session.view;
    if (mode !== "running") session.act({ type: "start" });
    else session.act({ type: own_pace ? "done" : "pause" });
  };

  const steer = (session, { hurts, ready }) => {
    const does = {
      toggle: () => press(session),
      hurts,
      start: () => session.act({ type: "start" }),
      pause: () => session.act({ type: "pause" }),
    };
    const command = (name) => ready() && (does[name] ?? (() => session.act({ type: name })))();
    const media = takeMediaKeys(command);
    const ends = { clock: null, ears: null };
    const end = (name) => {
      ends[name]?.();
      ends[name] = null;
    };
    const turn = (on) => {
      keepAwake(on);
      media.playing(on, session.here().name);
      if (on) ends.clock ??= run(() => session.act({ type: "tick" }));
      else end("clock");
      if (on && hearing && settings.hears) ends.ears ??= listenFor(LANGUAGE, say("listen.word"), () => command("done"), () => choose({ hears: false }));
      else end("ears");
    };
    const onChange = (before, after) => {
      signals.give(session.cues(before, after));
      if ((before.mode === "running") !== (after.mode === "running")) turn(after.mode === "running");
    };
    const onHide = () => { if (document.hidden) session.keepMoment(); };
    const stops = [session.listen(onChange), listenToKeys(command, () => settings.letters)];
    document.addEventListener("visibilitychange", onHide);
    if (session.state.mode === "running") turn(true);
    return () => {
      turn(false);
      media.stop();
      stops.forEach((stop) => stop());
      document.removeEventListener("visibilitychange", onHide);
    };
  };

  return {
    get settings() { return settings; },
    wake: () => signals.wake(),
    keys: () => KEYS.map(({ shown, phrase }) => [say(shown), say(phrase)]),
    panel: (session = null) => panel(signals, { settings, choose: (changes) => choose(changes, session), hearing, awake: canStayAwake() }),
    press,
    steer,
  };
}
