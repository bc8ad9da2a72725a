// The morning question: one number, before anything else.

import { answersOf, numberOf, scale } from "../asking.js";
import { button, el, opening } from "../dom.js";
import { say } from "../words.js";

/**
 * Ask how it is the morning after.
 * @param {{ask: string}} morning
 * @param {(pain: ?number) => void} onTold hears the number, or null where it was left open
 */
export function morningScreen(morning, onTold) {
  const form = el("form.stack.loose", {
    novalidate: true,
    submit(event) {
      event.preventDefault();
      onTold(numberOf(answersOf(form).pain));
    },
  },
  scale("pain", morning.ask, "pain", { hint: say("morning.hint") }),
  el("div.actions", {}, el("button.button.whole", {}, say("ask.go-on"))));
  return {
    title: say("morning.title"),
    node: el("div.stack.loose", {}, opening(say("morning.kicker"), say("morning.title"), say("morning.lede")), form,
      el("div.actions", {}, button(say("morning.later"), "bare", () => onTold(null)))),
  };
}
