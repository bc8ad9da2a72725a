"""The series behind the charts: read straight from the diary, nothing smoothed, zero kept."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from mainstay.coach import Decision, Verdict, standing_events
from mainstay.exchange.reasons import place_json
from mainstay.kernel import Event

Json = dict[str, Any]
_WEEK = timedelta(days=7)


def progress_json(events: Iterable[Event], decisions: Sequence[Decision], on: date) -> Json:
    """Return pain, sessions, ladders, walks and a summary, up to and including ``on``.

    A day without an answer is not in a series; a pain of 0 is.
    """
    told = [event for event in standing_events(events) if event.day <= on]
    made = [decision for decision in decisions if decision.date <= on]
    sessions = _sessions(told)
    return {
        "on": on.isoformat(),
        "pain": _pain(told),
        "sessions": sessions,
        "ladders": _ladders(made),
        "walks": [
            {"date": e.day.isoformat(), "minutes": e.fields["minutes"], "steps": e.fields.get("steps")}
            for e in told
            if e.kind == "walk_logged"
        ],
        "summary": _summary(told, sessions, made, on),
    }


def _pain(events: Iterable[Event]) -> list[Json]:
    """Every report of pain: at rest, after a session, next morning, and with each exercise."""
    fields = {
        "day_checked_in": ("now", "pain_now"),
        "session_finished": ("after", "pain_after"),
        "morning_after": ("morning", "pain"),
        "exercise_rated": ("exercise", "pain"),
    }
    points = []
    for event in events:
        if event.kind in fields:
            when, field = fields[event.kind]
            point = {"date": event.day.isoformat(), "when": when, "pain": event.fields[field]}
            points.append(point | _named(event))
    return points


def _named(event: Event) -> Json:
    return {"exercise": event.fields["exercise"]} if "exercise" in event.fields else {}


def _sessions(events: Sequence[Event]) -> list[Json]:
    sets = Counter(e.fields["session"] for e in events if e.kind == "set_performed")
    finished = {e.fields["session"]: e.fields for e in events if e.kind == "session_finished"}
    started = {e.fields["session"]: e for e in events if e.kind in ("set_performed", "session_started")}
    return [
        {
            "session": session,
            "date": event.day.isoformat(),
            "sets_done": sets[session],
            "finished": session in finished,
            "effort": finished.get(session, {}).get("effort"),
            "pain_after": finished.get(session, {}).get("pain_after"),
        }
        for session, event in started.items()
    ]


def _ladders(decisions: Iterable[Decision]) -> Json:
    """Where each exercise stood after each decision that moved it."""
    ladders: Json = {}
    for decision in decisions:
        if decision.was != decision.now or decision.exercise not in ladders:
            point = {"date": decision.date.isoformat(), "decision": decision.verdict.value}
            ladders.setdefault(decision.exercise, []).append(point | {"to": place_json(decision.now)})
    return ladders


def _summary(
    events: Sequence[Event], sessions: Sequence[Json], decisions: Sequence[Decision], on: date
) -> Json:
    week = on - _WEEK
    days = {s["date"] for s in sessions if s["sets_done"]}
    checks = [e for e in events if e.kind == "day_checked_in"]
    return {
        "days_trained": len(days),
        "days_trained_last_7": sum(1 for day in days if date.fromisoformat(day) > week),
        "first_pain": checks[0].fields["pain_now"] if checks else None,
        "last_pain": checks[-1].fields["pain_now"] if checks else None,
        "steps_up": sum(1 for d in decisions if d.verdict is Verdict.PROGRESS),
        "steps_down": sum(1 for d in decisions if d.verdict is Verdict.REGRESS),
    }
