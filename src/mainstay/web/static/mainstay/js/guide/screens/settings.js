// How the session is counted, heard and felt: what is chosen stays on this device.

import { choicesOf, question } from "../asking.js";
import { el } from "../dom.js";
import { MODES } from "../signals.js";
import { say } from "../words.js";

const PACES = ["paced", "self"];

function options(name, legend, choices, chosen, onChoose) {
  const asked = question({ name, legend, choices, chosen, shape: "tiles pairs" });
  asked.addEventListener("change", ({ target }) => onChoose(target.value));
  return asked;
}

function tick(label, checked, onChoose, hint = "") {
  const input = el("input", { type: "checkbox", checked, change: ({ target }) => onChoose(target.checked) });
  return el("label.tile", {}, input, el("span", {}, el("span", {}, label, hint ? el("small", {}, hint) : null)));
}

function volume(value, onChoose) {
  const input = el("input", { type: "range", id: "volume", min: 0, max: 100, step: 5, value: Math.round(value * 100), change: ({ target }) => onChoose(Number(target.value) / 100) });
  return el("div.field", {}, el("label", { for: "volume" }, say("signals.volume")), input);
}

// Browsers find their voices late, often only after the first question for them.
function voices(signals) {
  const host = el("div");
  let shown = null;
  const draw = () => {
    const found = signals.voices();
    const names = found.map(({ name }) => name).join();
    if (names === shown) return;
    shown = names;
    const focused = host.contains(document.activeElement);
    host.replaceChildren(choiceOf(found, signals.settings.voice, (voice) => signals.choose({ voice })));
    if (focused) host.querySelector("select")?.focus();
  };
  draw();
  signals.onVoices(draw);
  return host;
}

function choiceOf(found, chosen, onChoose) {
  if (!found.length) return el("p.quiet.small", {}, say("signals.no-voice"));
  const select = el("select", { id: "voice", change: ({ target }) => onChoose(target.value) },
    found.map(({ name }) => el("option", { value: name, selected: name === chosen }, name)));
  return el("div.field", {}, el("label", { for: "voice" }, say("signals.which-voice")), select);
}

/**
 * Make the panel of settings.
 * @param {object} signals as `signals.js` makes it
 * @param {{settings: object, choose: Function, hearing: boolean, awake: boolean}} player
 */
export function panel(signals, { settings, choose, hearing, awake }) {
  const { mode, volume: loud, haptics } = signals.settings;
  return el("div.stack.loose.more", {},
    options("pace", say("settings.pace"), choicesOf("settings", PACES), settings.pace, (pace) => choose({ pace })),
    options("mode", say("signals.mode"), choicesOf("signals", MODES), mode, (value) => signals.choose({ mode: value })),
    volume(loud, (value) => signals.choose({ volume: value })),
    voices(signals),
    el("div.tiles", {},
      signals.canShake() ? tick(say("signals.haptics"), haptics, (on) => signals.choose({ haptics: on })) : null,
      hearing ? tick(say("listen.ask"), settings.hears, (hears) => choose({ hears }), say("listen.hint")) : null,
      tick(say("keys.letters"), settings.letters, (letters) => choose({ letters }))),
    awake ? null : el("p.quiet.small", {}, say("awake.cannot")));
}
