// Plays days as a browser would, offline: every decision is looked up in a packet by the page's own module.
// Reads {packets, plays} as JSON from the file it is given; writes what came of each play.

import { readFileSync } from "node:fs";

const [module, file] = process.argv.slice(2);
const { answerOf, holesOf, outcomeOf, standIn } = await import(module);
const { packets, plays } = JSON.parse(readFileSync(file, "utf8"));

const LEVELS = "0123456789a";
const filled = (text, holes) => text.replace(/\{(\w+)\}/g, (_, name) => holes[name]);

function begin(packet, told) {
  const { halt, session, mode, notes } = outcomeOf(packet, told);
  return { halt: halt?.title ?? null, plan: session?.plan ?? null, mode, notes, lines: session?.lines ?? [] };
}

function wished(packet, row, step, reds) {
  const line = packet.lines[row.key];
  const key = { swap: line.swaps[step.which % (line.swaps.length || 1)], easier: line.easier, harder: line.harder }[step.wish];
  return key && (step.wish === "easier" || !reds) ? key : null;
}

function play({ packet: place, told, steps }) {
  const packet = packets[place];
  const { lines, ...begun } = begin(packet, told);
  const rows = lines.map((key) => ({ key, over: false, begun: false }));
  const shown = new Set(lines.map((key) => packet.lines[key].exercise));
  const usual = LEVELS.indexOf(packet.levels[told.usual ?? "-"][told.pain]);
  const answers = [];
  let reds = 0;
  for (const step of begun.plan ? steps : []) {
    const open = rows.filter((row) => !row.over);
    if (!open.length) break;
    const row = open[step.which % open.length];
    const other = step.wish ? wished(packet, row, step, reds) : null;
    if (other) Object.assign(row, { key: other, begun: row.begun && packet.lines[other].exercise === packet.lines[row.key].exercise });
    shown.add(packet.lines[row.key].exercise);
    row.begun ||= step.begun;
    const line = packet.lines[row.key];
    const answer = answerOf(packet, line, { ...step, usual, reds, begun: row.begun });
    const stand = standIn(answer, packet.lines, shown);
    const holes = holesOf(packet, step, usual);
    answers.push({
      line: line.item, move: answer.move, decision: answer.decision, over: answer.over, red: answer.red,
      why: answer.why.map((text) => filled(text, holes)), instead: stand?.item ?? null,
    });
    row.over = answer.over;
    reds += answer.red;
    if (stand) {
      shown.add(stand.exercise);
      const key = Object.keys(packet.lines).find((known) => packet.lines[known] === stand);
      rows.splice(rows.indexOf(row) + 1, 0, { key, over: false, begun: false });
    }
    if (["end", "stop"].includes(answer.move)) break;
  }
  return { ...begun, answers };
}

process.stdout.write(JSON.stringify(plays.map(play)));
