// The one driver of the clock. It only says when to look: what time it is, performance.now() knows.

const WATCH_MS = 100;

/**
 * Calls `onTick(now)` with every picture while the page is seen, and some ten times a second by a worker,
 * whose timer goes on in time while the page is hidden. Returns a function that stops it.
 * @param {(now: number) => void} onTick `now` in milliseconds of performance.now()
 */
export function run(onTick) {
  let running = true;
  let last = -WATCH_MS;
  let frame = 0;
  const tick = () => {
    last = performance.now();
    onTick(last);
  };
  const onFrame = () => {
    if (!running) return;
    frame = requestAnimationFrame(onFrame);
    tick();
  };
  const stopWatch = watch(() => {
    if (running && performance.now() - last >= WATCH_MS / 2) tick();
  });
  // Woken after a sleep, the page is right before its next picture.
  const onSight = () => { if (running) tick(); };
  document.addEventListener("visibilitychange", onSight);
  frame = requestAnimationFrame(onFrame);
  return () => {
    running = false;
    cancelAnimationFrame(frame);
    document.removeEventListener("visibilitychange", onSight);
    stopWatch();
  };
}

// A hidden page's own timers come once a second, after some minutes once a minute; a worker's go on.
function watch(onBeat) {
  try {
    const worker = new Worker(new URL("./ticker.js", import.meta.url));
    worker.onmessage = onBeat;
    worker.postMessage(WATCH_MS);
    return () => worker.terminate();
  } catch {
    const timer = setInterval(onBeat, WATCH_MS);
    return () => clearInterval(timer);
  }
}
