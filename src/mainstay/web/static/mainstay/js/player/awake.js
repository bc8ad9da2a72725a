// Keeps the screen on while the clock runs, where the browser can.

let wanted = false;
let lock = null;

/** Ask for the screen to stay on, or let it go. */
export async function keepAwake(on) {
  wanted = on;
  if (!on) {
    const held = lock;
    lock = null;
    await held?.release();
    return;
  }
  if (lock || document.hidden || !("wakeLock" in navigator)) return;
  // The browser may refuse (a low battery, say); training goes on without it.
  lock = await navigator.wakeLock.request("screen").catch(() => null);
}

// The browser takes the lock away when the page is hidden; take it again on the way back.
document.addEventListener("visibilitychange", () => {
  if (document.hidden) lock = null;
  else if (wanted) keepAwake(true);
});
