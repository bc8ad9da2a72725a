// The player: gives the session's form a clock. Everything it shows is already in the page, everything it
// records goes into the form's own fields, and the form works without it.

import { keepAwake } from "./player/awake.js";
import { draw } from "./player/dial.js";
import { makeSounds } from "./player/sounds.js";
import { begin, reduce, soundsOf, viewOf } from "./player/state.js";

const TICK = 100;
const form = document.querySelector("[data-player]");
const sections = [...form.querySelectorAll("[data-exercise]")];
const end = form.querySelector("[data-end]");
const sounds = makeSounds(document.querySelector("[data-sound]"));
const part = (name, root = form) => root.querySelector(`[data-${name}]`);

let shown = -1;
let state = null;
let last = 0;
let saving = Promise.resolve();
let saved = "";

const tickIn = (row) => row.querySelector('input[name="done"]');
const rowOf = (section, set, side) =>
  section.querySelector(`[data-set="${set}"][data-side="${side}"]`);

function isDone(section) {
  return [...section.querySelectorAll("[data-set]")].every((row) => tickIn(row).checked);
}

// Sets ticked by hand move the clock's start along, unless it runs already.
function onChange() {
  mark();
  if (!state || state.mode === "running" || state.mode === "paused") return;
  state = fresh(sections[shown]);
  refresh();
}

/** Show one exercise, or the end where there is none left. */
function show(place, focus = true) {
  shown = place;
  const section = sections[place];
  sections.forEach((one) => { one.hidden = one !== section; });
  end.hidden = Boolean(section);
  state = section?.dataset.clock ? fresh(section) : null;
  mark();
  if (state) refresh();
  window.scrollTo(0, 0);
  if (focus) (section ?? end).querySelector("h2").focus({ preventScroll: true });
}

function fresh(section) {
  const ticked = (set, side) => tickIn(rowOf(section, set, side)).checked;
  return begin(JSON.parse(section.dataset.clock), ticked);
}

function mark() {
  form.querySelectorAll("[data-part]").forEach((one, place) => {
    one.className = place === shown ? "here" : isDone(sections[place]) ? "done" : "";
  });
}

function refresh() {
  draw(sections[shown], state, viewOf(state), part("live"));
}

function act(action) {
  const before = state;
  state = reduce(state, action);
  if (state === before) return;
  state.done.slice(before.done.length).forEach(record);
  soundsOf(before, state).forEach(sounds.play);
  if (before.mode !== state.mode) keepAwake(state.mode === "running");
  if (before.mode !== "over" && state.mode === "over") save();
  refresh();
}

/** Tick a set with what was done of it; one that had not begun stays open. */
function record(done) {
  const row = rowOf(sections[shown], done.set, done.side);
  const amounts = { reps: done.reps, hold_seconds: done.hold_seconds };
  if (amounts.reps === 0 || amounts.hold_seconds === 0) return;
  for (const [name, amount] of Object.entries(amounts)) {
    const field = row.querySelector(`[data-number-of="${name}"]`);
    if (field && amount !== null) field.value = amount;
  }
  tickIn(row).checked = true;
  mark();
}

const written = () => new URLSearchParams(new FormData(form)).toString();

// What could not be saved now is tried again with the next change, and sent with the form at the end.
async function send(body) {
  const answer = await fetch(form.action, { method: "POST", body, keepalive: true }).catch(() => null);
  if (!answer?.ok) saved = "";
}

/**
 * Save on the way, so that nothing is lost with the page; the form itself is sent at the end in any case.
 * A page on which nothing has changed keeps quiet: what another page has saved since then stays.
 */
function save() {
  if (written() === saved) return;
  saved = written();
  const body = new FormData(form);
  body.append("quiet", "1");
  saving = saving.then(() => send(body));
}

function onClick(event) {
  const data = event.target.closest("button")?.dataset;
  if (!data) return;
  if ("start" in data) startOrPause();
  if ("skip" in data) act({ type: "next" });
  if ("next" in data) leave(shown + 1);
  if ("back" in data) leave(sections.length - 1);
}

function startOrPause() {
  sounds.wake();
  act({ type: state.mode === "running" ? "pause" : "start" });
  part("how", sections[shown]).open = false;
}

function leave(place) {
  if (state) act({ type: "pause" });
  save();
  show(place);
}

// The form is sent when what was saved on the way has arrived, so that no set is written twice.
async function onSubmit(event) {
  if (form.dataset.sent) return;
  event.preventDefault();
  form.dataset.sent = "1";
  const { submitter } = event;
  await saving;
  // Not within the event itself, where a form does not let itself be sent again.
  setTimeout(() => form.requestSubmit(submitter));
}

function tick() {
  const now = performance.now();
  if (state?.mode === "running") act({ type: "tick", seconds: (now - last) / 1000 });
  last = now;
}

function wire() {
  document.documentElement.classList.add("live");
  document.querySelectorAll("[data-plain]").forEach((one) => { one.hidden = true; });
  document.querySelectorAll("[data-live-only]").forEach((one) => { one.hidden = false; });
  form.addEventListener("click", onClick);
  form.addEventListener("submit", onSubmit);
  form.addEventListener("change", onChange);
  document.addEventListener("visibilitychange", () => { if (document.hidden) save(); });
  last = performance.now();
  setInterval(tick, TICK);
}

saved = written();
wire();
const first = sections.findIndex((section) => section.dataset.clock && !isDone(section));
show(first < 0 ? sections.length : first, false);
