"""Garmin FIT files: a recorded walk, or the walking of the days that a watch was worn."""

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import IO, Any

from mainstay.exchange.imports.counted import MOST_STEPS
from mainstay.exchange.imports.days import Days
from mainstay.exchange.imports.event import walking_event
from mainstay.exchange.imports.notes import Notes, Terms
from mainstay.kernel import Event

SOURCE = "garmin"
_WALKS = frozenset({"walking", "hiking"})
_ON_FOOT = frozenset({"walking", "running"})
_EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
_WANTED = frozenset({"session", "activity", "monitoring", "monitoring_info"})
_QUARTER = 900
# No clock on earth is farther from UTC; a watch that says so lost its time, and the person's zone is used.
_FARTHEST = 14 * 3600
# What some damage makes of the library's own arithmetic.
_DAMAGE = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError, struct.error)
_SHORT = 0xFFFF


def read_garmin(files: Iterable[tuple[IO[bytes], Notes]], terms: Terms) -> Iterator[Event]:
    """Yield one event for each walk that was recorded, and one for each day that a watch counted.

    Raise :class:`Unreadable` for a file that is damaged.
    """
    watch = _Watch()
    for file, notes in files:
        record = _File()
        for message in _messages(file, notes):
            record.take(message)
        yield from record.walks(terms)
        watch.add(record, terms.zone)
    yield from watch.days(terms)


def _messages(file: IO[bytes], notes: Notes) -> Iterator[Any]:
    """Yield the messages that matter; every checksum of the file has to be right."""
    import fitdecode

    options = {"check_crc": fitdecode.CrcCheck.RAISE, "error_handling": fitdecode.ErrorHandling.IGNORE}
    try:
        with fitdecode.FitReader(file, processor=None, **options) as reader:
            for frame in reader:
                if frame.frame_type == fitdecode.FIT_FRAME_DATA and frame.name in _WANTED:
                    yield frame
    except (fitdecode.FitError, *_DAMAGE) as error:
        raise notes.refuse(1, f"is a damaged FIT file ({error})", "download it again") from None


@dataclass(slots=True)
class _File:
    """One FIT file. Times are seconds since the end of 1989, in UTC."""

    sessions: list[Any] = field(default_factory=list)
    counts: list[tuple[int, str, float, float]] = field(default_factory=list)
    offset: timedelta | None = None
    _now: int = 0

    def take(self, message: Any) -> None:  # noqa: ANN401  (whatever fitdecode yields)
        """Take in one message."""
        moment, local = _number(message, "timestamp"), _number(message, "local_timestamp")
        self._now = int(moment) if moment is not None else self._now
        if moment is not None and local is not None and abs(local - moment) <= _FARTHEST:
            self.offset = timedelta(seconds=round((local - moment) / _QUARTER) * _QUARTER)
        if message.name == "session":
            self.sessions.append(message)
        elif message.name == "monitoring":
            self._count(message)

    def _count(self, message: Any) -> None:  # noqa: ANN401  (whatever fitdecode yields)
        short = _number(message, "timestamp_16")
        if short is not None:
            # Only the lower half of the time is written; it went on from the last whole one.
            self._now += (int(short) - self._now) & _SHORT
        kind, steps = _text(message, "activity_type"), _number(message, "steps")
        if kind in _ON_FOOT and steps is not None:
            active = _number(message, "active_time") or 0.0
            self.counts.append((self._now, kind, steps, active if kind == "walking" else 0.0))

    def walks(self, terms: Terms) -> Iterator[Event]:
        """Yield the walks of this file that began before today."""
        for session in self.sessions:
            start, seconds = _number(session, "start_time"), _number(session, "total_timer_time")
            if _text(session, "sport") in _WALKS and start is not None and seconds is not None:
                at = self.at(start, terms.zone)
                strides = _number(session, "total_strides")
                steps = None if strides is None else min(round(2 * strides), MOST_STEPS)
                if at.date() < terms.today:
                    yield walking_event(at, SOURCE, "walk", seconds / 60, steps)

    def at(self, seconds: float, zone: tzinfo | None) -> datetime:
        """Return a time on the person's clock: by the offset that the file tells, or else their zone."""
        moment = _EPOCH + timedelta(seconds=seconds)
        return moment.astimezone(zone if self.offset is None else timezone(self.offset))


class _Watch:
    """The days of a watch: each kind of movement counts up from midnight, over as many files as it takes."""

    def __init__(self) -> None:
        self._highest: dict[tuple[date, str], tuple[float, float]] = {}
        self._zones: dict[date, tzinfo | None] = {}

    def add(self, record: _File, zone: tzinfo | None) -> None:
        """Take in one file."""
        for seconds, kind, steps, active in record.counts:
            # A count that is written at midnight is the sum of the day before.
            at = record.at(seconds - 1, zone)
            known = self._highest.get((at.date(), kind), (0.0, 0.0))
            self._highest[at.date(), kind] = (max(known[0], steps), max(known[1], active))
            self._zones[at.date()] = at.tzinfo

    def days(self, terms: Terms) -> Iterator[Event]:
        """Yield the days before today."""
        days = Days(SOURCE, terms.cadence)
        for day, zone in self._zones.items():
            kinds = [self._highest.get((day, kind), (0.0, 0.0)) for kind in _ON_FOOT]
            noon = datetime.combine(day, time(12), zone)
            days.add_total(noon, sum(active for _, active in kinds) / 60, sum(steps for steps, _ in kinds))
        return days.events(terms.today)


def _number(message: Any, name: str) -> float | None:  # noqa: ANN401  (whatever fitdecode yields)
    found = message.get_value(name, fallback=None)
    return float(found) if isinstance(found, int | float) else None


def _text(message: Any, name: str) -> str:  # noqa: ANN401  (whatever fitdecode yields)
    return str(message.get_value(name, fallback=""))
