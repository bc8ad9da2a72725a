"""Events and decisions as rows, and the order of the diary as a condition on rows."""

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from django.db.models import Q

from mainstay.coach import Decision
from mainstay.diary.line import fields_text
from mainstay.diary.models import DecisionRow, Diary, DiaryEvent
from mainstay.diary.state import decision_text
from mainstay.kernel import Event, EventKey

EVENT_COLUMNS = ("event_id", "kind", "at", "body")

Made = tuple[EventKey, tuple[Decision, ...]]
"""The decisions that one event led to."""

Turn = tuple[date, date | None]
"""A day on which a flare-up began, and since when it is counted; None where it ended."""


def event_row(diary: Diary, event: Event, retracted: bool) -> DiaryEvent:
    """Return an event as a row that is not saved yet."""
    return DiaryEvent(
        diary=diary,
        event_id=event.id,
        kind=event.kind,
        at=event.at.isoformat(),
        at_utc=event.at.astimezone(UTC),
        day=event.day,
        body=fields_text(event.fields),
        target=target_of(event),
        retracted=retracted,
    )


def target_of(event: Event) -> str | None:
    """Return the id that a retraction speaks of; None for other kinds."""
    return str(event.fields["event"]) if event.kind == "event_retracted" else None


def event_of(row: tuple[str, str, str, str]) -> Event:
    """Return the event of a row's :data:`EVENT_COLUMNS`."""
    event_id, kind, at, body = row
    return Event(event_id, kind, datetime.fromisoformat(at), json.loads(body))


def decision_rows(diary: Diary, made: Iterable[Made]) -> list[DecisionRow]:
    """Return decisions as rows that are not saved yet."""
    return [
        DecisionRow(
            diary=diary,
            decision=decision.id,
            at_utc=at_utc,
            event_id=event_id,
            number=number,
            day=decision.date,
            exercise=decision.exercise,
            verdict=decision.verdict.value,
            body=decision_text(decision),
        )
        for (at_utc, event_id), decisions in made
        for number, decision in enumerate(decisions)
    ]


def before(key: EventKey) -> Q:
    """Hold for rows that stand before a point of the diary."""
    return Q(at_utc__lte=key[0]) & (Q(at_utc__lt=key[0]) | Q(event_id__lt=key[1]))


def up_to(key: EventKey) -> Q:
    """Hold for rows that stand at a point of the diary or before it."""
    return before(key) | Q(at_utc=key[0], event_id=key[1])


def since_day(day: date) -> Q:
    """Hold for rows of a day on the person's clock or later.

    No clock is a whole day away from UTC; the bound in UTC is what the index of the order can use.
    """
    return Q(day__gte=day, at_utc__gte=datetime.combine(day, time(), UTC) - timedelta(days=1))


def until_day(day: date) -> Q:
    """Hold for rows of a day on the person's clock or earlier; see :func:`since_day`."""
    return Q(day__lte=day, at_utc__lt=datetime.combine(day, time(), UTC) + timedelta(days=2))


def after(key: EventKey | None) -> Q:
    """Hold for rows that stand after a point of the diary; for all of them, after None."""
    if key is None:
        return Q()
    return Q(at_utc__gte=key[0]) & (Q(at_utc__gt=key[0]) | Q(event_id__gt=key[1]))
