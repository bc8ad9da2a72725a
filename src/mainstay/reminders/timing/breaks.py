"""Gentle prompts to change position, through the hours the person chose."""

from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta

from mainstay.catalogue.rules import ReminderRules
from mainstay.reminders.message import Kind
from mainstay.reminders.timing.due import Due, moment_key, useful_until
from mainstay.reminders.timing.facts import Breaks, Facts, Made, Wishes

_HOUR = 60


def breaks_of(
    rules: ReminderRules, wishes: Wishes, facts: Facts, made: Sequence[Made], others: Sequence[datetime]
) -> Iterator[Due]:
    """Yield the day's breaks, but those close to another reminder, or too soon after the last one made.

    The last can have come by another clock, before a journey or before the hours were changed.
    """
    if wishes.breaks is None:
        return
    useful = timedelta(minutes=min(rules.break_useful_minutes.whole, wishes.breaks.every))
    every = timedelta(minutes=wishes.breaks.every)
    last = max((one.due_at for one in made if one.kind is Kind.BREAK), default=None)
    for wall in _walls(wishes.breaks):
        due_at = wishes.clock.at(facts.day, wall)
        if any(abs(due_at - other) < useful for other in others):
            continue
        # Where the clock leaps, two times of day can be one moment.
        if last is None or due_at >= last + every:
            last = due_at
            until = useful_until(wishes, due_at, int(useful.total_seconds()) // 60)
            yield Due(moment_key(Kind.BREAK, due_at), Kind.BREAK, due_at, until)


def _walls(breaks: Breaks) -> Iterator[time]:
    """Yield the times of day: the first comes after sitting for as long as the person said."""
    begins, ends = _minutes(breaks.begins), _minutes(breaks.ends)
    for minute in range(begins + breaks.every, ends + 1, breaks.every):
        yield time(minute // _HOUR, minute % _HOUR)


def _minutes(wall: time) -> int:
    return wall.hour * _HOUR + wall.minute
