// Lets the figure of an exercise move on its page, when the person presses play.
//
// Without this script the still picture stays; where less motion is asked for, the storyboard does.
import { mount } from "./figure.js";

const HOLD = 2; // seconds for which a hold is shown; a real one may last half a minute
const LONGEST = 0.1; // seconds: a page that was asleep goes on from where it was

// Where the movement is: at a stop's way (`seconds` into it), then holding there if it is held.
function walker(stops) {
  let stop = 0, spent = 0;
  const whole = () => stops[stop].seconds + (stops[stop].holds ? HOLD : 0);
  return {
    forward(seconds) {
      for (spent += seconds; spent >= whole();) {
        spent -= whole();
        stop = (stop + 1) % stops.length;
      }
    },
    get place() {
      const { seconds } = stops[stop];
      return { stop, share: Math.min(1, spent / seconds), holding: spent > seconds };
    },
  };
}

// Runs `step` with the seconds since the picture before, until it is told to stop.
function clock(step) {
  let asked = 0, before = 0;
  const tick = (now) => {
    step(Math.min(LONGEST, before ? (now - before) / 1000 : 0));
    before = now;
    asked = requestAnimationFrame(tick);
  };
  return {
    start() { before = 0; asked ||= requestAnimationFrame(tick); },
    stop() { cancelAnimationFrame(asked); asked = 0; },
    get running() { return asked !== 0; },
  };
}

// Lights the phase that is under way, in a list whose lines say which stops they are for.
function marker(lines) {
  return (stop, holding) => {
    for (const { dataset, classList } of lines) {
      const here = stop >= Number(dataset.first) && stop <= Number(dataset.last);
      classList.toggle("now", here && holding === ("hold" in dataset));
    }
  };
}

async function framesFrom(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
}

const pressed = (key) => key?.getAttribute("aria-pressed") === "true";
const turn = (key) => key.setAttribute("aria-pressed", !pressed(key));

// What plays in a box: loaded at the first `play`, then kept.
function player(box, part, slow, other) {
  const still = part("still"), stage = part("stage"), mark = marker(box.querySelectorAll("[data-first]"));
  let figure = null, way = null, ready = null;
  const load = async () => {
    figure = mount(stage, await framesFrom(box.dataset.moving));
    way = walker(figure.stops);
  };
  const time = clock((seconds) => {
    way.forward(pressed(slow) ? seconds / 2 : seconds);
    const { stop, share, holding } = way.place;
    figure.at(stop, share);
    mark(stop, holding);
  });
  const show = (moving) => {
    still.hidden = moving;
    stage.hidden = !moving;
  };
  const face = () => {
    figure?.mirror(pressed(other));
    still.classList.toggle("mirrored", pressed(other));
  };
  return {
    face,
    get running() { return time.running; },
    async load() {
      ready ||= load();
      await ready.catch((error) => { ready = null; throw error; });
      face();
    },
    play() { show(true); time.start(); },
    pause() { time.stop(); },
    rest() { time.stop(); show(false); mark(-1, false); },
  };
}

function offer(box, quiet) {
  const part = (name) => box.querySelector(`[data-${name}]`);
  const [keys, play, slow, other, word, trouble] = ["keys", "play", "slow", "other", "word", "trouble"].map(part);
  const film = player(box, part, slow, other);
  const tell = () => {
    word.textContent = film.running ? "Pause" : "Play";
    play.classList.toggle("is-running", film.running);
  };
  const start = async () => {
    try {
      await film.load();
      trouble.textContent = "";
      if (!quiet.matches) film.play();
    } catch {
      trouble.textContent = "The movement could not be loaded. Check the connection, then press play again.";
    }
  };
  const settle = () => {
    keys.hidden = quiet.matches;
    if (quiet.matches) film.rest();
    tell();
  };
  play.addEventListener("click", async () => {
    if (film.running) film.pause(); else await start();
    tell();
  });
  slow.addEventListener("click", () => turn(slow));
  other?.addEventListener("click", () => { turn(other); film.face(); });
  quiet.addEventListener("change", settle);
  settle();
}

const quiet = matchMedia("(prefers-reduced-motion: reduce)");
for (const box of document.querySelectorAll("[data-moving]")) offer(box, quiet);
