// "This hurts": what it feels like, how much, how hard it had been. One press each, then the coach's answer.

import { choicesOf, pick, points, SYMPTOMS } from "../asking.js";
import { button, el, list, opening } from "../dom.js";
import { fill, say } from "../words.js";

const STEPS = [
  { field: "symptom", title: "hurts.title", lede: "hurts.lede", choices: () => choicesOf("symptom", SYMPTOMS.slice(1)), shape: "words" },
  { field: "pain", title: "hurts.pain", lede: "hurts.pain-hint", choices: () => points("pain"), shape: "scale" },
  { field: "effort", title: "hurts.effort", lede: "", choices: () => points("effort"), shape: "scale" },
];

/**
 * Ask what hurts, one question after the other.
 * @param {object} line the exercise
 * @param {(told: {symptom: string, pain: number, effort: number}) => void} onTold
 * @param {() => void} onBack leaves without having told anything
 */
export function hurtsScreen(line, onTold, onBack) {
  const told = {};
  const node = el("div.stack.loose");
  const ask = (place) => {
    const { field, title, lede, choices, shape } = STEPS[place];
    const onPick = (value) => {
      told[field] = field === "symptom" ? value : Number(value);
      if (place + 1 < STEPS.length) ask(place + 1);
      else onTold(told);
    };
    const back = () => (place ? ask(place - 1) : onBack());
    node.replaceChildren(opening(line.name, say(title), lede ? say(lede) : ""), pick(choices(), onPick, shape),
      el("div.actions", {}, button(say("ask.back"), "bare", back)));
    window.scrollTo(0, 0);
    node.querySelector("h1").focus({ preventScroll: true });
  };
  ask(0);
  return { title: say("hurts.title"), node };
}

const SAFETY = "/safety/";
const ENDS = new Set(["end", "stop"]);

/**
 * What the coach says to it.
 * @param {object} line the exercise that hurts
 * @param {object} answer
 * @param {{holes: object, instead: ?object, left: boolean}} about `holes` are filled in its texts; `left`:
 *   something is left to do
 * @param {{goOn: Function, leave: Function, finish: Function, again: Function}} ways
 */
export function answerScreen(line, answer, { holes, instead, left }, ways) {
  const ends = ENDS.has(answer.move);
  const [why, tips] = [answer.why, answer.tips].map((texts) => texts.map((text) => fill(text, holes)));
  const on = (text, kind = "") => button(say(text), kind, ways.goOn);
  const actions = ends ? [
    answer.move === "stop" ? el("a.button", { href: SAFETY }, say("stopped.action")) : null,
    button(say("hurts.finish"), answer.move === "stop" ? "second" : "", ways.finish),
  ] : answer.over ? [
    left ? on("hurts.go-on") : null,
    button(say("hurts.enough"), left ? "second" : "", ways.finish),
  ] : [
    on("hurts.gently"),
    button(say("hurts.leave"), "second", ways.leave),
    button(say("hurts.again"), "bare", ways.again),
  ];
  return {
    title: answer.title,
    node: el("div.stack.loose", {},
      opening(line.name, answer.title, answer.lede),
      answer.decision || why.length
        ? el(`div.notice.${ends ? "stop" : answer.over ? "care" : "good"}`, {}, el("div", {},
          answer.decision ? el("p.strong", {}, answer.decision) : null, why.map((text) => el("p", {}, text))))
        : null,
      tips.length ? el("section.card", {}, el("h2", {}, say("hurts.tips")), list(tips, "ul")) : null,
      instead ? el("section.card", {}, el("p.kicker", {}, say("hurts.instead")), el("h2", {}, instead.name), el("p", {}, instead.summary)) : null,
      el("div.actions", {}, actions)),
  };
}
