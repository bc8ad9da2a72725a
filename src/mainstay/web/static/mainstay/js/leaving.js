// Signing out clears this device, and deleting everything leaves nothing to send to: neither happens while
// something is on this device alone, before the person has said what becomes of it.

import { devicePanel } from "./device.js";
import { open } from "./store.js";
import { start } from "./sync.js";

const host = document.querySelector("[data-device]");
const ready = host ? begin(host) : Promise.resolve();

for (const form of document.querySelectorAll("[data-leaving]")) {
  // Held back at once: whether something is unsaved is known a moment later.
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void leave(form);
  });
}

async function begin(panel) {
  const store = await open();
  const device = devicePanel(panel, store);
  // A link leads to the panel, which was hidden when the browser went there.
  if ((await device.refresh()) && location.hash === `#${panel.id}`) panel.focus();
  void start(store, () => void device.refresh());
  return { store, device };
}

async function leave(form) {
  const { store, device } = await ready.catch(() => ({}));
  if (device && (await device.refresh()) > 0) {
    device.ask(form.dataset.leaving);
    return;
  }
  if (store && form.dataset.leaving === "sign-out") await signOut(form, store);
  else form.submit();
}

// What is on this device is personal: it goes once the person is signed out, and not before.
async function signOut(form, store) {
  const answer = await fetch(form.action, { method: "POST", body: new FormData(form) }).catch(() => null);
  if (!answer?.ok) {
    form.submit();
    return;
  }
  await store.forgetAll();
  location.assign(answer.url);
}
