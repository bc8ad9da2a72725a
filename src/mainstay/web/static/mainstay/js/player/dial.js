// Draws the player's state: the ring and its number, what to do now, what comes then, and the buttons.

const BREATH = { in: "breathe in", out: "breathe out", free: "breathe freely" };
const START = { waiting: "Start", paused: "Go on", running: "Pause", over: "Start" };
const SKIP = { ready: "Start now", work: "End this set", change: "Start now", rest: "End the rest" };

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const side = (view) => (view.side ? `${view.side} side` : "");

/** A number of seconds as the dial shows it: minutes from one minute on. */
export function clockText(seconds) {
  if (seconds < 60) return String(seconds);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** What to do now, in a few words. */
export function sayNow(view) {
  switch (view.kind) {
    case "ready":
      return view.side ? `Get ready, ${side(view)}` : "Get ready";
    case "change":
      return `Now the ${side(view)}`;
    case "rest":
      return "Rest";
    case "over":
      return "Well done";
    default:
      return `${capital(view.name)}, ${view.hold ? "keep breathing" : BREATH[view.breath]}`;
  }
}

/** Where in the exercise this is, or what comes next. */
export function sayThen(view) {
  if (view.kind === "over") return "If you did more or less, put the numbers right below.";
  const set = view.sets > 1 ? `set ${view.set} of ${view.sets}` : "";
  const where = [set, side(view)].filter(Boolean).join(", ");
  return view.kind === "rest" ? `Then ${where}` : capital(where);
}

function numberOf(view) {
  if (view.kind === "over") return "✓";
  return view.counts === "reps" ? String(view.number) : clockText(view.number);
}

function under(view) {
  if (view.kind === "over") return "";
  if (view.kind !== "work" || view.of === null) return "seconds";
  if (view.counts === "reps") return `of ${view.of}`;
  return view.walk ? "left" : `seconds, ${view.rep} of ${view.of}`;
}

// Spoken by a screen reader at each new part, not at every count.
function announce(live, view, text) {
  const part = `${view.kind} ${view.set} ${view.side}`;
  if (live.dataset.at === part) return;
  live.dataset.at = part;
  live.textContent = text;
}

/** Bring an exercise's section in line with the state. */
export function draw(section, state, view, live) {
  const at = (name) => section.querySelector(`[data-${name}]`);
  const begun = state.mode !== "waiting";
  section.dataset.mode = state.mode;
  section.dataset.kind = view.kind;
  at("dial").hidden = !begun;
  at("words").hidden = !begun;
  at("number").textContent = numberOf(view);
  at("of").textContent = under(view);
  at("say").textContent = sayNow(view);
  at("then").textContent = sayThen(view);
  at("sweep").style.strokeDashoffset = String(view.kind === "over" ? 0 : 1 - view.share);
  at("start").textContent = START[state.mode];
  at("controls").hidden = state.mode === "over";
  at("skip").hidden = !begun;
  at("skip").textContent = SKIP[view.kind] ?? "";
  if (begun) announce(live, view, `${sayNow(view)}. ${sayThen(view)}`);
}
