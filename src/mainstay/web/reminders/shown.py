"""The ways to a person, and what went over them, as the page shows it: never an address."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mainstay.reminders import Kind
from mainstay.reminders.models import Channel
from mainstay.reminders.outbox import Logged
from mainstay.words import day_text

_KINDS = {
    Kind.SESSION: "Session",
    Kind.WALK: "Walk",
    Kind.BREAK: "Break",
    Kind.ASK: "Shall I go on?",
    Kind.TEST: "Test",
}
_STATES = {
    "due": ("clock", "Waits to be sent"),
    "sending": ("sending", "On its way to {channel}"),
    "sent": ("check", "Sent to {channel}"),
    "failed": ("care", "Did not reach {channel}"),
    "late": ("same", "Not sent to {channel}"),
    "dropped": ("same", "Not sent to {channel}"),
    "unknown": ("info", "May have reached {channel}"),
}
_WAYS = {"push": ("device", "Notification"), "email": ("letter", "E-mail"), "service": ("sending", "Service")}


@dataclass(frozen=True, slots=True)
class Way:
    """One channel, without its address."""

    pk: int
    name: str
    icon: str
    kind: str
    on: bool
    problem: str


@dataclass(frozen=True, slots=True)
class Line:
    """One copy of a reminder: what, when, where to, and what became of it."""

    what: str
    when: str
    moment: datetime
    icon: str
    became: str
    why: str


def ways_of(channels: Iterable[Channel]) -> list[Way]:
    """Return channels as they are shown."""
    return [Way(one.pk, one.name, *_WAYS[one.kind], on=one.on, problem=one.problem) for one in channels]


def lines_of(logged: Iterable[Logged], today: date) -> list[Line]:
    """Return the log as it is shown."""
    return [_line(one, today) for one in logged]


def _line(one: Logged, today: date) -> Line:
    icon, became = _STATES[one.state]
    day = {today: "Today", today - timedelta(days=1): "Yesterday"}.get(one.at.date(), "")
    when = f"{day or day_text(one.at.date())}, {one.at:%H:%M}"
    return Line(_KINDS[one.kind], when, one.at, icon, became.format(channel=one.channel), one.problem)
