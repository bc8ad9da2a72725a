// Finds lessons while one types. The server searches, as it does without this; an answer that does not come
// leaves the page as it is, and the form still works.

const PAUSE_MS = 150;

// What is replaced: what was found, and how much that is, which is read out.
const PARTS = ["[data-told]", "[data-found]"];

/**
 * Shows what the server finds for the words in the form, each time they change.
 *
 * @param {HTMLFormElement} form the search
 */
export function mountSeek(form) {
  const field = form.elements.namedItem("q");
  let waiting = 0;
  let asked = new AbortController();
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    asked.abort();
    asked = new AbortController();
    const { signal } = asked;
    waiting = setTimeout(() => void seek(addressOf(form, field.value), signal), PAUSE_MS);
  });
}

function addressOf(form, words) {
  const address = new URL(form.action || location.href);
  address.search = words.trim() ? new URLSearchParams({ q: words.trim() }).toString() : "";
  return address.href;
}

async function seek(address, signal) {
  const answer = await fetch(address, { signal }).catch(() => null);
  if (!answer?.ok) return;
  const text = await answer.text().catch(() => null);
  if (text === null || signal.aborted) return;
  const page = new DOMParser().parseFromString(text, "text/html");
  const found = PARTS.map((part) => page.querySelector(part));
  if (found.includes(null)) return;
  PARTS.forEach((part, at) => document.querySelector(part).replaceChildren(...found[at].childNodes));
  document.title = page.title;
  history.replaceState(null, "", address);
}

const form = document.querySelector("[data-seek]");
if (form) mountSeek(form);
