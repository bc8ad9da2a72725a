// The timer of a walk: start, pause, finish. It fills in the minutes; noting them stays the person's own doing.

import { run } from "../guide/clock.js";
import { kept, keep } from "./keeping.js";
import { ring, wake } from "./ring.js";
import { begin, elapsed, face, go, minutesOf, pause, read } from "./stopwatch.js";

const NAME = "walk-timer";
const LONGEST_MS = 3 * 3_600_000; // after so long, more likely forgotten than walked

async function timer(box) {
  const part = (name) => box.querySelector(`[data-${name}]`);
  const [time, way, start, rest, finish, drop, cue, said] =
    ["time", "way", "start", "pause", "finish", "drop", "cue", "said"].map(part);
  const minutes = document.querySelector("form[data-note=walk_logged] input[type=number]");
  const whole = Number(box.dataset.minutes) * 60_000;
  let watch = read(await kept(NAME));
  let stop = null;
  let rung = watch !== null && elapsed(watch, Date.now()) >= whole;

  const set = (next) => {
    watch = next;
    void keep(NAME, watch);
    show();
  };

  const tell = () => {
    const passed = watch ? elapsed(watch, Date.now()) : 0;
    const text = face(passed);
    if (time.textContent !== text) time.textContent = text;
    way.style.setProperty("--share", Math.min(1, passed / whole));
    if (rung || !watch || passed < whole) return;
    rung = true;
    said.textContent = `${box.dataset.minutes} minutes. That is the walk for today.`;
    void ring("The minutes are over", { loud: cue.checked });
  };

  const show = () => {
    const running = watch !== null && watch.paused === null;
    start.hidden = running;
    start.textContent = watch ? "Go on" : "Start the timer";
    rest.hidden = !running;
    finish.hidden = drop.hidden = watch === null;
    stop?.();
    stop = running ? run(tell) : null;
    tell();
  };

  start.addEventListener("click", () => {
    wake();
    const begun = watch === null;
    set(begun ? begin(Date.now()) : go(watch, Date.now()));
    if (begun) rung = false;
    said.textContent = begun ? "The timer runs." : "The timer goes on.";
    // The button that was pressed is gone; the one that undoes it stands in its place.
    rest.focus();
  });
  rest.addEventListener("click", () => {
    set(pause(watch, Date.now()));
    said.textContent = "Paused.";
    start.focus();
  });
  finish.addEventListener("click", () => {
    const passed = elapsed(watch, Date.now());
    rung = true;
    set(pause(watch, Date.now()));
    const forgotten = passed > LONGEST_MS;
    minutes.value = forgotten ? "" : minutesOf(passed);
    said.textContent = forgotten ? "The timer ran for hours. How long was the walk?" : `${minutes.value} minutes. Note the walk when you like.`;
    minutes.focus();
    minutes.select();
  });
  drop.addEventListener("click", () => {
    rung = false;
    set(null);
    said.textContent = "The timer is back at the start.";
    start.focus();
  });
  box.hidden = false;
  show();
}

for (const box of document.querySelectorAll("[data-timer]")) void timer(box);
