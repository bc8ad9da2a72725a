// The player by keyboard, and by the buttons of earphones and lock screens.

/** The keys and what they do; `phrase` names it in words, for the list that the page shows. */
export const KEYS = [
  { key: " ", shown: "key.space", command: "toggle", phrase: "keys.toggle" },
  { key: "ArrowRight", shown: "key.right", command: "next", phrase: "keys.next" },
  { key: "ArrowLeft", shown: "key.left", command: "back", phrase: "keys.back" },
  { key: "d", shown: "key.d", command: "done", phrase: "keys.done" },
  { key: "h", shown: "key.h", command: "hurts", phrase: "keys.hurts" },
];
// These have uses of their own for the keys.
const OWN_KEYS = "input, select, textarea, [contenteditable], [role=slider], [role=radio], dialog[open]";
const PRESSED_BY_SPACE = "button, summary, a[href]";

/**
 * Calls `onCommand` with "toggle", "next", "back", "done" or "hurts" when its key is pressed. Single letters
 * can be turned off (WCAG 2.1.4), as they get in the way of speech input: `letters` says whether they count.
 * @returns {() => void} stops listening
 */
export function listenToKeys(onCommand, letters = () => true) {
  const onKey = (event) => {
    const found = KEYS.find(({ key }) => key === (event.key.length === 1 ? event.key.toLowerCase() : event.key));
    if (!found || event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const at = event.target instanceof Element ? event.target : document.body;
    if (at.closest(OWN_KEYS) || (event.key === " " && at.closest(PRESSED_BY_SPACE))) return;
    if (/^[a-z]$/.test(found.key) && !letters()) return;
    event.preventDefault();
    onCommand(found.command);
  };
  document.addEventListener("keydown", onKey);
  return () => document.removeEventListener("keydown", onKey);
}

const MEDIA = { play: "start", pause: "pause", nexttrack: "next", previoustrack: "back" };
// A browser gives the media keys only to a page that plays something, and this is nothing, for six seconds.
const SILENCE = new URL("../../silence.flac", import.meta.url);

/**
 * Takes the media keys while a session is under way: calls `onCommand` with "start", "pause", "next", "back".
 * @returns {{playing: (on: boolean, title?: string) => void, stop: () => void}}
 */
export function takeMediaKeys(onCommand) {
  const session = navigator.mediaSession;
  if (!session) return { playing() {}, stop() {} };
  const silence = new Audio();
  silence.loop = true;
  silence.preload = "none";
  silence.src = SILENCE.href;
  for (const [action, command] of Object.entries(MEDIA)) session.setActionHandler(action, () => onCommand(command));
  return {
    playing(on, title = "") {
      if (title) session.metadata = new MediaMetadata({ title });
      session.playbackState = on ? "playing" : "paused";
      // Without a touch before it the browser refuses; the keys are a comfort, not a need.
      if (on) silence.play().catch(() => {});
      else silence.pause();
    },
    stop() {
      silence.pause();
      silence.removeAttribute("src");
      for (const action of Object.keys(MEDIA)) session.setActionHandler(action, null);
      session.playbackState = "none";
    },
  };
}
