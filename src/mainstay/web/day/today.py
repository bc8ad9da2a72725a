"""Today: what there is to do, and why."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from mainstay.coach import Decision, Person, Today
from mainstay.kernel import Reason
from mainstay.reminders.outbox import settings_of
from mainstay.web.between import breaks_card, sync_phrases, walk_card
from mainstay.web.day.closing import Between, Closing, closing
from mainstay.web.day.decisions import latest_changes, undoable_ids, view
from mainstay.web.day.lines import reason_texts
from mainstay.web.day.morning import due
from mainstay.web.day.noting import noted_today, taps
from mainstay.web.day.session_card import SessionCard, session_card
from mainstay.web.desk import Desk, desk_of
from mainstay.web.lessons.offering import lesson_card
from mainstay.web.start.safety import full_set_due
from mainstay.words import ModeWords, day_text, mode_text, reason_text

_STEPS = {"progress": "One step up", "regress": "A little easier"}
_SAID = ("not-a-training-day", "trained-today", "rescreen-red", "quick-check-due")
_NOTHING_FITS = "nothing-fits"
_LOCKED, _NORMAL, _REST = "locked", "normal", "rest"


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """Show the day: the session or the rest, what goes beside it, and what changed since last time."""
    desk = desk_of(request)
    person = desk.person
    if person.profile is None:
        return redirect("home")
    day = desk.today
    told = _locked(desk, day) if day.mode == _LOCKED else _unlocked(desk, person, day)
    page = {
        "day": day_text(desk.day),
        "mode": day.mode,
        "words": _words(day, told.get("closing")),
        "reasons": reason_texts(desk.catalogue, _told(day)),
        "sync_phrases": sync_phrases(),
        **told,
    }
    return render(request, "day/today.html", page)


def _locked(desk: Desk, day: Today) -> dict[str, Any]:
    """Return what a day is that waits for an answer: what changed, and nothing to do."""
    return {
        "clearance": day.clearance.value,
        "changes": _views(desk, desk.person, latest_changes(desk)),
    }


def _unlocked(desk: Desk, person: Person, day: Today) -> dict[str, Any]:
    """Return what there is to do."""
    changes = latest_changes(desk)
    between = Between(walk_card(desk, day), breaks_card(desk, day), lesson_card(desk, person))
    opened = desk.open_session()
    over = day.session is None and opened is None
    return {
        "session": _session(desk, day, changes),
        "open": opened,
        "walk": between.walk,
        "breaks": between.breaks,
        "lesson": between.lesson,
        "missing": reason_texts(desk.catalogue, _missing(day)),
        "changes": _views(desk, person, changes),
        "morning": due(person, desk.catalogue, desk.day),
        "questions_due": full_set_due(desk),
        "closing": closing(desk, person, between) if over else None,
        "noted": noted_today(desk) if over else None,
        "taps": taps() if over else (),
        "flare": person.progression.flare,
        "paused": settings_of(desk.diary).asked_at is not None,
    }


def _views(desk: Desk, person: Person, changes: Sequence[Decision]) -> list[Any]:
    undoable = undoable_ids(person)
    return [view(desk.catalogue, decision, undoable) for decision in changes]


def _session(desk: Desk, day: Today, changes: list[Decision]) -> SessionCard | None:
    return session_card(desk.catalogue, day.session, _new_on(day, desk, changes)) if day.session else None


def _words(day: Today, end: Closing | None) -> ModeWords:
    """Return what the day is called; the end of one by what was done, unless the mode says more."""
    if day.mode == _NORMAL and any(reason.code == "easy-week" for reason in day.reasons):
        return mode_text("deload")
    if day.mode == _REST and end and end.all_done:
        return mode_text("all-done")
    return mode_text("trained" if day.mode == _REST and end and end.trained else day.mode)


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
