// The end of a session: how it was as a whole.

import { answersOf, numberOf, pointOut, scale } from "../asking.js";
import { button, el, opening } from "../dom.js";
import { say } from "../words.js";

/**
 * Ask how the session was.
 * @param {(fields: ?object) => void} onDone hears the event's fields; null where it is left open
 */
export function finishScreen(onDone) {
  const form = el("form.stack.loose", {
    novalidate: true,
    submit(event) {
      event.preventDefault();
      const { effort, pain_after, note } = answersOf(form);
      const missing = Object.entries({ effort, pain_after }).filter(([, value]) => value === undefined).map(([name]) => name);
      if (missing.length) return pointOut(form, missing);
      const fields = { effort: numberOf(effort), pain_after: numberOf(pain_after) };
      return onDone(note ? { ...fields, note: note.trim() } : fields);
    },
  },
  scale("effort", say("finish.effort"), "effort"),
  scale("pain_after", say("finish.pain"), "pain"),
  el("div.field", {},
    el("label", { for: "note" }, say("finish.note"), " ", el("span.chip", {}, say("ask.optional"))),
    el("textarea", { id: "note", name: "note", rows: 3, maxlength: 2000 })),
  el("div.actions", {}, el("button.button.whole", {}, say("finish.done")), button(say("finish.later"), "bare", () => onDone(null))));
  const title = say("finish.title");
  return { title, node: el("div.stack.loose", {}, opening(say("finish.kicker"), title), form) };
}
