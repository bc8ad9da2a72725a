"""Today: what there is to do, and why."""

import json
from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from mainstay import coach
from mainstay.coach import Decision, Today
from mainstay.kernel import Reason
from mainstay.web.day.decisions import latest_changes, undoable_ids, view
from mainstay.web.day.lines import SessionView, reason_texts, session_view
from mainstay.web.day.morning import due
from mainstay.web.desk import Desk, desk_of
from mainstay.web.start.safety import full_set_due
from mainstay.words import ModeWords, day_text, mode_text, phrases_in, reason_text

_STEPS = {"progress": "One step up", "regress": "A little easier"}
_EASY_WEEK = "deload"
_SAID = ("not-a-training-day", "rescreen-red", "quick-check-due")
_NOTHING_FITS = "nothing-fits"


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """Show the day: the session or the rest, the walk, and what changed since last time."""
    desk = desk_of(request)
    if desk.person.profile is None:
        return redirect("home")
    day, changes = desk.today, latest_changes(desk)
    undoable = undoable_ids(desk.person)
    page = {
        "day": day_text(desk.day),
        "mode": day.mode,
        "words": _words(day),
        "session": _session(desk, day, changes),
        "walk": day.walk_minutes,
        "reasons": reason_texts(desk.catalogue, _told(day)),
        "missing": reason_texts(desk.catalogue, _missing(day)),
        "changes": [view(desk.catalogue, decision, undoable) for decision in changes],
        "morning": due(desk.person, desk.catalogue, desk.day),
        "open": desk.open_session(),
        "questions_due": full_set_due(desk),
        "next": None if day.session else _next_day(desk),
        "flare": desk.person.progression.flare,
        "sync_phrases": _sync_phrases(),
    }
    return render(request, "day/today.html", page)


def _sync_phrases() -> str:
    """Return, as JSON, the words that tell whether what was done is in the diary yet."""
    return json.dumps({key: text for key, text in phrases_in().items() if key.startswith("sync.")})


def _session(desk: Desk, day: Today, changes: list[Decision]) -> SessionView | None:
    return session_view(desk.catalogue, day.session, _new_on(day, desk, changes)) if day.session else None


def _words(day: Today) -> ModeWords:
    easy = any(reason.code == "easy-week" for reason in day.reasons)
    return mode_text(_EASY_WEEK if easy and day.mode == "normal" else day.mode)


def _told(day: Today) -> list[Reason]:
    """Return the day's reasons, without what its heading says already and what is told apart."""
    return [reason for reason in day.reasons if reason.code not in (*_SAID, _NOTHING_FITS)]


def _missing(day: Today) -> list[Reason]:
    return [reason for reason in day.reasons if reason.code == _NOTHING_FITS]


def _new_on(day: Today, desk: Desk, changes: list[Decision]) -> dict[str, str]:
    """Return what is new about today's exercises, by exercise; the newest change speaks."""
    planned = {item.exercise for item in day.session.items} if day.session else set()
    found = {}
    for decision in reversed(changes):
        if decision.exercise in planned and decision.verdict.value in _STEPS:
            why = reason_text(desk.catalogue, decision.why[0]) if decision.why else ""
            found[decision.exercise] = f"{_STEPS[decision.verdict.value]}. {why}".strip()
    return found


def _next_day(desk: Desk) -> str | None:
    """Return the next day with a session, in words."""
    if desk.clearance.locked:
        return None
    week = coach.plan(desk.catalogue, desk.person, desk.day).week
    found = next((planned.date for planned in week[1:] if planned.session), None)
    if found is None:
        return None
    return "tomorrow" if found - desk.day == timedelta(days=1) else f"on {day_text(found)}"
