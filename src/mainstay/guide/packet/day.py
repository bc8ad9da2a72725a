"""The packet of a day: everything a device needs to guide a session without asking anybody."""

from datetime import date, datetime, time
from typing import Any

from mainstay.coach import as_if_trained, before, morning_due, outlook_on
from mainstay.guide.packet.asking import before_json, feel_json, safety_json
from mainstay.guide.packet.known import Known
from mainstay.guide.packet.sessions import second_red_json, sessions_json
from mainstay.guide.packet.under_way import sitting_under_way, under_way_json
from mainstay.guide.packet.waiting import gate_json, morning_json, rest_json

Json = dict[str, Any]
_EIGHT = time(8)


def day_packet(known: Known, day: date) -> Json:
    """Return the packet of a day from today on; on later days as if the sessions until then were done.

    Texts are ready to be shown or spoken; holes such as ``{pain}`` are left where the person fills them.
    """
    catalogue = known.catalogue
    later = day > known.now.date()
    at = datetime.combine(day, _EIGHT, known.now.tzinfo) if later else known.now
    person = as_if_trained(catalogue, known.person, known.now, at)
    packet = {**_frame(known, day), "feel": feel_json(catalogue)}
    sitting = None if later else sitting_under_way(known)
    packet["gate"] = gate_json(known, person, day, under_way=sitting is not None)
    if packet["gate"]:
        return packet
    if sitting:
        return {**packet, **under_way_json(known, sitting)}
    asked = morning_due(catalogue, person, day)
    packet["mornings"] = [morning_json(asked, day)] if asked else []
    outlook = outlook_on(catalogue, person, day)
    if outlook.setting is None:
        return {**packet, "rest": rest_json(known, person, outlook.today)}
    tree = before(catalogue, person, at, asked.id if asked else None)
    told = before_json(catalogue, known.links, tree)
    return {**packet, **told, **_merged(told["outcomes"], sessions_json(known, tree.starts, at))}


def _frame(known: Known, day: date) -> Json:
    """Return what every packet has, with nothing to train in it yet."""
    catalogue, plan = known.catalogue, known.catalogue.rules.plan
    return {
        "version": known.version,
        "made": known.now.isoformat(),
        "zone_now": known.now.isoformat(),
        "diary": known.diary,
        "date": day.isoformat(),
        "expects": [e.fields["session"] for e in known.events if e.kind == "session_started"],
        "gate": None,
        "rest": None,
        "mornings": [],
        "safety": safety_json(catalogue),
        "questions": catalogue.version,
        "levels": {},
        "after_morning": {},
        "after_safety": [],
        "check_ins": [],
        "outcomes": [],
        "halts": [],
        "sessions": [],
        "lines": {},
        "second_red": second_red_json(catalogue, known.person),
        "under_way": None,
        "sleep_gap_seconds": plan.sleep_gap_seconds.value,
        "halfway_hold_seconds": plan.halfway_hold_seconds.value,
        "long_phase_seconds": plan.long_phase_seconds.value,
    }


def _merged(outcomes: list[Json], trained: Json) -> Json:
    """Return outcomes, sessions and lines with sessions that are alike told once."""
    sessions: list[Json] = []
    places = []
    for session in trained["sessions"]:
        if session not in sessions:
            sessions.append(session)
        places.append(sessions.index(session))
    moved = [
        one if one["session"] is None else {**one, "session": places[one["session"]]} for one in outcomes
    ]
    return {"outcomes": moved, "sessions": sessions, "lines": trained["lines"]}
