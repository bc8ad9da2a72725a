// Finding the way through the packet of a day. Every step was decided by the coach beforehand; here it is
// only looked up. Pure.

const NOT_ASKED = "-";
// One character a number, so that a row of eleven answers is a word of eleven letters.
const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const LETTERS = { no: "n", yes: "y", unsure: "u" };
const asked = (number) => (number === null || number === undefined ? NOT_ASKED : String(number));

/**
 * What follows from the answers before training.
 *
 * @param {object} packet
 * @param {{morning: ?number, safety: Object<string, string>, symptom: ?string, usual: ?number, pain: number}} told
 * @returns {{halt: ?object, session: ?object, mode: string, notes: string[]}} what must be done first, or
 *   what is trained; both null on a day without a session
 */
export function outcomeOf(packet, told) {
  const group = packet.after_morning[asked(told.morning)];
  const letters = packet.safety.map(({ id }) => LETTERS[told.safety[id]]).join("");
  const place = packet.after_safety[group][letters];
  if (place < 0) return { halt: packet.halts[-place - 1], session: null, mode: "locked", notes: [] };
  const row = packet.check_ins[place][told.symptom ?? ""][asked(told.usual)];
  const outcome = packet.outcomes[DIGITS.indexOf(row[told.pain])];
  const of = (things, index) => (index === null || index === undefined ? null : things[index]);
  return {
    halt: of(packet.halts, outcome.halt),
    session: of(packet.sessions, outcome.session),
    mode: outcome.mode,
    notes: outcome.notes ?? [],
  };
}

/**
 * What the coach says to "this hurts".
 *
 * @param {object} packet
 * @param {object} line the line that hurts
 * @param {{symptom: string, pain: number, usual: ?number, reds: number, begun: boolean}} told `reds`: how many
 *   other exercises of the session were red; `begun`: whether a set of this one is done
 */
export function answerOf(packet, line, told) {
  const letter = packet.feel[line.feel][asked(told.usual)][told.symptom][told.pain];
  const answer = (told.begun && line.begun?.[letter]) || line.hurts[letter];
  return told.reds > 0 && answer.red && answer.move !== "stop" ? packet.second_red : answer;
}

/** The line that takes the place of a stopped one: the best that the session does not show yet; or null. */
export function standIn(answer, lines, shown) {
  if (!answer.over || !answer.instead) return null;
  const keys = [answer.instead, ...(answer.others ?? [])];
  return lines[keys.find((key) => !shown.has(lines[key].exercise))] ?? null;
}

/** What fills the holes of an answer: what was told, and from which pain on a rise above the usual counts. */
export function holesOf(packet, told, usual) {
  return { pain: told.pain, usual: usual ?? "", line: packet.feel.line?.[asked(usual)] ?? "" };
}

/**
 * A session without the exercises that were stopped on this device and that the server has not heard of: the
 * packet was made before. Returns the session and the lines that were left out.
 */
export function without(packet, session, halted) {
  const stopped = new Set(halted.map(({ exercise }) => exercise));
  const left = session.lines.filter((key) => stopped.has(packet.lines[key].exercise));
  if (!left.length) return { session, left };
  const stays = ({ exercise }) => !stopped.has(exercise);
  const blocks = session.plan.blocks.map((block) => ({ ...block, items: block.items.filter(stays) }));
  const plan = { ...session.plan, blocks: blocks.filter(({ items }) => items.length) };
  return { session: { ...session, plan, lines: session.lines.filter((key) => !left.includes(key)) }, left };
}

/** The first of some packets' days on which there is something to train; null where none is known. */
export function nextTraining(packets) {
  const found = packets.find((packet) => packet && !packet.gate && !packet.rest && packet.sessions.length);
  return found?.date ?? null;
}
