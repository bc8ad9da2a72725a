// What a page does not need to be shown comes once it has been: getting this device ready, and handing over
// what it has.

const LATEST_MS = 500;

const idle = globalThis.requestIdleCallback ?? ((work) => setTimeout(work, LATEST_MS));
idle(() => void import("./prepare.js"), { timeout: LATEST_MS });
