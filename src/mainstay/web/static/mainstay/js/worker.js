// The service worker. The server puts the constant MAINSTAY before this text: the version, the addresses to
// keep, and the shell's. It keeps the shell of a session with all that it loads, the book of lessons, the
// figures, and the pages of walk, breaks and habits as they were last seen, until the store forgets
// (js/store.js). It keeps no other page and no answer that is about the person (the packets of the days lie
// in IndexedDB).

const SHELL_CACHE = `mainstay-shell-${MAINSTAY.version}`;
const FIGURES = "mainstay-figures";
const KEPT = new Set(MAINSTAY.keep);
const PAGES = `mainstay-pages-${MAINSTAY.version}`;
const BETWEEN = /^\/(walk|breaks|habits)\/([a-z-]+\/)?$/;
const FIGURE = /^\/(library|lessons|habits)\/[^/]+\/.+\.(json|svg)$/;
const LESSON = /^\/lessons\/(?:([a-z-]+)\/)?$/;

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => {
  if (event.data === "take over") event.waitUntil(takeOver());
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (BETWEEN.test(url.pathname)) event.respondWith(between(request, url));
  else if (request.mode === "navigate") event.respondWith(page(request, url));
  else if (KEPT.has(url.pathname)) event.respondWith(part(event, url));
  else if (FIGURE.test(url.pathname) && url.searchParams.has("v")) event.respondWith(figure(request, url));
});

// All or nothing: a shell with a part missing would be worse than none.
async function install() {
  const cache = await caches.open(SHELL_CACHE);
  await Promise.all(MAINSTAY.keep.map(async (address) => {
    const answer = await fetch(address, { cache: "no-cache" });
    // Behind a login the shell may be a page that asks for it.
    if (!answer.ok || answer.redirected) throw new Error(`${address}: ${answer.status}`);
    await cache.put(address, answer);
  }));
  await keepPictures();
  await takeOver();
}

// The lessons' pictures; a lesson can be read without them.
async function keepPictures() {
  const cache = await caches.open(FIGURES);
  await Promise.allSettled(MAINSTAY.pictures.map(async (address) => {
    if (!(await cache.match(address))) await cache.add(address);
  }));
}

// A session that runs keeps the version it began with: its scripts fit its page.
async function takeOver() {
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  if (!open.some((client) => new URL(client.url).pathname === MAINSTAY.shell)) await self.skipWaiting();
}

async function activate() {
  const versioned = (await caches.keys()).filter((name) => /^mainstay-(shell|pages)-/.test(name));
  const old = versioned.filter((name) => name !== SHELL_CACHE && name !== PAGES);
  await Promise.all(old.map((name) => caches.delete(name)));
  await clients.claim();
}

// The shell comes from the device, so that it is there at once and of one version with its scripts. Other
// pages come from the server; where that cannot be reached, lessons are read in the book of them all, and for
// the rest training is what still works.
async function page(request, url) {
  if (url.pathname === MAINSTAY.shell) return (await kept(url)) ?? fetch(request);
  try {
    return await fetch(request);
  } catch {
    if (url.pathname === MAINSTAY.book) return (await kept(url)) ?? Response.redirect(MAINSTAY.shell, 302);
    const lesson = LESSON.exec(url.pathname);
    return Response.redirect(lesson ? `${MAINSTAY.book}#${lesson[1] ?? "main"}` : MAINSTAY.shell, 302);
  }
}

// The pages of walk, breaks and habits: from the server, or else as they were last seen.
async function between(request, url) {
  const cache = await caches.open(PAGES);
  try {
    const answer = await fetch(request);
    // Behind a login it may be a page that asks for it; a search is another state of the page.
    if (answer.ok && !answer.redirected && !url.search) await cache.put(url.pathname, answer.clone());
    return answer;
  } catch {
    return (await cache.match(url.pathname)) ?? Response.redirect(MAINSTAY.shell, 302);
  }
}

// Scripts, styles and signs: for the shell those of its version; for other pages the newest there are.
async function part({ request, clientId }, url) {
  const client = clientId ? await clients.get(clientId) : null;
  const forShell = client && new URL(client.url).pathname === MAINSTAY.shell;
  const mine = await kept(url);
  if (forShell && mine) return mine;
  return fetch(request).catch(() => mine ?? Response.error());
}

// A figure's address names its version, so a kept one is right for good; it takes the place of the one before.
async function figure(request, url) {
  const cache = await caches.open(FIGURES);
  const mine = await cache.match(request);
  if (mine) return mine;
  try {
    const answer = await fetch(request);
    if (answer.ok) {
      await cache.delete(url.pathname, { ignoreSearch: true });
      await cache.put(request, answer.clone());
    }
    return answer;
  } catch {
    return (await cache.match(url.pathname, { ignoreSearch: true })) ?? Response.error();
  }
}

async function kept(url) {
  return (await caches.open(SHELL_CACHE)).match(url.pathname);
}
