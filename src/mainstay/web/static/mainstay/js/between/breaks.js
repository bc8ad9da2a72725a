// Two clocks on the page of breaks: two quiet minutes of a movement, and the time of sitting until the next.

import { run } from "../guide/clock.js";
import { kept, keep } from "./keeping.js";
import { ring, wake } from "./ring.js";
import { begin, elapsed, face, read } from "./stopwatch.js";

const SITTING = "sitting-timer";

// The clock's face counts down; rounded up, so that it shows 0:00 when the time is over and not before.
const left = (whole, passed) => face(Math.ceil(Math.max(0, whole - passed) / 1000) * 1000);

function moving(box) {
  const part = (name) => box.querySelector(`[data-${name}]`);
  const [time, way, start, said] = ["time", "way", "start", "said"].map(part);
  const word = start.textContent;
  const whole = Number(box.dataset.seconds) * 1000;
  let stop = null;

  const rest = () => {
    stop?.();
    stop = null;
    time.textContent = left(whole, 0);
    way.style.setProperty("--share", 0);
    start.textContent = word;
  };

  start.addEventListener("click", () => {
    if (stop) {
      rest();
      said.textContent = "Stopped.";
      return;
    }
    wake();
    const watch = begin(Date.now());
    start.textContent = "Stop";
    said.textContent = "Move gently.";
    stop = run(() => {
      const passed = elapsed(watch, Date.now());
      time.textContent = left(whole, passed);
      way.style.setProperty("--share", Math.min(1, passed / whole));
      if (passed < whole) return;
      rest();
      said.textContent = "That was it. Press Done to note it.";
      void ring("That was the break");
    });
  });
  rest();
  box.hidden = false;
}

async function sitting(box) {
  const part = (name) => box.querySelector(`[data-${name}]`);
  const [clock, time, start, end, said] = ["face", "time", "start", "stop", "said"].map(part);
  const whole = Number(box.dataset.minutes) * 60_000;
  let stop = null;

  const rest = (text) => {
    stop?.();
    stop = null;
    void keep(SITTING, null);
    clock.hidden = end.hidden = true;
    start.hidden = false;
    said.textContent = text;
  };

  const count = (watch) => {
    clock.hidden = end.hidden = false;
    start.hidden = true;
    said.textContent = "";
    stop = run(() => {
      const passed = elapsed(watch, Date.now());
      const text = left(whole, passed);
      if (time.textContent !== text) time.textContent = text;
      if (passed < whole) return;
      rest(`${box.dataset.ring}.`);
      void ring(box.dataset.ring);
    });
  };

  start.addEventListener("click", () => {
    wake();
    const watch = begin(Date.now());
    void keep(SITTING, watch);
    count(watch);
    end.focus();
  });
  end.addEventListener("click", () => {
    rest("Not counting any more.");
    start.focus();
  });
  box.hidden = false;
  const watch = read(await kept(SITTING));
  if (watch) count(watch);
}

for (const box of document.querySelectorAll("[data-break]")) moving(box);
for (const box of document.querySelectorAll("[data-sitting]")) void sitting(box);
