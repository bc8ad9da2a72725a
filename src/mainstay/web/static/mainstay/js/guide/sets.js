// The sets of an exercise to put right: a tick each, and its numbers with a step down and a step up.

import { el } from "./dom.js";
import { say } from "./words.js";

const NUMBERS = { reps: { step: 1, most: 1000 }, hold_seconds: { step: 1, most: 3600 }, load_kg: { step: 0.5, most: 500 } };
const same = (one, other) => Object.keys(NUMBERS).every((name) => (one?.[name] ?? null) === (other?.[name] ?? null));

function amount(name, label, value, unit) {
  const { step, most } = NUMBERS[name];
  const input = el("input", { type: "number", inputmode: "decimal", min: 0, max: most, step: "any", value, "aria-label": `${label}, ${unit}` });
  const by = (change) => () => {
    input.value = Math.min(most, Math.max(0, Number(input.value) + change));
  };
  const key = (text, word, change) => el("button.step", { type: "button", "aria-label": `${label}: ${say(word)}`, click: by(change) }, text);
  const node = el("span.amount", {}, key("−", "sets.less", -step), input, key("+", "sets.more", step), el("span", { "aria-hidden": "true" }, unit));
  return { node, read: () => Number(input.value.replace(",", ".")) };
}

function row(line, one) {
  const label = [say("sets.set", { set: one.set }), one.side ? say(`side.${one.side}`) : ""].filter(Boolean).join(", ");
  const asked = Object.entries(line.targets).filter(([, value]) => value !== null);
  const tick = el("input", { type: "checkbox", checked: Boolean(one.done) || one.asked });
  const amounts = asked.map(([name, value]) => [name, amount(name, label, one.done?.[name] ?? value, say(`sets.${line.counts === "minutes" && name === "reps" ? "minutes" : name}`))]);
  const node = el("div.set", {}, el("label.tile", {}, tick, el("span", {}, label)), el("div.amounts", {}, amounts.map(([, { node: part }]) => part)));
  const read = () => {
    const done = { reps: null, hold_seconds: null, load_kg: null };
    for (const [name, field] of amounts) done[name] = field.read();
    return tick.checked ? done : null;
  };
  return { node, one, read };
}

/**
 * Make the list of an exercise's sets.
 * @param {object} line the packet's line
 * @param {object} state the line in the player's state
 * @returns {{node: HTMLElement, done: number, unseen: number, asPlanned: boolean, changes: () => object[]}}
 *   `changes` are the sets that are to be put right, as the player's action wants them
 */
export function makeSets(line, state) {
  const rows = state.sets.map((one) => row(line, one));
  const unseen = state.sets.filter((one) => one.asked).length;
  const asPlanned = state.sets.every(({ done }) => done && same(done, { reps: null, hold_seconds: null, load_kg: null, ...line.targets }));
  const node = el("details.card.flat", { open: unseen > 0 || !asPlanned },
    el("summary", {}, say("sets.title")), el("div.sets", {}, rows.map((one) => one.node)));
  const changes = () => rows
    .map(({ one, read }) => ({ one, done: read() }))
    .filter(({ one, done }) => one.asked || Boolean(one.done) !== Boolean(done) || (done && !same(one.done, done)))
    .map(({ one, done }) => ({ set: one.set, side: one.side, done }));
  return { node, unseen, asPlanned, changes, done: state.sets.filter(({ done }) => done).length };
}
