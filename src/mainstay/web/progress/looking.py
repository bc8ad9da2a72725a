"""Looking back over a diary without reading all of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from mainstay.coach import OUTCOME_KINDS, Person, Results, WeekReview, results_on, review
from mainstay.diary import store
from mainstay.exchange.chronicle import (
    Day,
    Kept,
    Ledger,
    flares_from,
    month_text,
    months_joined,
    months_version,
)
from mainstay.kernel import Event
from mainstay.web.desk import Desk
from mainstay.web.progress.spans import Span, since

_CHECK_IN = "day_checked_in"
_RARE = frozenset(OUTCOME_KINDS) - {_CHECK_IN}
_LATELY = timedelta(weeks=16)
"""Further back than any rule about the level of pain looks."""
_WEEKS = timedelta(weeks=4)
"""What a weekly review looks at, and what the first level of pain is taken from."""


@dataclass(frozen=True, slots=True)
class Look:
    """A look back from ``since`` on: the ledger that charts are drawn from, and the outcomes."""

    since: date
    ledger: Ledger
    results: Results


def look_back(desk: Desk, person: Person, span: Span) -> Look:
    """Return the look back of today over a span: its months, and what still held when it began."""
    months = store.digests_of(desk.diary, months_version(), month_text, desk.catalogue)
    start = since(span, _first(months) or desk.day, desk.day)
    kept = months_joined(text for month, text in months.items() if month >= start.replace(day=1))
    profiles = store.events_of(desk.diary, standing=True, kinds=("profile_set",))
    turns = store.flare_turns_of(desk.diary, desk.catalogue)
    ledger = Ledger(
        catalogue=desk.catalogue,
        on=desk.day,
        person=person,
        flares=flares_from(turns, desk.day),
        profiles=tuple(profiles),
        kept=_with_usual(desk, kept, start.replace(day=1)),
    )
    return Look(start, ledger, results_today(desk, person))


def _first(months: Mapping[date, str]) -> date | None:
    """Return the first day with something in it."""
    return next((day for text in months.values() for day in months_joined([text]).days), None)


def _with_usual(desk: Desk, kept: Kept, begin: date) -> Kept:
    """Add the usual level that was told last before the first day: it holds until it is told anew."""
    before = store.telling(desk.diary, _CHECK_IN, "pain_usual", before=begin, newest=True)
    if before is None:
        return kept
    level = {before.day: Day(usual=before.fields["pain_usual"])}
    return replace(kept, days={**level, **kept.days})


def results_today(desk: Desk, person: Person) -> Results:
    """Return the outcomes alone."""
    return results_on(desk.catalogue, person, outcome_events(desk, desk.day), desk.day)


def review_on(desk: Desk, on: date) -> WeekReview:
    """Return the review of the last whole week before or on a day, as it was then."""
    today = on == desk.day
    person = desk.person if today else store.person_until(desk.diary, on, desk.catalogue)
    events = {event.id: event for event in outcome_events(desk, on)}
    near = store.events_of(desk.diary, since=on - _WEEKS, standing=True, until=on)
    events |= {event.id: event for event in near}
    told = sorted(events.values(), key=lambda event: event.key)
    decisions = store.decisions_of(desk.diary, since=on - _WEEKS)
    return review(desk.catalogue, person, told, decisions, on)


def outcome_events(desk: Desk, on: date) -> tuple[Event, ...]:
    """Return the events that outcomes read: all of the rare ones, of the check-ins the first and the last.

    Levels of pain are compared between their first days and the last weeks, so that those between them are
    not needed; see ``tests/web/test_looking_back.py``.
    """
    windows = [(on - _LATELY, on)]
    for field in ("pain_now", "pain_usual"):
        first = store.telling(desk.diary, _CHECK_IN, field)
        if first and first.day <= on:
            windows.append((first.day, min(first.day + _WEEKS, on)))
    found = [
        *store.events_of(desk.diary, standing=True, kinds=_RARE, until=on),
        *(
            event
            for begin, end in windows
            for event in store.events_of(desk.diary, begin, standing=True, until=end, kinds=(_CHECK_IN,))
        ),
    ]
    return tuple(sorted({event.id: event for event in found}.values(), key=lambda event: event.key))
