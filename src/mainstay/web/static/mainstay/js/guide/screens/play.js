// The player: the moving figure, one big number, what to do now, and the few keys.

import { makeDial } from "../dial.js";
import { button, el, icon } from "../dom.js";
import { makeStage } from "../figures.js";
import { nowText, thenText, whereText } from "../telling.js";
import { makeTrail } from "../trail.js";
import { say } from "../words.js";

function round(name, label, onClick) {
  return el("button.round-button", { type: "button", "aria-label": label, click: onClick }, icon(name));
}

// Elements whose text changes only when it is another one.
function told(node) {
  let shown = null;
  return { node, put(text) { if (shown !== text) node.textContent = shown = text; } };
}

const MAIN = { running: "play.pause", paused: "play.go-on", waiting: "play.start" };

// At one's own pace a set is ended by a press.
const mainOf = (view) => (view.own_pace && view.mode === "running" ? "play.set-done" : MAIN[view.mode] ?? "play.start");
const SIGNS = { "play.pause": "pause", "play.set-done": "check" };

// Before it begins, the number is what one set asks for.
function asAsked(view, line) {
  const { reps, hold_seconds: hold } = line.targets;
  const unit = line.counts === "minutes" ? "minutes" : reps ? "times" : "seconds";
  return { ...view, kind: "waiting", number: reps ?? hold ?? 0, unit, share: 0 };
}

/**
 * Make the player's screen.
 *
 * @param {object} session as `session.js` makes it
 * @param {{hurts: Function, more: Function, leave: Function, press: Function}} ways
 * @returns {{screen: object, draw: () => void}} `draw` once for each picture
 */
export function playScreen(session, ways) {
  const [trail, dial, stage] = [makeTrail(), makeDial(), makeStage()];
  const name = told(el("h1", { tabindex: "-1" }));
  const where = told(el("p.guide-where"));
  const now = told(el("p.guide-now"));
  const then = told(el("p.guide-then.quiet"));
  const live = told(el("p.unseen", { "aria-live": "polite" }));
  const word = told(el("span"));
  const sign = el("span.sign");
  const main = el("button.button.guide-main", { type: "button", click: () => ways.press() }, sign, word.node);
  const back = round("back", say("play.back"), () => session.act({ type: "back" }));
  const next = round("onward", say("play.next"), () => session.act({ type: "next" }));
  const node = el("div.guide", {},
    el("div.guide-top", {}, round("close", say("play.leave"), ways.leave), trail.host, el("div", { "data-sync-place": "" }), el("div.guide-warning", { "data-warning-place": "" })),
    el("div.guide-what", {}, name.node, where.node),
    stage.host,
    dial.host,
    el("div.guide-say", {}, now.node, then.node, live.node),
    el("div.guide-keys", {}, back, main, next),
    el("div.guide-foot", {}, button(say("play.hurts"), "stop", ways.hurts), button(say("play.more"), "second", ways.more)));
  let key = "";

  const lineAt = (place) => session.line(session.state.lines[place].key);
  const changed = (view, line) => {
    key = view.key;
    name.put(line.name);
    stage.show(line);
    if (view.upcoming !== null) stage.load(lineAt(view.upcoming));
  };
  const draw = () => {
    const { view, state } = session;
    if (view.kind === "rating" || view.kind === "over") return;
    const line = session.line(view.key);
    if (view.key !== key) changed(view, line);
    const [kind, mode] = [view.kind, view.mode];
    if (node.dataset.kind !== kind) node.dataset.kind = kind;
    if (node.dataset.mode !== mode) node.dataset.mode = mode;
    where.put(whereText(view, line));
    now.put(nowText(view, line));
    then.put(thenText(view, line, lineAt));
    const does = mainOf(view);
    word.put(say(does));
    const signed = SIGNS[does] ?? "play";
    if (sign.dataset.sign !== signed) {
      sign.dataset.sign = signed;
      sign.replaceChildren(icon(signed));
    }
    live.put(`${line.name}. ${mode === "running" && kind === "work" ? whereText(view, line) : nowText(view, line)}`);
    trail.draw(state, view);
    dial.draw(mode === "waiting" ? asAsked(view, line) : view);
    stage.follow(view);
  };
  draw();
  return { screen: { title: say("play.title"), node, playing: true, shown: draw }, draw };
}
