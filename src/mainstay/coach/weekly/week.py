"""Which seven days a review is about, and what was done in them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mainstay.coach.outcomes import middle
from mainstay.kernel import Event

_DAYS = 7
_WEEK = timedelta(days=_DAYS)


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days; ``number`` counts from 1 at the first session, and is 0 before it.

    ``until`` is the last day that is told: ``ends``, or an earlier one while the first week is not over.
    """

    number: int
    begins: date
    ends: date
    until: date

    @property
    def is_whole(self) -> bool:
        """Whether all seven days are told, so that they may be set beside a week's target."""
        return self.number > 0 and self.until == self.ends

    def holds(self, day: date) -> bool:
        """Whether a day belongs to the week as far as it is told."""
        return self.begins <= day <= self.until


def week_on(started: date | None, on: date) -> Week:
    """Return the week to look back on: the last whole one, or the first while that is not over.

    Weeks begin on the weekday of the first session, so that a week's review stays the same for a week.
    """
    if started is None or on < started:
        return Week(0, on - _WEEK + timedelta(days=1), on, on)
    whole = ((on - started).days + 1) // _DAYS
    number = max(whole, 1)
    begins = started + (number - 1) * _WEEK
    ends = begins + _WEEK - timedelta(days=1)
    return Week(number, begins, ends, min(ends, on))


@dataclass(frozen=True, slots=True)
class Done:
    """What a week held. ``pain`` is the middle of its check-ins, ``pain_before`` that of the week before.

    ``mornings_unknown`` counts the sessions whose next morning has come without being told.
    """

    sessions: int
    sets: int
    exercises: int
    walks: int
    walk_minutes: float
    habits: int
    pain: float | None
    pain_before: float | None
    mornings_unknown: int
    had_flare: bool


def done_in(events: Iterable[Event], week: Week) -> Done:
    """Return what was done in a week; ``events`` stand, and may be more than the week's."""
    near = [event for event in events if week.begins - _WEEK <= event.day <= week.until + timedelta(days=1)]
    told = [event for event in near if week.holds(event.day)]
    sets = [event for event in told if event.kind == "set_performed"]
    walks = [event for event in told if event.kind == "walk_logged"]
    before = [event for event in near if event.day < week.begins]
    return Done(
        sessions=len({event.day for event in sets}),
        sets=len(sets),
        exercises=len({event.fields["exercise"] for event in sets}),
        walks=len(walks),
        walk_minutes=sum(event.fields["minutes"] for event in walks),
        habits=sum(event.fields.get("count", 1) for event in told if event.kind == "habit_done"),
        pain=_pain(told),
        pain_before=_pain(before),
        mornings_unknown=_mornings_unknown(near, week),
        had_flare=any(event.kind in ("flare_reported", "flare_ended") for event in told),
    )


def _pain(events: Iterable[Event]) -> float | None:
    told = [event.fields["pain_now"] for event in events if event.kind == "day_checked_in"]
    return middle(told) if told else None


def _mornings_unknown(events: Sequence[Event], week: Week) -> int:
    """A session of the week's last day has its morning in the next one, and is left out."""
    trained = {
        event.fields["session"]
        for event in events
        if event.kind == "set_performed" and week.begins <= event.day < week.until
    }
    return len(trained - {event.fields["session"] for event in events if event.kind == "morning_after"})
