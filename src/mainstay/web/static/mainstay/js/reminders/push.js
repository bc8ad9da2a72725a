// A part of the service worker: shows a reminder that was pushed, and hands over what is pressed on it. It
// works while no page is open and nobody is signed in: the message brings the word that answers it.

const ANSWERS = ["later", "not_today"];

self.addEventListener("push", (event) => event.waitUntil(remind(event.data)));
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(event.action ? reply(event.notification, event.action) : show(event.notification.data?.url));
});

// A browser that has been pushed to wants something to be shown, whatever it was.
async function remind(data) {
  const { words, icon } = MAINSTAY.reminders;
  const told = read(data);
  await self.registration.showNotification(told.title ?? words.name, {
    body: told.body ?? words.something,
    // A second copy takes the place of the first, without a sound.
    tag: told.key ?? "mainstay",
    icon,
    lang: "en-GB",
    data: { url: told.url, answer: told.answer },
    actions: told.answer ? ANSWERS.map((action) => ({ action, title: words[action] })) : [],
  });
}

function read(data) {
  try {
    return data?.json() ?? {};
  } catch {
    return {};
  }
}

async function reply({ title, tag, data }, what) {
  const { answer, words, icon } = MAINSTAY.reminders;
  const body = new URLSearchParams({ word: data?.answer ?? "", what });
  const answered = await fetch(answer, { method: "POST", body }).catch(() => null);
  if (answered?.ok) return;
  await self.registration.showNotification(title, { body: words.lost, tag, icon, data: { url: data?.url } });
}

// A session that is under way is brought to the front as it is; any other page goes where the reminder leads.
async function show(path) {
  const asked = new URL(path ?? MAINSTAY.reminders.home, location.origin);
  const url = asked.origin === location.origin ? asked.href : new URL(MAINSTAY.reminders.home, location.origin).href;
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const session = open.find((client) => new URL(client.url).pathname === MAINSTAY.shell);
  if (session) return session.focus();
  const [page] = open;
  if (!page) return clients.openWindow(url);
  const there = await page.navigate(url).catch(() => null);
  return (there ?? page).focus();
}
