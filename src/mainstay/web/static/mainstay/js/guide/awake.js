// Keeps the screen on while the clock runs, where the browser can.

let wanted = false;
let lock = null;

/** Whether the browser can keep the screen on. Where it cannot, say so before the session. */
export const canStayAwake = () => "wakeLock" in navigator;

/**
 * Ask for the screen to stay on, or let it go.
 * @returns {Promise<boolean>} whether it is kept on now; it may be refused (a low battery, say)
 */
export async function keepAwake(on) {
  wanted = on;
  if (!on) {
    const held = lock;
    lock = null;
    await held?.release();
    return false;
  }
  if (lock || document.hidden || !canStayAwake()) return Boolean(lock);
  lock = await navigator.wakeLock.request("screen").catch(() => null);
  // Asked for and let go in one breath: it must not stay.
  if (!wanted) return keepAwake(false);
  lock?.addEventListener("release", () => { lock = null; });
  return Boolean(lock);
}

// The browser takes the lock away when the page is hidden; take it again on the way back.
document.addEventListener("visibilitychange", () => {
  if (document.hidden) lock = null;
  else if (wanted) keepAwake(true);
});
