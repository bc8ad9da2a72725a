"""When a measure is asked: its weeks, what was answered for each, what is due and what stays missing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import count, pairwise

from mainstay.catalogue import Schedule
from mainstay.catalogue.outcome_rules import OutcomeRules
from mainstay.coach.outcomes.scores import Score


class PointState(StrEnum):
    """What has become of one week of a schedule."""

    ANSWERED = "answered"
    DUE = "due"
    MISSING = "missing"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Point:
    """One week of a schedule, the day from which it is asked, and the day of its answer."""

    week: int
    opens: date
    state: PointState
    answered: date | None = None


def points(
    rules: OutcomeRules, schedule: Schedule, started: date | None, scores: Sequence[Score], on: date
) -> tuple[Point, ...]:
    """Return the points of a schedule up to the next one ahead of ``on``.

    Weeks count from the first session. Before it, only the answer of week 0 is due. A point takes the
    answers from a few days before it opens until the next one does; the first answer may come late,
    because without it nothing can ever be compared.
    """
    if started is None:
        return _before_the_start(schedule, scores, on)
    early = timedelta(days=rules.early_days.whole)
    last_day = timedelta(days=rules.open_days.whole)
    found = []
    opened = list(_opened(schedule, started, on))
    for (week, opens), (_, following) in pairwise(opened):
        begin = date.min if week == 0 else opens - early
        answered = next((s.day for s in scores if begin <= s.day < following - early), None)
        is_open = opens <= on < following and (on <= opens + last_day or not scores)
        found.append(Point(week, opens, _state(answered, opens, is_open, on), answered))
    return tuple(found)


def _state(answered: date | None, opens: date, is_open: bool, on: date) -> PointState:
    if answered is not None:
        return PointState.ANSWERED
    if on < opens:
        return PointState.AHEAD
    return PointState.DUE if is_open else PointState.MISSING


def _before_the_start(schedule: Schedule, scores: Sequence[Score], on: date) -> tuple[Point, ...]:
    if 0 not in schedule.weeks:
        return ()
    answered = scores[-1].day if scores else None
    return (Point(0, on, PointState.ANSWERED if answered else PointState.DUE, answered),)


def _opened(schedule: Schedule, started: date, on: date) -> Iterator[tuple[int, date]]:
    """Yield every week that has opened, the next one ahead, and the one after that, to close it."""
    ahead = 0
    for week in _weeks(schedule):
        opens = started + timedelta(weeks=week)
        yield week, opens
        ahead += opens > on
        if ahead == 2:
            return


def _weeks(schedule: Schedule) -> Iterator[int]:
    yield from schedule.weeks
    yield from count(schedule.weeks[-1] + schedule.then_every, schedule.then_every)
