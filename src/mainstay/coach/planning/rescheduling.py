"""Where a missed session goes: to another day of its week that the person has, or nowhere, which is fine."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from mainstay.coach.planning.days import WeekPattern
from mainstay.kernel import Reason

_DAYS = 7
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WeekAsked:
    """A training week as the planner is asked about it.

    ``begins`` is its first day; ``offered`` are the weekdays the person has, Monday 0; ``trained`` the days
    of strength work already done; ``least`` how many strength days are worth having even where they touch.
    """

    pattern: WeekPattern
    offered: Collection[int]
    begins: date
    trained: frozenset[date]
    least: int


@dataclass(frozen=True, slots=True)
class WeekLeft:
    """What is left of a week from a day on: strength days, light days, and what was moved or let go."""

    strength: tuple[date, ...]
    light: tuple[date, ...]
    reasons: tuple[Reason, ...]


def week_left(asked: WeekAsked, on: date) -> WeekLeft:
    """Return the strength days left of the week from ``on``, a missed one moved where it fits.

    The week keeps its number of strength days as far as the person's own days allow: never two on one day,
    none touching another (nor the next week's first) while two others exist. Planned days stay where
    they can, and a missed session takes the earliest day that fits. Where none does it is let go, kindly.
    """
    ends = asked.begins + timedelta(days=_DAYS - 1)
    planned = [day for day in _days(asked.begins, ends) if day.weekday() in asked.pattern.strength]
    before = [day for day in planned if day < on]
    done = {day for day in asked.trained if asked.begins <= day <= ends}
    missed = [day for day in before if day not in done]
    ahead = tuple(day for day in planned if day >= on)
    # Only a week that did not go by its pattern is looked at anew. The first session may fall on a light day.
    unplanned = [day for day in done if day not in planned and day.weekday() not in asked.pattern.light]
    if not missed and not unplanned:
        return WeekLeft(ahead, _light(asked, on, ends, ahead), ())
    wanted = max(0, len(planned) - len(done))
    chosen = _chosen(asked, on, ends, planned, done, wanted)
    return WeekLeft(chosen, _light(asked, on, ends, chosen), _reasons(missed, done, ahead, chosen, wanted))


def _days(first: date, last: date) -> list[date]:
    return [first + n * _DAY for n in range((last - first).days + 1)]


def _light(asked: WeekAsked, on: date, ends: date, strength: Collection[date]) -> tuple[date, ...]:
    days = (day for day in _days(on, ends) if day.weekday() in asked.pattern.light)
    return tuple(day for day in days if day not in strength)


def _chosen(
    asked: WeekAsked, on: date, ends: date, planned: list[date], done: set[date], wanted: int
) -> tuple[date, ...]:
    """The best set of days: as many as wanted that do not touch, or up to the least of any."""
    free = [day for day in _days(on, ends) if day.weekday() in asked.offered and day not in done]
    after = {ends + _DAY} if asked.begins.weekday() in asked.pattern.strength else set[date]()
    fixed = done | after

    def best(size: int, *, apart: bool) -> tuple[date, ...] | None:
        found = [days for days in combinations(free, size) if not apart or not _touch(days, fixed)]
        # Among equals the first comes first: combinations are in the order of days.
        return max(found, key=lambda days: len(set(days) & set(planned)), default=None)

    apart = next(found for size in range(wanted, -1, -1) if (found := best(size, apart=True)) is not None)
    short = min(asked.least, wanted + len(done)) - len(done)
    if len(apart) >= short:
        return apart
    return best(min(short, len(free)), apart=False) or apart


def _touch(days: Iterable[date], fixed: Collection[date]) -> bool:
    chosen = set(days)
    near = chosen | set(fixed)
    return any(day + _DAY in near or day - _DAY in near for day in chosen)


def _reasons(
    missed: list[date], done: set[date], ahead: tuple[date, ...], chosen: tuple[date, ...], wanted: int
) -> tuple[Reason, ...]:
    """Tell where each went; what was missed before the last session is past and not brought up again."""
    last = max(done, default=date.min)
    leaving = [day for day in missed if day > last] + [day for day in ahead if day not in chosen]
    taken = [day for day in chosen if day not in ahead]
    moved = list(zip(leaving, taken, strict=False))
    told = [
        Reason("session-moved", (("day", was.isoformat()), ("to", now.isoformat())), "mainstay-product")
        for was, now in moved
    ]
    let_go = [day for day in leaving[len(moved) :] if day in missed][: max(0, wanted - len(chosen))]
    if let_go:  # the latest says enough
        told.append(Reason("session-let-go", (("day", let_go[-1].isoformat()),), "mainstay-product"))
    return tuple(told)
