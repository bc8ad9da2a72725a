// New events: their ids, their order and their time, whatever the device's clock says.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import * as events from "../../src/mainstay/web/static/mainstay/js/event.js";

const { localTime, newEvent, newId, setSkew, skewOf } = events;
const DAY_MS = 86_400_000;
const UUID7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const clock = Date.now;

afterEach(() => {
  Date.now = clock;
  setSkew(0);
  delete process.env.TZ;
});

const at = (iso) => { Date.now = () => Date.parse(iso); };

test("an event has an id of version 7, its time and its fields, and nothing that was not asked", () => {
  at("2031-01-01T08:00:00.123Z");
  const event = newEvent("day_checked_in", { pain_now: 0, symptom: undefined });
  assert.deepEqual(Object.keys(event), ["id", "kind", "at", "pain_now"]);
  assert.match(event.id, UUID7);
  assert.equal(parseInt(event.id.replace("-", "").slice(0, 12), 16), Date.parse("2031-01-01T08:00:00.123Z"));
});

test("a thousand events of one moment keep the order in which they were made, by time and by id", () => {
  at("2032-01-01T08:00:00Z");
  const made = Array.from({ length: 1500 }, () => newEvent("walk_logged"));
  const sorted = (of) => made.map(of).every((value, place, all) => place === 0 || all[place - 1] < value);
  assert.ok(sorted(({ at: time }) => time));
  assert.ok(sorted(({ id }) => id));
});

test("ids are not made twice", () => {
  assert.equal(new Set(Array.from({ length: 20_000 }, () => newId())).size, 20_000);
});

test("a clock that goes back a little puts no event before the one that it follows", () => {
  at("2033-01-01T08:00:10Z");
  const first = newEvent("walk_logged");
  at("2033-01-01T08:00:05Z");
  assert.ok(newEvent("walk_logged").at > first.at);
});

for (const days of [1, -1, 400]) {
  test(`a clock that is ${days} days off is put right by what the server said`, () => {
    const real = Date.parse("2034-03-02T08:00:00Z");
    Date.now = () => real + days * DAY_MS;
    setSkew(skewOf("2034-03-02T08:00:00.100+00:00", Date.now() - 100, Date.now() + 300));
    assert.equal(Date.parse(newEvent("walk_logged").at), real);
    assert.equal(events.today(), localTime(real).slice(0, 10));
  });
}

for (const [zone, shown] of [
  ["Europe/London", "2026-07-01T00:30:00.000007+01:00"],
  ["Asia/Kolkata", "2026-07-01T05:00:00.000007+05:30"],
  ["America/St_Johns", "2026-06-30T21:00:00.000007-02:30"],
  ["Pacific/Kiritimati", "2026-07-01T13:30:00.000007+14:00"],
]) {
  test(`the time is that of a clock on the wall in ${zone}`, () => {
    process.env.TZ = zone;
    assert.equal(localTime(Date.parse("2026-06-30T23:30:00Z"), 7), shown);
  });
}
