// Everything beside the count, in one sheet: how to do it, something else instead, the pace, sound and voice,
// the keys, and the end.

import { button, el, icon, list } from "../dom.js";
import { say } from "../words.js";

const WHYS = ["time", "dislike", "equipment", "pain", "other"];

function part(title, open, ...inside) {
  return el("details.part", { open }, el("summary", {}, title), el("div.stack", {}, inside));
}

function how(line) {
  return part(say("more.how"), false,
    line.storyboard ? el("img.storyboard", { src: line.storyboard, alt: "", loading: "lazy" }) : null,
    el("p", {}, line.how),
    line.set_up.length ? [el("h3", {}, say("more.set-up")), list(line.set_up, "ul")] : null,
    line.steps.length ? [el("h3", {}, say("more.steps")), list(line.steps, "ol")] : null,
    line.cues.length ? el("p.cues", {}, line.cues.map((cue) => el("span.chip", {}, cue))) : null,
    el("p.quiet.small", {}, line.breathing),
    line.stop_rules.map((text) => el("p.quiet.small", {}, text)));
}

function other(session, line, replace) {
  const to = (key, text) => (key ? el("li", {}, button(text, "second whole", () => replace(key)), el("p.quiet.small", {}, session.line(key).dose)) : null);
  // After a red answer the body has had enough of anything new.
  const calm = session.record.reds.length === 0;
  const swaps = (calm ? line.swaps : []).map((key) => {
    const { name, why } = session.line(key);
    return el("li", {}, button(say("more.swap", { name }), "second whole", () => replace(key)), why[0] ? el("p.quiet.small", {}, why[0]) : null);
  });
  const ways = [to(line.easier, say("more.easier")), calm ? to(line.harder, say("more.harder")) : null, ...swaps].filter(Boolean);
  return ways.length ? part(say("more.other"), false, el("ul.plain.stack", {}, ways)) : null;
}

function skipping(skip) {
  return part(say("more.skip"), false, el("p.quiet.small", {}, say("more.skip-hint")),
    el("div.picks.words", {}, WHYS.map((why) => el("button.pick", { type: "button", click: () => skip(why) }, el("span", {}, say(`skip.${why}`))))));
}

/**
 * Open the sheet over the player; closing it gives the focus back to where it was.
 *
 * @param {object} session
 * @param {{replace: Function, skip: Function, enough: Function}} ways each closes the sheet first
 * @param {HTMLElement} settings how it is said and counted
 * @param {string[][]} keys [key, what it does] of the keyboard
 */
export function openMore(session, ways, settings, keys) {
  const line = session.here();
  const closing = (then) => (...told) => {
    sheet.close();
    then(...told);
  };
  const close = el("button.round-button", { type: "button", "aria-label": say("more.close"), click: () => sheet.close() }, icon("close"));
  const sheet = el("dialog.sheet", { "aria-labelledby": "more-title", close: () => sheet.remove() },
    el("header.row.apart", {}, el("h2", { id: "more-title", tabindex: "-1" }, line.name), close),
    line.why.length ? part(say("more.why"), false, line.why.map((text) => el("p", {}, text))) : null,
    how(line),
    other(session, line, closing(ways.replace)),
    skipping(closing(ways.skip)),
    part(say("more.settings"), false, settings),
    part(say("more.keys"), false, el("dl.facts", {}, keys.map(([key, does]) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, does)]))),
    el("div.actions", {}, button(say("more.enough"), "second whole", closing(ways.enough))));
  sheet.addEventListener("click", (event) => event.target === sheet && sheet.close());
  document.body.append(sheet);
  sheet.showModal();
  sheet.querySelector("h2").focus();
  return sheet;
}
