"""The same day twice: by the server's fold of events, and by a device that only has the packet."""

import json
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any

from playwright._impl._driver import compute_driver_executable

from mainstay import coach
from mainstay.catalogue import Catalogue
from mainstay.exchange import item_json, session_json
from mainstay.guide.links import NOWHERE
from mainstay.guide.packet import Known, day_packet
from mainstay.guide.packet.asking import halt_json, notes_of
from mainstay.guide.packet.sessions import need_of
from mainstay.kernel import Event, Symptom
from mainstay.words import decision_text, reason_text

HERE = Path(__file__).parent
DAY_JS = HERE.parents[1] / "src/mainstay/web/static/mainstay/js/guide/day.js"
HURTS = [symptom.value for symptom in Symptom if symptom is not Symptom.NONE]
MILD = ["ache", "ache", "soreness", "ache", *HURTS]
Json = dict[str, Any]


@dataclass(frozen=True)
class Situation:
    """A person on a morning, before anything was told."""

    catalogue: Catalogue
    person: coach.Person
    at: datetime

    @property
    def morning(self) -> str | None:
        """The session whose next morning is asked about."""
        due = coach.morning_due(self.catalogue, self.person, self.at.date())
        return due.id if due else None

    def packet(self) -> Json:
        """Return what a device is given."""
        known = Known(self.catalogue, self.person, [], [], self.at, "diary", "version")
        return json.loads(json.dumps(day_packet(known, self.at.date())))


def plays_in(
    situation: Situation,
    packet: Json,
    place: int,
    count: int,
    chance: Random,
    which: Sequence[int] = range(60),
) -> Iterator[Json]:
    """Draw days that may be played in a situation; ``which`` are the lines that may hurt."""
    for _ in range(count):
        yield {"packet": place, "told": _told(situation, packet, chance), "steps": _steps(chance, which)}


def _told(situation: Situation, packet: Json, chance: Random) -> Json:
    some = chance.random() < 0.2
    safety = {
        q["id"]: chance.choice(["no", "no", "no", "yes", "unsure"]) if some else "no"
        for q in packet["safety"]
    }
    return {
        "morning": chance.choice([None, *range(11)]) if situation.morning else None,
        "safety": safety,
        "symptom": chance.choice([*[None] * 25, "none", *HURTS]),
        "usual": chance.choice([None, None, None, 0, 1, 2, 2, 3, 4, 5, 7, 10]),
        "pain": chance.choice([0, 1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 5, 6, 7, 8, 10]),
    }


def _steps(chance: Random, which: Sequence[int]) -> list[Json]:
    return [
        {
            "which": chance.choice(which),
            "wish": chance.choice(["", "", "", "swap", "easier", "harder"]),
            "begun": chance.random() < 0.5,
            "symptom": chance.choice(MILD),
            "pain": chance.choice([0, 1, 2, 3, 3, 4, 4, 5, 5, 6, 7, 9]),
        }
        for _ in range(chance.choice([1, 2, 2, 3]))
    ]


