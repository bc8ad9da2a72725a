// Notes walks and habits on this device first, so that nothing is lost without a connection, and hands them over.
// Without this script, or where the browser keeps nothing, the same forms are sent to the server.

import { newEvent, today } from "../event.js";
import { mountSyncState } from "../sync-state.js";
import { flush, start } from "../sync.js";
import { eventsOf } from "./fields.js";
import { store as opening } from "./keeping.js";

const LATEST_MS = 6_000;
const NOTED = "Noted on this device. It goes to your diary when there is a connection.";
const OPEN = "One thing is still open in this form.";

const said = document.querySelector("[data-noted-said]") ?? document.createElement("p");

async function note(store, form) {
  const { elements, dataset } = form;
  const value = (name) => new FormData(form).get(name);
  const valid = [...elements].every((control) => !control.willValidate || control.checkValidity());
  const events = valid ? eventsOf(dataset, value) : null;
  if (!events) {
    // The server says what is missing; without it, this page does.
    if (navigator.onLine) form.submit();
    else say(form, OPEN);
    return;
  }
  const button = form.querySelector("button:not([type])");
  button.disabled = true;
  await store.add(events.map(([kind, fields]) => newEvent(kind, fields)));
  if (dataset.note === "walk_logged") await store.keepSetting("walk-timer", null);
  const late = new Promise((resolve) => setTimeout(resolve, LATEST_MS, null));
  const state = await Promise.race([flush().catch(() => null), late]);
  if (state?.unsaved === 0) {
    location.assign(location.pathname);
    return;
  }
  button.disabled = false;
  form.reset();
  if (dataset.note === "event_retracted") form.closest("li")?.remove();
  say(form, NOTED);
}

// What happened stands beside the form, and is read out.
function say(form, text) {
  const line = form.querySelector("[data-told]") ?? form.appendChild(document.createElement("p"));
  line.dataset.told = "";
  line.className = "small strong";
  line.textContent = text;
  said.textContent = "";
  requestAnimationFrame(() => { said.textContent = text; });
}

async function ready() {
  const store = await opening;
  if (!store) return;
  for (const form of document.querySelectorAll("form[data-note]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      // What cannot be kept here is sent to the server as it is.
      void note(store, form).catch(() => form.submit());
    });
  }
  const host = document.querySelector("[data-sync]");
  await start(store, host ? mountSyncState(host, JSON.parse(host.dataset.phrases)) : undefined);
}

const page = document.querySelector("[data-kept]");
if (page && page.dataset.kept !== today()) document.querySelector("[data-old]").hidden = false;
void ready();
