"""The end of a session: what was done, what the coach made of it, what comes next."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from mainstay.coach import Decision, plan
from mainstay.diary import store
from mainstay.guide.sets import keys_of
from mainstay.guide.sitting import Sitting, made_by
from mainstay.web.day.decisions import undoable_ids, view
from mainstay.web.desk import Desk, desk_of
from mainstay.words import day_text


@dataclass(frozen=True, slots=True)
class DoneLine:
    """One exercise afterwards: sets done of sets asked."""

    slug: str
    name: str
    done: int
    asked: int


@require_safe
def done(request: HttpRequest, session: UUID) -> HttpResponse:
    """Show what was done and what follows; a session that is not finished is finished first."""
    desk = desk_of(request)
    sitting = desk.sitting_or_404(session)
    if not sitting.finished:
        return redirect("train:finish", sitting.id)
    lines, undoable = done_lines(sitting), undoable_ids(desk.person)
    context = {
        "sitting": sitting,
        "lines": lines,
        "sets": sum(line.done for line in lines),
        "exercises": sum(1 for line in lines if line.done),
        "decisions": [view(desk.catalogue, made, undoable) for made in _decisions(desk, sitting)],
        "next_day": _next_day(desk),
        "clearance": desk.clearance,
    }
    return render(request, "train/done.html", context)


def done_lines(sitting: Sitting) -> list[DoneLine]:
    """Return the session's exercises with their sets, in order."""
    return [
        DoneLine(line.slug, line.exercise.name, sum(key in sitting.sets for key in keys), len(keys))
        for line in sitting.lines
        for keys in [keys_of(line)]
    ]


def _decisions(desk: Desk, sitting: Sitting) -> tuple[Decision, ...]:
    """What the session itself led to; the rest is decided when the next morning is known."""
    events = [*sitting.ratings.values(), *filter(None, [sitting.finished])]
    return made_by(store.decisions_of(desk.diary, since=sitting.day), events)


def _next_day(desk: Desk) -> str:
    """Return the next day with a session, in words; empty where training is locked."""
    week = plan(desk.catalogue, desk.person, desk.day).week
    later = (day.date for day in week if day.session and day.date > desk.day)
    return _said(next(later, None), desk.day)


def _said(day: date | None, today: date) -> str:
    if day is None:
        return ""
    return "tomorrow" if day - today == timedelta(days=1) else f"on {day_text(day)}"
