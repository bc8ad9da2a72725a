// The worker's part for reminders in a world of stubs. In: {script, cases}; a case has `data` (the text that is
// pushed), `pages` (the addresses that are open) and `url` (that of the notification that is clicked, or null).
// Out, for each: what was shown, and what was done about windows.

import { readFileSync } from "node:fs";
import vm from "node:vm";

const { script, cases } = JSON.parse(readFileSync(0, "utf8"));
const MAINSTAY = {
  shell: "/train/",
  reminders: { answer: "/reminders/answer/", home: "/today/", icon: "i.png", words: { name: "Mainstay", something: "Something." } },
};

function page(url, done) {
  return {
    url,
    focus: async () => done.push(["focus", url]),
    navigate: async (to) => {
      done.push(["navigate", to]);
      return page(to, done);
    },
  };
}

async function played({ data, pages, url }) {
  const [shown, done, heard, waits] = [[], [], {}, []];
  const self = {
    registration: { showNotification: async (title, { body, tag, actions }) => shown.push({ title, body, tag, actions }) },
    addEventListener: (kind, hear) => { heard[kind] = hear; },
  };
  const clients = {
    matchAll: async () => pages.map((address) => page(address, done)),
    openWindow: async (to) => done.push(["open", to]),
  };
  const location = { origin: "https://coach.example" };
  vm.runInNewContext(readFileSync(script, "utf8"), { self, clients, location, MAINSTAY, URL, URLSearchParams });
  const waitUntil = (work) => waits.push(work);
  if (data !== undefined) heard.push({ data: data === null ? null : { json: () => JSON.parse(data) }, waitUntil });
  else heard.notificationclick({ action: "", notification: { close() {}, data: { url } }, waitUntil });
  await Promise.all(waits);
  return { shown, done };
}

process.stdout.write(JSON.stringify(await Promise.all(cases.map(played))));
