// New events of the diary, made on this device: an id of their own, and the time on the person's clock.

const STEADY_MS = 60_000;

/** The device's clock, put right by what the server said. `skew` is added to it, in milliseconds. */
const clock = { skew: 0, lastMs: 0, lastMicro: 0, idMs: 0, count: 0 };

/** Sets by how much the device's clock is off, in milliseconds (see `skewOf`). */
export function setSkew(milliseconds) {
  clock.skew = Number.isFinite(milliseconds) ? Math.round(milliseconds) : 0;
}

/**
 * How far a clock is behind the server's, in milliseconds. `now` is the server's time (RFC 3339), said at
 * some moment between `sent` and `got` of the device's clock; the middle is at most half the journey off.
 */
export function skewOf(now, sent, got) {
  return Math.round(Date.parse(now) - (sent + got) / 2);
}

/** The time now, put right, as a Date. */
export function now() {
  return new Date(Date.now() + clock.skew);
}

/** The person's calendar day, as "2026-11-21". */
export function today() {
  return localTime(now().getTime()).slice(0, 10);
}

/**
 * A new event: `id` (UUIDv7), `kind`, `at` (local time with its offset) and the fields of the kind; what is
 * undefined is left out. Events of one page come in the order in which they are made, within a millisecond too.
 */
export function newEvent(kind, fields = {}) {
  const [ms, micro] = moment();
  const event = { id: newId(ms), kind, at: localTime(ms, micro) };
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) event[name] = value;
  return event;
}

/** A new UUIDv7 for something that is no event, such as a session. */
export function newId(ms = moment()[0]) {
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  // RFC 9562, 6.2: a counter keeps ids of one millisecond in order; it begins low, to have room to count.
  clock.count = ms === clock.idMs ? clock.count + 1 : bytes[8] & 0x7f;
  clock.idMs = ms;
  bytes[0] = (bytes[0] & 0x3f) | 0x80;
  const tail = [...bytes.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const head = ms.toString(16).padStart(12, "0");
  const count = (0x7000 | (clock.count & 0xfff)).toString(16);
  return `${head.slice(0, 8)}-${head.slice(8)}-${count}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}

// Two events of one millisecond are a microsecond apart. A clock that goes back a little does not put an
// event before the one it follows; one that is put right by more than that is believed.
function moment() {
  const ms = now().getTime();
  const back = clock.lastMs - ms;
  if (back >= 0 && back < STEADY_MS) {
    clock.lastMicro += 1;
    if (clock.lastMicro === 1000) [clock.lastMs, clock.lastMicro] = [clock.lastMs + 1, 0];
  } else {
    [clock.lastMs, clock.lastMicro] = [ms, 0];
  }
  return [clock.lastMs, clock.lastMicro];
}

/** A moment as the person's clock shows it, with the offset of that moment: "2026-11-21T07:30:00.000000+01:00". */
export function localTime(ms, micro = 0) {
  const minutes = -new Date(ms).getTimezoneOffset();
  const shown = new Date(ms + minutes * 60_000).toISOString().slice(0, -1);
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map(two);
  return `${shown}${String(micro).padStart(3, "0")}${minutes < 0 ? "-" : "+"}${hours}:${rest}`;
}

function two(number) {
  return String(number).padStart(2, "0");
}
