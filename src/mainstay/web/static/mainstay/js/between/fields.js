// The events that a form means, read from what it says of itself: `data-fields="minutes:minutes:number"` names
// the control, the field of the event and its type.

const TYPES = { number: Number, text: String };

/**
 * The fields of one event. What was left open is left out.
 *
 * @param {string} plan the form's `data-fields`
 * @param {(name: string) => FormDataEntryValue|null} value the value of a control
 */
export function fieldsOf(plan, value) {
  const told = plan.split(" ").map((line) => line.split(":")).map(([control, field, type]) => [field, value(control), TYPES[type]]);
  return Object.fromEntries(told.filter(([, text]) => text).map(([field, text, read]) => [field, read(text)]));
}

/**
 * The events of a form as [kind, fields], or null where the form has to be answered by the server, which says
 * what is missing: without its first field an event is nothing.
 *
 * @param {{note: string, fields: string, then?: string, thenFields?: string}} form its data attributes
 * @param {(name: string) => FormDataEntryValue|null} value
 */
export function eventsOf({ note, fields, then, thenFields }, value) {
  const first = planned(fields, value);
  if (!first) return null;
  const more = then ? fieldsOf(thenFields, value) : {};
  if (!Object.keys(more).length) return [[note, first]];
  const second = planned(thenFields, value);
  return second ? [[note, first], [then, second]] : null;
}

function planned(plan, value) {
  const told = fieldsOf(plan, value);
  const [, first, type] = plan.split(" ")[0].split(":");
  return first in told && (type !== "number" || Number.isInteger(told[first])) ? told : null;
}
