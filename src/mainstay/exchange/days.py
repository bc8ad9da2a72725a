"""A day and a week as JSON."""

from typing import Any

from mainstay.catalogue import Catalogue
from mainstay.coach import Item, Plan, PlannedDay, PlannedSession, Today
from mainstay.exchange.reasons import place_json, reason_json

Json = dict[str, Any]


def today_json(catalogue: Catalogue, day: Today) -> Json:
    """Return a day as ``mainstay today`` prints it."""
    return {
        "date": day.date.isoformat(),
        "clearance": day.clearance.value,
        "mode": day.mode,
        "session": session_json(catalogue, day.session),
        "walk_minutes": day.walk_minutes,
        "habits": [],
        "reasons": [reason_json(catalogue, reason) for reason in day.reasons],
    }


def session_json(catalogue: Catalogue, session: PlannedSession | None) -> Json | None:
    """Return a session; ``minutes`` is its whole time, never above the person's."""
    if session is None:
        return None
    return {
        "minutes": round(session.seconds / 60, 1),
        "blocks": [
            {"block": block.block.value, "items": [item_json(catalogue, item) for item in block.items]}
            for block in session.blocks
        ],
    }


def item_json(catalogue: Catalogue, item: Item) -> Json:
    """Return one prescription; numbers that do not apply are null."""
    return {
        "exercise": item.exercise,
        "rung": item.rung,
        "step": item.step,
        "sets": item.dose.sets,
        "reps": item.dose.reps,
        "hold_seconds": item.dose.hold_seconds,
        "sides": [side.value for side in item.sides],
        "rest_seconds": item.dose.rest_seconds,
        "load_kg": item.dose.load_kg,
        "seconds": item.seconds,
        "why": [reason_json(catalogue, reason) for reason in item.why],
    }


def plan_json(catalogue: Catalogue, plan: Plan) -> Json:
    """Return the week as ``mainstay plan`` prints it."""
    return {
        "clearance": plan.clearance.value,
        "phase": plan.phase,
        "week": [_day_json(catalogue, day) for day in plan.week],
        "ladder": {slug: place_json(place) for slug, place in plan.ladder.items()},
        "reasons": [reason_json(catalogue, reason) for reason in plan.reasons],
    }


def _day_json(catalogue: Catalogue, day: PlannedDay) -> Json:
    return {
        "date": day.date.isoformat(),
        "session": session_json(catalogue, day.session),
        "walk_minutes": day.walk_minutes,
        "stretches": list(day.stretches),
    }
