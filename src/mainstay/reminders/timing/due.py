"""One reminder that is due, or will be."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from mainstay.reminders.message import Kind
from mainstay.reminders.timing.facts import Wishes

_AGAIN = "-n"


@dataclass(frozen=True, slots=True)
class Due:
    """A reminder: due at a moment, of use up to another. ``follows`` is the one it repeats on request."""

    key: str
    kind: Kind
    due_at: datetime
    until: datetime
    follows: str = ""


def day_key(kind: Kind, day: date) -> str:
    """Name the one reminder of its kind on a day of the person, however often that day comes to them."""
    return f"{kind}-{day.isoformat()}"


def moment_key(kind: Kind, moment: datetime) -> str:
    """Name a reminder by its moment, to the minute: the same in every zone."""
    return f"{kind}-{moment.astimezone(UTC):%Y%m%dt%H%Mz}"


def again_key(key: str) -> str:
    """Name the reminder that repeats another; pressing twice asks for the same one."""
    first, _, number = key.partition(_AGAIN)
    return f"{first}{_AGAIN}{int(number or 1) + 1}"


def useful_until(wishes: Wishes, due_at: datetime, minutes: int) -> datetime:
    """Return the end of a reminder's use: after its minutes, before quiet hours, and on its own day."""
    ends = [due_at + timedelta(minutes=minutes), wishes.clock.day_ends(wishes.clock.day_at(due_at))]
    quiet = wishes.quiet.next_begin(wishes.clock, due_at)
    return min([*ends, quiet] if quiet else ends)
