// The store of this device, opened once a page; null where the browser keeps nothing, as in some private windows.

import { open } from "../store.js";

/** @type {Promise<import("../store.js").Store|null>} */
export const store = open().catch(() => null);

/** Something that was kept under a name; null where there is nothing. */
export const kept = async (name) => (await store)?.setting(name).catch(() => null) ?? null;

/** Keeps something under a name; null forgets it. Where nothing is kept, it lasts as long as the page. */
export const keep = async (name, value) => (await store)?.keepSetting(name, value).catch(() => null);
