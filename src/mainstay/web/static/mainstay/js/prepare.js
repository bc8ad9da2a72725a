// Makes this device ready for a week without the server: the service worker with the shell, the packets of
// today and the next six days, their figures, and the pages of walk, breaks and habits. Loaded by the pages of
// the day; it waits until they are shown.

import { today } from "./event.js";
import { open } from "./store.js";
import { mountSyncState } from "./sync-state.js";
import { fetchPacket, greet, start } from "./sync.js";

const DAYS = 7;
const PAGES = ["/walk/", "/breaks/", "/habits/"];
const FIGURE = /\/(?:library|habits)\/[^"?]+\?v=[^"&]+/g;
const DAY_MS = 86_400_000;
const LATEST_MS = 500;

/** The days that are prepared: today and the next six, as "2026-11-21". */
function daysFrom(first) {
  const noon = Date.parse(`${first}T12:00:00Z`);
  return Array.from({ length: DAYS }, (_, ahead) => new Date(noon + ahead * DAY_MS).toISOString().slice(0, 10));
}

/** The addresses of a packet's figures, each once. */
function figuresOf(packet) {
  const lines = Object.values(packet.lines ?? {});
  const all = lines.flatMap(({ figure, still, storyboard }) => [figure, still, storyboard]);
  return [...new Set(all.filter(Boolean))];
}

/**
 * Fetches what is not on this device yet, day by day, so that a connection that breaks leaves whole days.
 *
 * @param {import("./store.js").Store} store
 * @returns {Promise<number>} how many days can be trained without the server
 */
export async function prepare(store) {
  const hello = await greet();
  if (!hello) return 0;
  const mark = [hello.version, hello.diary, hello.mark, today()].join(" ");
  if ((await store.setting("prepared")) === mark) return DAYS;
  // First, because they are small and the days take the server a while.
  for (const address of PAGES) await keepPage(address);
  let days = 0;
  for (const date of daysFrom(today())) {
    const packet = await fetchPacket(date);
    if (!packet) return days;
    await keepFigures(packet);
    days += 1;
  }
  await store.keepSetting("prepared", mark);
  return days;
}

async function keepFigures(packet) {
  for (const address of figuresOf(packet)) await pass(address);
}

async function keepPage(address) {
  const answer = await pass(address);
  const text = answer?.ok ? await answer.text() : "";
  for (const [figure] of text.matchAll(FIGURE)) await pass(figure);
}

// The service worker keeps figures and pages as they pass; without one there would be no page to show them in.
async function pass(address) {
  return navigator.serviceWorker?.controller ? fetch(address).catch(() => null) : null;
}

/** Registers the service worker and waits until it serves this page; not in a browser that has none. */
async function register() {
  const container = navigator.serviceWorker;
  if (!container) return;
  const registration = await container.register("/sw.js", { updateViaCache: "none" });
  registration.waiting?.postMessage("take over");
  await container.ready;
  if (!container.controller) {
    await new Promise((resolve) => container.addEventListener("controllerchange", resolve, { once: true }));
  }
}

async function begin() {
  // A browser that is not sure of its worker (a private window) can still hand over what it has.
  const registered = register().catch(() => null);
  const store = await open();
  const host = document.querySelector("[data-sync]");
  await start(store, host ? mountSyncState(host, JSON.parse(host.dataset.phrases)) : undefined);
  // The cards of walk and breaks note on the device first, once this page is at rest.
  if (document.querySelector("form[data-note]")) await import("./between/noting.js");
  await registered;
  await navigator.storage?.persist?.();
  await prepare(store);
}

const idle = globalThis.requestIdleCallback ?? ((work) => setTimeout(work, LATEST_MS));
if (globalThis.document) idle(() => void begin(), { timeout: LATEST_MS });
