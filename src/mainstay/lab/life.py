"""A life as it was lived: the diary in the order of writing, and what the coach planned on each day."""

from dataclasses import dataclass

from mainstay.coach import Decision, Today
from mainstay.kernel import Event
from mainstay.lab.person import Kind


@dataclass(frozen=True, slots=True)
class Seen:
    """What the coach showed once. ``known`` is how many events the diary had by then."""

    known: int
    today: Today


@dataclass(frozen=True, slots=True)
class Life:
    """One person's course. ``told`` are the referrals that the outcomes led to, looked at now and then."""

    seed: int
    number: int
    kind: Kind
    weeks: int
    events: tuple[Event, ...]
    seen: tuple[Seen, ...]
    decisions: tuple[Decision, ...]
    told: tuple[str, ...] = ()
