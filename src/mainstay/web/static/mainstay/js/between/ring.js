// Says that a time is over: a sound, a buzz, the page's title, and a notification where that was allowed before.

import { shake } from "../guide/haptics.js";
import { makeSounds } from "../guide/sounds.js";

const LOUD = 0.7;
const sounds = makeSounds();
const title = document.title;

/** To be called on a touch: browsers let no page sound before. */
export const wake = () => sounds.wake();

/** Rings, with a sound or without; `text` is for the title and for a notification. Nobody is asked for leave. */
export async function ring(text, { loud = true } = {}) {
  if (loud) sounds.play("finish", LOUD);
  shake("triple");
  if (!document.hidden) return;
  document.title = `● ${text}`;
  if (globalThis.Notification?.permission !== "granted") return;
  const worker = await navigator.serviceWorker?.getRegistration();
  await worker?.showNotification(text, { tag: "mainstay-clock", silent: !loud }).catch(() => null);
}

document.addEventListener("visibilitychange", () => {
  if (!document.hidden) document.title = title;
});
