"""What timing goes by: what the person wants, how their day stands, what was made already."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from mainstay.reminders.message import Kind
from mainstay.reminders.timing.clock import Clock, Quiet


@dataclass(frozen=True, slots=True)
class Breaks:
    """Breaks ``every`` so many minutes between two times of day, the last of them included."""

    every: int
    begins: time
    ends: time


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person wants, None for what they do not; nothing is due before ``since``, when they said so.

    ``paused`` while they have been asked whether to go on and have not said.
    """

    session: time | None
    walk: time | None
    breaks: Breaks | None
    quiet: Quiet
    clock: Clock
    since: datetime
    paused: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """How a day of the person stands.

    ``locked`` while nothing may be trained; ``planned`` where the day has a session that is not done,
    ``begun`` once it was begun; ``busy_until`` the moment up to which a session is going on; ``stopped`` by
    a strong response today; ``walk`` where one is asked for and none is noted. ``unanswered`` counts the
    reminders of a session in a row that nothing in the diary followed.
    """

    day: date
    locked: bool = False
    planned: bool = True
    begun: bool = False
    busy_until: datetime | None = None
    stopped: bool = False
    walk: bool = True
    unanswered: int = 0


class Answer(StrEnum):
    """What the person can press."""

    LATER = "later"
    NOT_TODAY = "not_today"


@dataclass(frozen=True, slots=True)
class Made:
    """A reminder of the day that is made already, and what was pressed on it, if anything."""

    key: str
    kind: Kind
    due_at: datetime
    answer: Answer | None = None
    again_at: datetime | None = None