def played_offline(packets: Sequence[Json], plays: Sequence[Json], folder: Path) -> list[Json]:
    """Play all with the browser's module, in one run of Node."""
    node, _ = compute_driver_executable()
    file = folder / "plays.json"
    file.write_text(json.dumps({"packets": packets, "plays": plays}))
    command = [node, str(HERE / "offline.mjs"), DAY_JS.as_uri(), str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


# --- The server's side ------------------------------------------------------------------------------------


@dataclass
class Row:
    """A line of the session as the server's fold has it."""

    item: coach.Item
    need: str
    over: bool = False
    moved: bool = False


@dataclass
class Server:
    """Takes in events one by one, as the diary's store does."""

    situation: Situation
    person: coach.Person
    count: int = 0
    made: tuple[coach.Decision, ...] = ()

    def event(self, kind: str, fields: Mapping[str, Any]) -> Event:
        self.count += 1
        return Event(f"event-{self.count}", kind, self.situation.at, fields)

    def write(self, kind: str, **fields: Any) -> None:
        self.take(self.event(kind, fields))

    def take(self, event: Event) -> None:
        self.person, self.made = coach.advance(self.situation.catalogue, self.person, event)

    @property
    def clearance(self) -> coach.Screening:
        return coach.clearance_on(self.situation.catalogue, self.person, self.situation.at.date())


def played_on_server(situation: Situation, play: Json) -> Json:
    """Play a day by folding its events, and say what came of it as the device does."""
    catalogue, day = situation.catalogue, situation.at.date()
    server, told = Server(situation, situation.person), play["told"]
    if told["morning"] is not None:
        server.write("morning_after", session=situation.morning, pain=told["morning"])
    server.write("screening_answered", questions="1", scope="short", answers=told["safety"])
    if coach.halts(server.clearance):
        return _halted(server)
    fields = {"pain_now": told["pain"], "pain_usual": told["usual"], "symptom": told["symptom"]}
    server.write("day_checked_in", **{name: value for name, value in fields.items() if value is not None})
    if coach.halts(server.clearance):
        return _halted(server)
    planned = coach.today(catalogue, server.person, day)
    plan = session_json(catalogue, planned.session)
    begun = {
        "halt": None,
        "plan": plan,
        "mode": planned.mode,
        "notes": notes_of(catalogue, coach.Ready(planned)),
    }
    return {**begun, "answers": list(_trained(server, planned.session, plan, play["steps"]))}


def _halted(server: Server) -> Json:
    halt = halt_json(server.situation.catalogue, NOWHERE, server.clearance)
    return {"halt": halt["title"], "plan": None, "mode": "locked", "notes": [], "answers": []}


def _trained(
    server: Server, session: coach.PlannedSession | None, plan: Json | None, steps: Sequence[Json]
) -> Iterator[Json]:
    if session is None:
        return
    server.write("session_started", session="s", plan=plan)
    rows = [Row(item, need_of(item)) for item in session.items]
    planned, shown = frozenset(row.item.exercise for row in rows), {row.item.exercise for row in rows}
    for step in steps:
        open_ = [row for row in rows if not row.over]
        if not open_:
            return
        row = open_[step["which"] % len(open_)]
        row.item = _wished(server, row, step, planned) or row.item
        shown.add(row.item.exercise)
        if step["begun"]:
            side = {"side": row.item.sides[0].value} if row.item.sides else {}
            fields = {"exercise": row.item.exercise, "rung": row.item.rung, "set": 1, **side}
            server.write("set_performed", session="s", **fields)
        answered = _answered(server, row, step, planned, shown)
        yield answered
        if answered["move"] in ("end", "stop"):
            return
        if answered["instead"]:
            stand = answered.pop("stand")
            rows.insert(rows.index(row) + 1, Row(stand, row.need))
            shown.add(stand.exercise)


def _wished(server: Server, row: Row, step: Json, planned: frozenset[str]) -> coach.Item | None:
    """What the person would rather do: for a planned line, and nothing new after a red response."""
    catalogue = server.situation.catalogue
    setting = coach.setting_on(catalogue, server.person, server.situation.at.date())
    careful = coach.reds_in(catalogue, coach.session_in(server.person, "s")) > 0
    if not step["wish"] or row.moved or (careful and step["wish"] != "easier"):
        return None
    stopped = coach.stopped_of(row.item, row.need)
    offered = {
        "swap": lambda: [*coach.stand_ins(setting, stopped, planned)],
        "easier": lambda: [coach.easier(setting, row.item)],
        "harder": lambda: [coach.harder(setting, row.item)],
    }[step["wish"]]()
    found = offered[step["which"] % len(offered)] if offered else None
    row.moved = found is not None
    return found


def _answered(server: Server, row: Row, step: Json, planned: frozenset[str], shown: set[str]) -> Json:
    catalogue, slug = server.situation.catalogue, row.item.exercise
    told = {"exercise": slug, "effort": 5, "pain": step["pain"], "symptom": step["symptom"]}
    event = server.event("exercise_rated", {"session": "s", **told})
    stopped = coach.stopped_of(row.item, row.need)
    answer = coach.answer(catalogue, server.person, event, stopped, planned)
    server.take(event)
    assert server.person == answer.person
    made = next(iter(server.made), None)
    row.over = made is not None and made.verdict not in (coach.Verdict.PROGRESS, coach.Verdict.MAINTAIN)
    assert (answer.move is coach.Move.STOP) == server.clearance.locked
    stand = next((item for item in answer.instead if item.exercise not in shown), None)
    ends = answer.move is coach.Move.END
    return {
        "line": item_json(catalogue, row.item),
        "move": answer.move.value,
        "decision": decision_text(catalogue, replace(made, instead=""))
        if made and row.over and not ends
        else "",
        "over": ends or row.over,
        "red": answer.kind.is_red,
        "why": [reason_text(catalogue, reason) for reason in answer.why],
        "instead": item_json(catalogue, stand) if stand else None,
        "kind": answer.kind.value,
        "stand": stand,
    }
