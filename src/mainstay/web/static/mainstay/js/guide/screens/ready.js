// The session as the check-in made it, before it starts.

import { button, el, list, opening } from "../dom.js";
import { minutesText, say } from "../words.js";

function block(packet, name, keys) {
  const lines = keys.map((key) => packet.lines[key]);
  return el("section.block", {}, el("h2.kicker", {}, name),
    el("ul.lines", {}, lines.map((line) =>
      el("li", {}, el("p.strong", {}, line.name), el("p.quiet.small", {}, [line.rung_name, line.dose].filter(Boolean).join(" · "))))));
}

function blocks(packet, keys) {
  const names = [...new Set(keys.map((key) => packet.lines[key].block_name))];
  return names.map((name) => block(packet, name, keys.filter((key) => packet.lines[key].block_name === name)));
}

/**
 * Show what is trained today.
 * @param {object} packet
 * @param {{session: object, notes: string[], left: object[]}} made
 * @param {HTMLElement} settings how it is said and counted
 * @param {() => void} onStart
 */
export function readyScreen(packet, { session, notes, left }, settings, onStart) {
  const resting = left.map((line) => say("ready.rests", { name: line.name }));
  const title = say("ready.title", { minutes: minutesText(session.minutes * 60) });
  return {
    title,
    node: el("div.stack.loose", {},
      opening(say("ready.kicker"), title, notes[0] ?? say("ready.lede")),
      list([...notes.slice(1), ...resting]),
      button(say("ready.start"), "whole", onStart),
      el("section.card", { "aria-label": say("ready.list") }, blocks(packet, session.lines)),
      el("details.card.flat", {}, el("summary", {}, say("ready.settings")), settings)),
  };
}
