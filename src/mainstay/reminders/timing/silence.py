"""Why a reminder is not sent: asked when it is planned, and again right before it goes out."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from mainstay.reminders.message import Kind
from mainstay.reminders.timing.facts import Answer, Facts, Made, Wishes


class Silence(StrEnum):
    """The reasons, as codes; their words are in ``content/words``."""

    OFF = "off"
    PAUSED = "paused"
    LOCKED = "locked"
    NOT_TODAY = "not-today"
    QUIET = "quiet"
    NOT_PLANNED = "not-planned"
    BEGUN = "begun"
    BUSY = "busy"
    STOPPED = "stopped"
    LATER = "later"
    NO_WALK = "no-walk"


def silence(kind: Kind, wishes: Wishes, facts: Facts, made: Iterable[Made], at: datetime) -> Silence | None:
    """Return why nothing of a kind is sent at a moment of the day that ``facts`` tell; None where it is.

    A test is never kept back, and the question whether to go on not by the pause that it brings.
    """
    if kind is Kind.TEST:
        return None
    general = _general(kind, wishes, facts, [one for one in made if one.kind is kind])
    if general:
        return general
    if wishes.quiet.holds(wishes.clock.wall_at(at)):
        return Silence.QUIET
    match kind:
        case Kind.BREAK:
            return _break(facts, [one for one in made if one.kind is kind], at)
        case Kind.WALK:
            return None if facts.walk else Silence.NO_WALK
        case _:
            return _session(facts)


def _general(kind: Kind, wishes: Wishes, facts: Facts, made: list[Made]) -> Silence | None:
    wanted = {Kind.WALK: wishes.walk, Kind.BREAK: wishes.breaks}.get(kind, wishes.session)
    if wanted is None:
        return Silence.OFF
    if wishes.paused and kind is not Kind.ASK:
        return Silence.PAUSED
    if facts.locked:
        return Silence.LOCKED
    if any(one.answer is Answer.NOT_TODAY for one in made):
        return Silence.NOT_TODAY
    return None


def _session(facts: Facts) -> Silence | None:
    if facts.begun:
        return Silence.BEGUN
    return None if facts.planned else Silence.NOT_PLANNED


def _break(facts: Facts, made: list[Made], at: datetime) -> Silence | None:
    if facts.stopped:
        return Silence.STOPPED
    if facts.busy_until is not None and at < facts.busy_until:
        return Silence.BUSY
    if any(one.again_at is not None and at < one.again_at for one in made):
        return Silence.LATER
    return None
