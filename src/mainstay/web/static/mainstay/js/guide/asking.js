// Questions as big tiles, like those of the plain pages (partials/tiles.html).

import { el, icon } from "./dom.js";
import { say } from "./words.js";

const POINTS = [...Array(11).keys()];
export const SYMPTOMS = ["none", "ache", "soreness", "sharp", "shooting", "spreading", "numbness", "weakness"];
export const FORMS = ["good", "unsure", "poor"];

function tile(name, { value, label }, place, chosen, isScale) {
  const input = el("input", { type: "radio", name, value, id: place === 0 ? `${name}-first` : null, checked: value === chosen });
  return el("label.tile", {}, input, el("span", {}, isScale ? el("b", {}, value) : null, el("span", {}, label)));
}

/**
 * A question with its answers. `choices` are {value, label}; `shape` is the tiles' class; `hint` and
 * `optional` say more about it.
 */
export function question({ name, legend, choices, hint = "", optional = false, shape = "tiles", chosen = null }) {
  const hinted = hint ? el("p.hint", { id: `${name}-hint` }, hint) : null;
  return el("fieldset.question", { id: name, "aria-describedby": hint ? `${name}-hint` : null },
    el("legend", {}, legend, optional ? [" ", el("span.chip", {}, say("ask.optional"))] : null),
    hinted,
    el(`div.${shape.replaceAll(" ", ".")}`, {}, choices.map((choice, place) => tile(name, choice, place, chosen, shape === "scale"))));
}

/** A question from 0 to 10, a word beside each number. `words` is "pain" or "effort". */
export function scale(name, legend, words, more = {}) {
  const choices = POINTS.map((n) => ({ value: String(n), label: say(`${words}.${n}`) }));
  return question({ name, legend, choices, shape: "scale", ...more });
}

/** The choices of a list of words: `group.word` are their phrases. */
export const choicesOf = (group, words) => words.map((value) => ({ value, label: say(`${group}.${value}`) }));

/** One question a screen, answered by one press that goes on: `choices` as above, `pick` hears the value. */
export function pick(choices, onPick, shape) {
  const keys = choices.map(({ value, label }) =>
    el("button.pick", { type: "button", value, click: () => onPick(value) }, shape === "scale" ? el("b", {}, value) : null, el("span", {}, label)));
  return el(`div.picks.${shape}`, {}, keys);
}

/** The choices of a scale from 0 to 10. */
export const points = (words) => POINTS.map((n) => ({ value: String(n), label: say(`${words}.${n}`) }));

/** What a form says: {name: text} of the fields that were answered. */
export function answersOf(form) {
  return Object.fromEntries([...new FormData(form)].filter(([, value]) => value.trim() !== ""));
}

/** A number that was answered; null where it was left open. */
export const numberOf = (text) => (text === undefined ? null : Number(text));

/**
 * Say which questions are still open, before the form, and move the focus there.
 * @param {HTMLFormElement} form
 * @param {string[]} names the fields that miss an answer
 */
export function pointOut(form, names) {
  form.parentElement.querySelector(".errors")?.remove();
  for (const old of form.querySelectorAll(".fault")) old.remove();
  const links = names.map((name) => {
    const asked = form.querySelector(`#${CSS.escape(name)}`);
    const legend = asked.querySelector("legend, label");
    legend.after(el("p.fault", { id: `${name}-fault` }, icon("care"), say("ask.missing")));
    return el("li", {}, el("a", { href: `#${name}-first` }, legend.firstChild.textContent));
  });
  const title = say(names.length === 1 ? "ask.open.one" : "ask.open.many");
  const box = el("div.errors", { role: "alert", tabindex: "-1" }, el("h2", {}, title), el("ul.plain", {}, links));
  form.before(box);
  box.focus();
}
