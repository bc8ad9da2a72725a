"""A day and a week as JSON."""

from typing import Any

from mainstay.catalogue import Catalogue, HabitCheck
from mainstay.coach import DayHabit, Item, Plan, PlannedDay, PlannedSession, Today, Walk
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
        "walk": walk_json(catalogue, day.walk),
        "habits": [habit_json(catalogue, habit) for habit in day.habits],
        "reasons": [reason_json(catalogue, reason) for reason in day.reasons],
    }


def walk_json(catalogue: Catalogue, walk: Walk | None) -> Json | None:
    """Return a day's walk: ``minutes`` a bout, and the days that the week asks for and has."""
    if walk is None:
        return None
    return {
        "minutes": walk.minutes,
        "bouts": walk.bouts,
        "rung": walk.rung,
        "days": walk.days,
        "walked": walk.walked,
        "why": [reason_json(catalogue, reason) for reason in walk.why],
    }


def habit_json(catalogue: Catalogue, offered: DayHabit) -> Json:
    """Return a habit of the day; ``exercise`` and ``rung`` are those whose figure shows it, or null."""
    habit = catalogue.habits[offered.habit]
    return {
        "habit": habit.slug,
        "name": habit.name,
        "text": habit.text,
        "exercise": offered.shown.exercise if offered.shown else None,
        "rung": offered.shown.rung if offered.shown else None,
        "done": offered.done,
        "checks": [_check_json(check) for check in habit.checks],
        "why": [reason_json(catalogue, reason) for reason in offered.why],
    }


def _check_json(check: HabitCheck) -> Json:
    shown = check.shown
    return {
        "text": check.text,
        "exercise": shown.exercise if shown else None,
        "rung": shown.rung if shown else None,
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
        "walk_days": day.walk.days if day.walk else None,
        "stretches": list(day.stretches),
    }
