// The clock of a self-test: up for a hold, down for a time. Without it, a watch and typing do.
import { run } from "./guide/clock.js";
import { makeSounds } from "./guide/sounds.js";

const READY = 5; // seconds to take the position in
const SAID_EVERY = 10; // seconds: a number read out each second would be in the way
const LOUD = 0.7;

const sounds = makeSounds();

// One form: `up` counts a hold and fills it in, `down` tells when the time is over.
function clock(form) {
  const part = (name) => form.querySelector(`[data-${name}]`);
  const [dial, count, word, said, key] = ["dial", "count", "word", "said", "key"].map(part);
  const value = form.querySelector("input[type=number]");
  const up = form.dataset.test === "up";
  const cap = Number(form.dataset.cap);
  let stop = null, begun = 0, shown = null;

  const tell = (seconds) => {
    if (seconds === shown) return;
    shown = seconds;
    if (seconds < 0) sounds.play("count", LOUD);
    if (seconds === 0) sounds.play("work", LOUD);
    const left = up ? seconds : cap - seconds;
    count.textContent = seconds < 0 ? -seconds : left;
    word.textContent = seconds < 0 ? "Take the position" : up ? "Hold, and breathe" : "Go";
    if (seconds === 0 || (seconds > 0 && seconds % SAID_EVERY === 0)) said.textContent = `${left} seconds`;
    if (cap && seconds >= cap) finish(cap);
  };

  const finish = (seconds) => {
    stop?.();
    stop = null;
    shown = null;
    key.textContent = "Start again";
    if (seconds < 0) {
      word.textContent = "Stopped before the clock began.";
      count.textContent = up ? 0 : cap;
      return;
    }
    sounds.play("finish", LOUD);
    if (up) {
      value.value = seconds;
      count.textContent = seconds;
      word.textContent = cap && seconds >= cap ? "That is the end of the test." : "Stopped.";
      said.textContent = `${seconds} seconds`;
    } else {
      count.textContent = Math.max(0, cap - seconds);
      word.textContent = "Time is over. How many were there?";
      said.textContent = word.textContent;
      value.focus();
    }
  };

  const passed = (now) => Math.floor((now - begun) / 1000) - READY;

  key.addEventListener("click", () => {
    if (stop) {
      finish(passed(performance.now()));
      return;
    }
    sounds.wake();
    begun = performance.now();
    key.textContent = "Stop";
    // The rules and the clock together, from whatever place the button was pressed.
    part("stage").scrollIntoView();
    stop = run((now) => tell(passed(now)));
  });
  dial.hidden = false;
}

for (const form of document.querySelectorAll("form[data-test]")) {
  if (form.querySelector("[data-dial]")) clock(form);
}
