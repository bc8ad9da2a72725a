// Signs this browser up for notifications, when the person asks for it and never before.

const form = document.querySelector("[data-browser]");
const able = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;

const plain = document.querySelector("[data-browser-plain]");

if (form && able && isSecureContext) begin(form);
else if (!plain) document.querySelector("[data-browser-not]")?.removeAttribute("hidden");

function begin(host) {
  host.hidden = false;
  // The server cannot always see that a proxy before it speaks https.
  if (plain) plain.hidden = true;
  if (Notification.permission === "denied") {
    host.querySelector("[data-offer]").hidden = true;
    say(host, host.dataset.denied);
  }
  host.addEventListener("submit", (event) => {
    event.preventDefault();
    void signUp(host);
  });
}

async function signUp(host) {
  const button = host.querySelector("button");
  button.disabled = true;
  say(host, host.dataset.asking);
  const problem = await attempt(host).catch(() => host.dataset.failed);
  button.disabled = false;
  if (problem) {
    say(host, problem);
    return;
  }
  location.hash = "ways";
  location.reload();
}

/** Returns what stood in the way, in words; nothing where the server knows this browser now. */
async function attempt(host) {
  if ((await Notification.requestPermission()) !== "granted") return host.dataset.denied;
  await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
  const worker = await navigator.serviceWorker.ready;
  const { key } = await (await fetch(host.dataset.key)).json();
  const told = (await subscription(worker.pushManager, key)).toJSON();
  const body = new FormData(host);
  for (const [name, value] of Object.entries({ endpoint: told.endpoint, ...told.keys })) body.set(name, value);
  const answer = await fetch(host.action, { method: "POST", body });
  return answer.ok ? "" : ((await answer.json()).problem ?? host.dataset.failed);
}

// One that was made for another server's key is of no use: it makes way.
async function subscription(manager, key) {
  const options = { userVisibleOnly: true, applicationServerKey: key };
  try {
    return await manager.subscribe(options);
  } catch (error) {
    if (error.name !== "InvalidStateError") throw error;
    await (await manager.getSubscription())?.unsubscribe();
    return manager.subscribe(options);
  }
}

function say(host, words) {
  host.querySelector("[data-said]").textContent = words;
}
