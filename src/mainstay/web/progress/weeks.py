"""The weekly review, of the last week or of any before it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from mainstay.catalogue import Catalogue
from mainstay.coach import week_on
from mainstay.web.day.decisions import by_day, view
from mainstay.web.day.lines import reason_texts
from mainstay.web.desk import Desk, desk_of
from mainstay.web.progress.looking import review_on
from mainstay.web.progress.verdict import line_of
from mainstay.words import day_text

_WEEK = timedelta(days=7)
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class WeekLink:
    """A week that can be looked back on; ``on`` is the day that its review is asked for by."""

    number: int
    on: str
    days: str


@dataclass(frozen=True, slots=True)
class Milestone:
    """A week in which it is worth comparing; ``on`` is empty until it is over."""

    week: int
    on: str


@require_safe
def week(request: HttpRequest, on: str = "") -> HttpResponse:
    """Show what a week held, what the coach changed and why, what it plans, and one suggestion."""
    desk = desk_of(request)
    if desk.person.profile is None:
        return redirect("home")
    day = _day(desk, on)
    review = review_on(desk, day)
    catalogue = desk.catalogue
    started = desk.person.progression.first_session
    page = {
        "week": review.week,
        "days": f"{day_text(review.week.begins)} to {day_text(review.week.until, with_year=True)}",
        "told": reason_texts(catalogue, review.told),
        "expect": reason_texts(catalogue, review.expect),
        "measured": [line_of(catalogue, track) for track in review.measured],
        "changes": by_day((one.date, view(catalogue, one, ())) for one in review.changes),
        "ahead": reason_texts(catalogue, review.ahead),
        "advice": reason_texts(catalogue, review.advice),
        "suggestion": reason_texts(catalogue, [review.suggestion])[0],
        "is_last": day == desk.day,
        "milestones": list(_milestones(catalogue, started, desk.day)),
        "older": list(_older(started, review.week.number)),
    }
    return render(request, "progress/week.html", page)


def _day(desk: Desk, text: str) -> date:
    """Return the day that an address names, which is not ahead of today."""
    try:
        day = date.fromisoformat(text) if text else desk.day
    except ValueError:
        raise Http404("There is no such day.") from None
    started = desk.person.progression.first_session
    if day > desk.day or (text and (started is None or day < started)):
        raise Http404("There is no week to look back on.")
    return day


def _end_of(started: date, number: int) -> date:
    return started + number * _WEEK - timedelta(days=1)


def _older(started: date | None, number: int) -> Iterator[WeekLink]:
    """Yield the weeks before one, newest first."""
    for earlier in range(number - 1, max(0, number - 1 - _SHOWN), -1):
        assert started is not None
        ends = _end_of(started, earlier)
        first, last = day_text(ends - _WEEK + timedelta(days=1)), day_text(ends, with_year=True)
        yield WeekLink(earlier, ends.isoformat(), f"{first} to {last}")


def _milestones(catalogue: Catalogue, started: date | None, today: date) -> Iterator[Milestone]:
    now = week_on(started, today)
    for number in sorted({row.week for row in catalogue.rules.milestones}):
        over = started is not None and (number < now.number or (number == now.number and now.is_whole))
        yield Milestone(number, _end_of(started, number).isoformat() if started and over else "")
