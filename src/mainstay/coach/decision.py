"""What the coach decided for one exercise, from where to where, and why."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from mainstay.kernel import Reason


class Verdict(StrEnum):
    """The six decisions."""

    PROGRESS = "progress"
    MAINTAIN = "maintain"
    REGRESS = "regress"
    SUBSTITUTE = "substitute"
    REMOVE = "remove"
    STOP = "stop"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where on a ladder a person stands: the rung's slug, and the dose step on it (0 = easiest)."""

    rung: str
    step: int


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision. ``id`` is made from the event that led to it, so that replays agree.

    ``instead`` is an exercise that is open to the person in place of one that was taken out, and
    ``until`` the first day on which that one may come back.
    """

    id: str
    date: datetime.date
    exercise: str
    verdict: Verdict
    was: Place | None
    now: Place | None
    why: tuple[Reason, ...]
    instead: str = ""
    until: datetime.date | None = None
