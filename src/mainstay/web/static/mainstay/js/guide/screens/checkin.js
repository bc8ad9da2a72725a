// The check-in: how the back is now, three quick questions, and what may stay open.

import { answersOf, choicesOf, numberOf, pointOut, question, scale, SYMPTOMS } from "../asking.js";
import { el, opening } from "../dom.js";
import { say } from "../words.js";

const YES_NO = ["no", "yes", "unsure"];

/**
 * Ask before training.
 * @param {object} packet for its three safety questions
 * @param {(told: {pain: number, usual: ?number, symptom: ?string, safety: Object<string, string>}) => void} onTold
 */
export function checkInScreen(packet, onTold) {
  const safety = packet.safety.map(({ id, ask, help }) =>
    question({ name: id, legend: ask, hint: help, choices: choicesOf("ask", YES_NO), shape: "tiles three" }));
  const needed = ["pain_now", ...packet.safety.map(({ id }) => id)];
  const form = el("form.stack.loose", {
    novalidate: true,
    submit(event) {
      event.preventDefault();
      const told = answersOf(form);
      const missing = needed.filter((name) => !(name in told));
      if (missing.length) return pointOut(form, missing);
      return onTold({
        pain: Number(told.pain_now),
        usual: numberOf(told.pain_usual),
        symptom: told.symptom ?? null,
        safety: Object.fromEntries(packet.safety.map(({ id }) => [id, told[id]])),
      });
    },
  },
  scale("pain_now", say("check-in.pain"), "pain", { hint: say("check-in.pain-hint") }),
  el("section.card", { "aria-labelledby": "safety-title" },
    el("div.stack.tight", {}, el("h2", { id: "safety-title" }, say("check-in.safety")), el("p.quiet.small", {}, say("check-in.safety-hint"))),
    el("div.stack.loose", {}, safety)),
  el("details", {}, el("summary", {}, say("ask.more")),
    el("div.stack.loose.more", {},
      scale("pain_usual", say("check-in.usual"), "pain", { hint: say("check-in.usual-hint"), optional: true }),
      question({ name: "symptom", legend: say("ask.symptom"), choices: choicesOf("symptom", SYMPTOMS), optional: true }))),
  el("div.actions", {}, el("button.button.whole", {}, say("check-in.go-on"))));
  const title = say("check-in.title");
  return { title, node: el("div.stack.loose", {}, opening(say("check-in.kicker"), title, say("check-in.lede")), form) };
}
