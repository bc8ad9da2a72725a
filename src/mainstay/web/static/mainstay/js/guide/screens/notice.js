// Screens on which nothing is trained: something else comes first, it is a day of rest, the answers lead
// elsewhere, or this device knows nothing of the day yet.

import { button, el, icon, list, opening } from "../dom.js";
import { say } from "../words.js";

const link = (href, text, kind = "") => el(["a", "button", ...(kind ? [kind] : [])].join("."), { href }, text);
const today = () => link("/today/", say("notice.today"), "second");

/** What only the server can ask or tell comes first: {title, text, href, action}. */
export function gateScreen(gate) {
  return {
    title: gate.title,
    node: el("div.stack.loose", {}, opening("", gate.title, gate.text), el("div.actions", {}, link(gate.href, gate.action), today())),
  };
}

/** No session today: {title, text, next}, and what the check-in led to in `notes`. */
export function restScreen(rest, notes = []) {
  const title = rest?.title ?? say("notice.rest.title");
  return {
    title,
    node: el("div.stack.loose", {},
      opening("", title, rest?.text ?? ""),
      list(notes),
      rest?.next ? el("p.quiet", {}, rest.next) : null,
      el("div.actions", {}, link("/today/", say("notice.today")))),
  };
}

/** The answers lead to somebody who looks at it first. `slip` takes them back, where they were a slip. */
export function haltScreen(halt, slip) {
  const numbers = halt.numbers?.length
    ? el("div.card", {}, el("h2", {}, say("halt.call")),
      el("ul.plain.numbers", {}, halt.numbers.map(([number, place]) =>
        el("li", {}, el("a.button.second", { href: `tel:${number}` }, number, el("span.unit", {}, place))))))
    : null;
  return {
    title: halt.title,
    node: el("div.stack.loose", {},
      el(`div.verdict.${halt.clearance}`, {}, icon(halt.emergency ? "stop" : "care")),
      opening("", halt.title, halt.lede),
      numbers,
      halt.texts?.length ? el("section.card", { "aria-label": say("halt.because") }, list(halt.texts)) : null,
      el("div.actions", {}, link(halt.href, halt.action, halt.emergency ? "second" : ""), today()),
      slip ? el("p.row.quiet.small.slip", {}, say("halt.slip"), " ", button(say("halt.take-back"), "bare", slip)) : null),
  };
}

/** After a pain that needs a new look: nothing is trained until the questions have been answered. */
export function stoppedScreen() {
  const title = say("stopped.title");
  return {
    title,
    node: el("div.stack.loose", {}, opening("", title, say("stopped.lede")),
      el("div.actions", {}, link("/safety/", say("stopped.action")), today())),
  };
}

/** This device has no session for today, and the server cannot be reached. */
export function offlineScreen(again) {
  const title = say("offline.title");
  return {
    title,
    node: el("div.stack.loose", {}, opening("", title, say("offline.lede")),
      el("div.actions", {}, button(say("offline.again"), "", again), today())),
  };
}

/** Another window of this device is in the middle of the session. */
export function elsewhereScreen(carryOn) {
  const title = say("elsewhere.title");
  return {
    title,
    node: el("div.stack.loose", {}, opening("", title, say("elsewhere.lede")),
      el("div.actions", {}, button(say("elsewhere.carry-on"), "", carryOn), today())),
  };
}

/** The device cannot keep anything: the plain pages, which need no store, do the same. */
export function plainScreen() {
  const title = say("plain.title");
  return {
    title,
    node: el("div.stack.loose", {}, opening("", title, say("plain.lede")),
      el("div.actions", {}, link("/checkin/", say("plain.action")))),
  };
}
