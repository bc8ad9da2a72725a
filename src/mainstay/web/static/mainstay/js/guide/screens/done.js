// Done: what was done, what comes next, what the coach made of it, and whether it is in the diary yet.

import { el, opening } from "../dom.js";
import { count, say } from "../words.js";

const dayName = (date) => new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long" }).format(new Date(`${date}T12:00:00`));

function didLine(session, { key, sets }) {
  const done = sets.filter((one) => one.done).length;
  const text = done ? say("done.sets", { done, of: sets.length }) : say("done.not-today");
  return el("li.row.apart", {}, el("span", {}, session.line(key).name), el("span.quiet", {}, text));
}

function decisionItem(decision, nameOf) {
  const title = say(`done.${decision.decision}`, { name: nameOf(decision.exercise) });
  return el("li", {}, el("p.strong", {}, title), decision.why.map(({ text }) => el("p.quiet.small", {}, text)));
}

/**
 * The last screen. What the coach decided comes when the diary has everything: `decided` is a promise of the
 * session's decisions, or of null where this device is offline.
 *
 * @param {object} session
 * @param {{next: ?string, decided: Promise<?object[]>}} about `next`: the date of the next session
 */
export function doneScreen(session, { next, decided }) {
  const { lines } = session.state;
  const sets = lines.reduce((sum, one) => sum + one.sets.filter(({ done }) => done).length, 0);
  const title = say(sets ? "done.title" : "done.title-none");
  const changes = el("div", { role: "status" }, el("p.quiet", {}, say("done.waiting")));
  const names = new Map(lines.map(({ key }) => [session.line(key).exercise, session.line(key).name]));
  decided.then((found) => {
    const mine = (found ?? []).filter(({ exercise }) => names.has(exercise));
    changes.replaceChildren(mine.length
      ? el("ul.lines", {}, mine.map((decision) => decisionItem(decision, (slug) => names.get(slug))))
      : el("p", {}, say(found ? "done.tomorrow" : "done.offline")));
  });
  const steps = [
    [say("done.today"), say("done.walk")],
    [say("done.morning"), say("done.morning-text")],
    ...(next ? [[say("done.next"), dayName(next)]] : []),
  ];
  return {
    title,
    node: el("div.stack.loose", {},
      opening(say("done.kicker"), title, sets ? count("done.count", sets) : say("done.none")),
      el("section.card", {}, el("h2", {}, say("done.changes")), changes),
      el("section.card", {}, el("h2", {}, say("done.what-next")),
        el("ol.next", {}, steps.map(([when, what]) => el("li", {}, el("p.strong", {}, when), el("p", {}, what)))),
        el("div.actions", {}, el("a.button", { href: "/today/" }, say("notice.today")))),
      el("section.card.flat", {}, el("h2", {}, say("done.did")), el("ul.lines", {}, lines.map((one) => didLine(session, one))))),
  };
}
