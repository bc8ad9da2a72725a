// Shows whether what was done is in the diary yet: a sign and a few words, told to screen readers as well.

import { icon } from "./guide/dom.js";

// Shorter than this, "sending" would only flicker.
const STEADY_MS = 700;

const SIGNS = {
  saved: "check",
  sending: "sending",
  waiting: "device",
  offline: "device",
  login: "device",
  refused: "care",
  "not-kept": "care",
  "other-diary": "care",
};
const NEEDS_A_LOOK = new Set(["refused", "other-diary"]);

/**
 * Makes an element show the state of sync.
 *
 * @param {HTMLElement} host gets `role=status`; empty and hidden until there is something to say
 * @param {Object<string, string>} phrases with the keys `sync.<state>` and `sync.look`
 * @returns {(state: import("./sender.js").SyncState) => void} what to call with every state
 */
export function mountSyncState(host, phrases) {
  host.setAttribute("role", "status");
  let timer = 0;
  return ({ state }) => {
    clearTimeout(timer);
    timer = setTimeout(() => show(host, state, phrases), state === "sending" ? STEADY_MS : 0);
  };
}

function show(host, state, phrases) {
  // The same words again would be read out again.
  if (host.dataset.state === state) return;
  host.dataset.state = state;
  const text = document.createElement("span");
  text.textContent = phrases[`sync.${state}`];
  host.replaceChildren(icon(SIGNS[state]), text);
  if (NEEDS_A_LOOK.has(state)) host.append(" ", look(phrases));
  host.hidden = false;
}

function look(phrases) {
  const link = document.createElement("a");
  link.href = "/settings/#device";
  link.textContent = phrases["sync.look"];
  return link;
}
