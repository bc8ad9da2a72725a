// From what the player's state says was done to the diary's events. Pure, but for the ids that it is given.

const NUMBERS = ["reps", "hold_seconds", "load_kg"];
const keyOf = (exercise, set, side) => `${exercise}/${set}/${side || ""}`;
const told = (amounts) => Object.fromEntries(NUMBERS.map((name) => [name, amounts[name]]).filter(([, amount]) => amount !== null && amount !== undefined));
const same = (one, other) => NUMBERS.every((name) => (one[name] ?? null) === (other[name] ?? null));

/**
 * The sets that the diary holds of a session, after its corrections.
 *
 * @param {object[]} events the session's events that are on this device
 * @param {object[]} [known] sets that the server told of, each with its event's `id`
 * @returns {Object<string, {id: string, rung: string, amounts: object}>} by exercise, set and side
 */
export function loggedIn(events, known = []) {
  const logged = {};
  const retracted = new Set(events.filter(({ kind }) => kind === "event_retracted").map(({ event }) => event));
  const sets = [...known, ...events.filter(({ kind }) => kind === "set_performed")];
  for (const one of sets) {
    if (retracted.has(one.id)) continue;
    logged[keyOf(one.exercise, one.set, one.side)] = { id: one.id, rung: one.rung, amounts: told(one) };
  }
  return logged;
}

/**
 * What brings the diary in line with a state: a set that was done is written once; one that was put right is
 * taken back and written anew.
 *
 * @param {object} state the reducer's state
 * @param {object} logged what is written already, as `loggedIn` returns it
 * @param {(one: object) => object} lineOf the packet's line of a line of the state
 * @param {(kind: string, fields: object) => object} newEvent
 * @returns {{events: object[], logged: object}}
 */
export function setEvents(state, session, logged, lineOf, newEvent) {
  const events = [];
  const next = { ...logged };
  for (const one of state.lines) {
    const { exercise } = one;
    const line = lineOf(one);
    for (const { set, side, done } of one.sets) {
      const at = keyOf(exercise, set, side);
      const known = next[at];
      if (known && done && same(known.amounts, done)) continue;
      if (known) events.push(newEvent("event_retracted", { session, event: known.id }));
      delete next[at];
      if (!done) continue;
      const rung = known?.rung ?? line.rung;
      const fields = { session, exercise, rung, set, ...(side ? { side } : {}), ...told(done), target: told(line.targets) };
      const event = newEvent("set_performed", fields);
      events.push(event);
      next[at] = { id: event.id, rung, amounts: told(done) };
    }
  }
  return { events, logged: next };
}

/**
 * A plan with another item: right behind the exercise where it stays (it was stopped, or some of it was
 * done), else in its place.
 */
export function planWith(plan, exercise, item, stays) {
  const put = (one) => (one.exercise !== exercise ? [one] : stays ? [one, item] : [item]);
  return { ...plan, blocks: plan.blocks.map((block) => ({ ...block, items: block.items.flatMap(put) })) };
}
