// After an exercise: as planned by one press, or the sets put right; how hard it was and how much it hurt.

import { answersOf, choicesOf, FORMS, numberOf, pointOut, question, scale, SYMPTOMS } from "../asking.js";
import { el, opening } from "../dom.js";
import { makeSets } from "../sets.js";
import { count, say } from "../words.js";

const TOLD = ["effort", "pain", "symptom", "form"];

// Half a rating says too little: with any answer come the two that it needs.
const missingIn = (told) => (TOLD.some((name) => name in told) ? ["effort", "pain"].filter((name) => !(name in told)) : []);

/**
 * Ask how an exercise was.
 *
 * @param {object} session
 * @param {number} place the exercise's place in the session
 * @param {{onDone: (fields: object) => void, next: ?object}} then `fields` is empty where nothing was told;
 *   `next` is the line that follows
 */
export function rateScreen(session, place, { onDone, next }) {
  const one = session.state.lines[place];
  const line = session.line(one.key);
  const sets = makeSets(line, one);
  const questions = line.rates ? [
    scale("effort", say("rate.effort"), "effort"),
    scale("pain", say("rate.pain"), "pain"),
    el("details", {}, el("summary", {}, say("ask.more")), el("div.stack.loose.more", {},
      question({ name: "symptom", legend: say("ask.feeling"), choices: choicesOf("symptom", SYMPTOMS), optional: true }),
      question({ name: "form", legend: say("ask.form"), choices: choicesOf("form", FORMS), optional: true, shape: "tiles three" }))),
  ] : [];
  const submit = (event) => {
    event.preventDefault();
    const told = answersOf(form);
    const missing = missingIn(told);
    if (missing.length) return pointOut(form, missing);
    for (const change of sets.changes()) session.act({ type: "set", place, ...change });
    const fields = Object.fromEntries(TOLD.filter((name) => name in told).map((name) => [name, told[name]]));
    for (const name of ["effort", "pain"]) if (name in fields) fields[name] = numberOf(fields[name]);
    return onDone(fields);
  };
  const form = el("form.stack.loose", { novalidate: true, submit }, sets.node, questions,
    el("div.actions.sticky", {}, el("button.button.whole", {}, say(sets.asPlanned ? "rate.as-planned" : "ask.go-on"))));
  const lede = next ? say("rate.next", { name: next.name }) : say("rate.last");
  const title = sets.unseen ? say("rate.unseen") : say("rate.title", { name: line.name });
  return { title, node: el("div.stack.loose", {}, opening(count("rate.done", sets.done), title, sets.unseen ? say("rate.unseen-lede") : lede), form) };
}
