"""Times and counts as other apps write them."""

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from math import isfinite

MOST_STEPS = 1_000_000
"""The most that the diary's schema takes for one event."""
_LONGEST = timedelta(days=1)
_FIRST_YEAR = 1971
_MILLISECONDS_FROM = 10**11
_MINUTE_MS = 60_000


class NotCounted(ValueError):
    """A value that is no time or no count; the text says what it is instead."""


def moment(text: str, zone: tzinfo | None) -> datetime:
    """Return a time with its own fixed offset.

    A time without an offset is on the person's clock; one in UTC (``Z``, or a number of seconds or
    milliseconds since 1970) is an instant, and is moved to it. Raise :class:`NotCounted` for anything else.
    """
    try:
        if text.isdigit():
            since = int(text)
            seconds = since / 1000 if since >= _MILLISECONDS_FROM else since
            return _fixed(datetime.fromtimestamp(seconds, UTC).astimezone(zone))
        found = datetime.fromisoformat(text)
        if found.tzinfo is None:
            return on_clock(found, zone)
        return _fixed(found.astimezone(zone)) if text.endswith("Z") else found
    except (ValueError, OverflowError, OSError):
        raise NotCounted(f"{text!r} is not a date and time") from None


def on_clock(naive: datetime, zone: tzinfo | None) -> datetime:
    """Return a time on the person's clock with the offset that the clock had then."""
    return _fixed(naive.replace(tzinfo=zone) if zone else naive.astimezone())


def _fixed(at: datetime) -> datetime:
    """Return the same time with its offset alone, so that adding to it counts real minutes."""
    return at.replace(tzinfo=timezone(at.utcoffset() or timedelta(0)))


def steps(text: str) -> float:
    """Return a number of steps; raise :class:`NotCounted` where it is none."""
    return _number(text, "of steps", MOST_STEPS)


def minutes(milliseconds: str) -> float:
    """Return milliseconds as minutes; raise :class:`NotCounted` where they are none, or more than a day."""
    return _number(milliseconds, "of milliseconds", _LONGEST / timedelta(milliseconds=1)) / _MINUTE_MS


def _number(text: str, what: str, most: float) -> float:
    try:
        number = float(text)
    except ValueError:
        raise NotCounted(f"{text!r} is not a number {what}") from None
    if not isfinite(number) or not 0 <= number <= most:
        raise NotCounted(f"{text} is not a number {what} that a day can have")
    return number


def span(start: datetime, end: datetime) -> tuple[datetime, datetime]:
    """Return both ends of a stretch of time; raise :class:`NotCounted` where it cannot be one."""
    if end < start:
        raise NotCounted("it ends before it begins")
    if end - start > _LONGEST:
        raise NotCounted("it is longer than a day")
    if end > datetime.max.replace(tzinfo=UTC) - _LONGEST:
        raise _not_lived(start)
    return lived(start), end


def lived(at: datetime) -> datetime:
    """Return a time since there are steps to count; raise :class:`NotCounted` for one of long before.

    Before there were time zones the offsets of clocks have seconds, which no diary takes.
    """
    if at.year < _FIRST_YEAR:
        raise _not_lived(at)
    return at


def _not_lived(at: datetime) -> NotCounted:
    return NotCounted(f"{at.isoformat()} is not in a person's lifetime")
