// The panel that tells what is on this device alone, and what can become of it: sent, kept as a file, or
// dropped knowingly. Its words stand in partials/device.html.

import { today } from "./event.js";
import { flush } from "./sync.js";

/**
 * Makes the panel work.
 *
 * @param {HTMLElement} panel
 * @param {import("./store.js").Store} store
 * @returns {{refresh: () => Promise<number>, ask: (before: string) => void}} `refresh` shows what is unsaved
 *   and gives its number; `ask` brings the panel to the person, because something would clear the device
 */
export function devicePanel(panel, store) {
  const part = (name) => panel.querySelector(`[data-${name}]`);
  const say = (text) => {
    part("told").textContent = text ?? "";
  };

  let before = 0;

  async function refresh() {
    const [waiting, refused] = [await store.waiting(), await store.refused()];
    const number = waiting.length + refused.length;
    const { one, many } = panel.dataset;
    part("count").textContent = number === 0 ? "" : number === 1 ? one : many.replace("{n}", number);
    part("faults").replaceChildren(...refused.flatMap(({ faults = [] }) => faults.map(item)));
    part("faults").hidden = !refused.length;
    for (const name of ["ways", "dropping"]) part(name).hidden = number === 0;
    if (number) panel.hidden = false;
    else if (before) say(panel.dataset.saved);
    before = number;
    return number;
  }

  async function send(diary) {
    await store.retry(diary);
    const { state } = await flush();
    await refresh();
    part("adopt").hidden = state !== "other-diary";
    say(panel.dataset[wordsOf(state)]);
    panel.focus();
  }

  async function drop() {
    if (!part("sure").checked) {
      say(panel.dataset.unsure);
      part("sure").focus();
      return;
    }
    const unsaved = [...(await store.waiting()), ...(await store.refused())];
    await store.drop(unsaved.map((record) => record.id));
    await refresh();
    say(panel.dataset.dropped);
    panel.focus();
  }

  part("send").addEventListener("click", () => send());
  part("adopt").addEventListener("click", adopt);
  part("download").addEventListener("click", async () => download(await unsavedEvents(store)));
  part("drop").addEventListener("click", drop);

  async function adopt() {
    const answer = await fetch("/api/v1/hello");
    if (answer.ok) await send((await answer.json()).diary);
  }

  return {
    refresh,
    ask(before) {
      say(panel.dataset[before === "delete" ? "beforeDelete" : "beforeSignOut"]);
      panel.hidden = false;
      panel.focus();
    },
  };
}

/** The events that are on this device alone, as lines of a diary file. */
async function unsavedEvents(store) {
  const records = [...(await store.waiting()), ...(await store.refused())];
  return records.map((record) => `${JSON.stringify(record.event)}\n`).join("");
}

function wordsOf(state) {
  return { saved: "saved", login: "login", refused: "refused", "other-diary": "otherDiary" }[state] ?? "offline";
}

function download(lines) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([lines], { type: "application/jsonl" }));
  link.download = `mainstay-device-${today()}.jsonl`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function item(text) {
  const made = document.createElement("li");
  made.textContent = text;
  return made;
}
