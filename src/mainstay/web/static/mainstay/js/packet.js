// A packet as the pages use it, from what travelled: guide/packet/folding.py says what was said once.

/** Give every line its own answers, and the beats of each of its repetitions. */
export function unfolded({ answers, ...packet }) {
  if (!answers) return packet;
  const lines = Object.entries(packet.lines).map(([key, line]) => [key, lineOf(line, answers)]);
  return { ...packet, lines: Object.fromEntries(lines) };
}

function lineOf({ reps, ...line }, answers) {
  const told = (places) => Object.fromEntries(Object.entries(places).map(([kind, place]) => [kind, answers[place]]));
  const times = Array.from({ length: reps }, (_, turn) => turn + 1);
  const beats = times.flatMap((rep) => line.beats.map((beat) => ({ ...beat, rep })));
  return { ...line, hurts: told(line.hurts), begun: told(line.begun), beats };
}
