// What comes after a session: the coach's decisions, once the diary has all of it, and the next day of training.

import { flush } from "../sync.js";
import { nextTraining } from "./day.js";

const DAYS_AHEAD = 6;
const DAY_MS = 86_400_000;

/** The decisions of a session's day; null where the server has not heard everything, or cannot be asked. */
export async function decisionsOf(session) {
  const { state } = await flush().catch(() => ({ state: "offline" }));
  if (state !== "saved") return null;
  const answer = await fetch("/api/v1/decisions").catch(() => null);
  if (!answer?.ok) return null;
  return (await answer.json()).filter(({ date }) => date === session.record.date);
}

/** The date of the next day on which there is something to train, as far as this device knows; or null. */
export async function nextDate(store, date) {
  const noon = Date.parse(`${date}T12:00:00Z`);
  const dates = Array.from({ length: DAYS_AHEAD }, (_, ahead) => new Date(noon + (ahead + 1) * DAY_MS).toISOString().slice(0, 10));
  return nextTraining(await Promise.all(dates.map((one) => store.packet(one))));
}
