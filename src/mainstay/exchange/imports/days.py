"""Adding up what was counted in snippets: the walking of each day, from any number of devices.

A phone and a watch count the same steps, so nothing is simply added. Walking time is a set of minutes: a
minute in which two devices saw walking is one minute. Steps are taken hour by hour from the device that
counted most in that hour.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from math import ceil

from mainstay.exchange.imports.counted import MOST_STEPS
from mainstay.exchange.imports.event import walking_event
from mainstay.kernel import Event

# A local day in any time zone lies within 50 hours that begin 14 hours before midnight UTC. Counting in
# absolute time, the hour that a clock repeats in autumn is two hours.
_LEAD = 14 * 3600
_HOURS = 50
_HOUR, _MINUTE, _DAY = 3600, 60, timedelta(days=1)


class Days:
    """The walking of each local day so far. A few hundred bytes a day and device, however many snippets."""

    def __init__(self, source: str, cadence: float) -> None:
        """Begin with no day. ``cadence`` is the pace in steps a minute from which steps are walking time."""
        self._source, self._cadence = source, cadence
        self._hours: dict[date, dict[str, array[float]]] = defaultdict(dict)
        self._minutes: dict[date, int] = defaultdict(int)
        self._totals: dict[date, tuple[float, float]] = {}
        self._last: dict[date, datetime] = {}

    def add_steps(self, device: str, start: datetime, end: datetime, count: float) -> None:
        """Take in steps that a device counted, evenly from ``start`` to ``end``."""
        seconds = (end - start).total_seconds()
        walked = seconds > 0 and count * _MINUTE >= self._cadence * seconds
        for day, first, last in self._pieces(start, end):
            hours = self._hours[day].get(device)
            if hours is None:
                hours = self._hours[day][device] = array("d", bytes(8 * _HOURS))
            _spread(hours, first, last, count * (last - first) / seconds if seconds else count)
            if walked:
                self._minutes[day] |= _minutes(first, last)

    def add_walk(self, start: datetime, end: datetime) -> None:
        """Take in a walk that a person recorded: walking time, however many steps it had."""
        for day, first, last in self._pieces(start, end):
            self._minutes[day] |= _minutes(first, last)

    def add_total(self, noon: datetime, minutes: float, count: float) -> None:
        """Take in a day that the other app has added up itself."""
        day = noon.date()
        self._totals[day] = max((minutes, count), self._totals.get(day, (0.0, 0.0)))
        self._last.setdefault(day, noon)

    def events(self, today: date) -> Iterator[Event]:
        """Yield one event for each day before ``today`` that was counted at all, oldest first.

        It stands at noon, with the offset of that day's last record.
        """
        for day in sorted(self._last):
            if day < today:
                minutes, count = self._day(day)
                noon = datetime.combine(day, time(12), self._last[day].tzinfo)
                yield walking_event(noon, self._source, "day", minutes, count)

    def _day(self, day: date) -> tuple[float, int | None]:
        """Return the minutes and steps of a day: added up here, or by the other app where that is more."""
        minutes: float = min(self._minutes.get(day, 0).bit_count(), 24 * 60)
        devices = self._hours.get(day, {}).values()
        steps = round(sum(map(max, zip(*devices, strict=True)))) if devices else None
        if day in self._totals:
            minutes, count = max((minutes, steps or 0), self._totals[day])
            steps = round(count)
        return minutes, None if steps is None else min(steps, MOST_STEPS)

    def _pieces(self, start: datetime, end: datetime) -> Iterator[tuple[date, float, float]]:
        """Yield each local day that a stretch touches, with its first and last second there."""
        end = end.astimezone(start.tzinfo)
        while True:
            day = start.date()
            self._last[day] = max(start, self._last.get(day, start))
            begin = datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp() - _LEAD
            midnight = datetime.combine(day, time(), start.tzinfo) + _DAY
            yield day, start.timestamp() - begin, min(end, midnight).timestamp() - begin
            if end <= midnight:
                return
            start = midnight


def _spread(hours: "array[float]", first: float, last: float, count: float) -> None:
    """Share out steps over the hours that they fall into."""
    hour, until = int(first // _HOUR), int(last // _HOUR)
    if hour == until or last == first:
        hours[hour] += count
        return
    for one in range(hour, min(until, _HOURS - 1) + 1):
        within = min(last, (one + 1) * _HOUR) - max(first, one * _HOUR)
        hours[one] += count * within / (last - first)


def _minutes(first: float, last: float) -> int:
    """Return the minutes of a stretch as bits: those whose middle lies in it, so that rounding evens out."""
    begin, end = ceil((first - _MINUTE / 2) / _MINUTE), ceil((last - _MINUTE / 2) / _MINUTE)
    return ((1 << end - begin) - 1) << begin
