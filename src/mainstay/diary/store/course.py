"""A fold on its way: the person so far, what was decided, and where to take it up again."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta

from mainstay import coach
from mainstay.catalogue import Catalogue
from mainstay.coach import Person
from mainstay.diary.store.rows import Made, Turn
from mainstay.kernel import Event, EventKey

SNAPSHOT_EVERY = 32
"""Events between two snapshots: about two sessions. A correction of this week replays few more than that."""

DENSE = timedelta(days=60)
SPARSE_DAYS = 30


@dataclass(slots=True)
class Course:
    """One run over events in their order. ``key`` is that of the last event taken."""

    catalogue: Catalogue
    person: Person
    key: EventKey | None = None
    since_snapshot: int = 0
    made: list[Made] = field(default_factory=list)
    flares: list[tuple[EventKey, Turn]] = field(default_factory=list)
    snapshots: dict[EventKey, Person] = field(default_factory=dict)

    def take(self, event: Event) -> None:
        """Take in the next event."""
        before = self.person.progression.flare
        self.person, decisions = coach.advance(self.catalogue, self.person, event)
        self.key = event.key
        flare = self.person.progression.flare
        if (before and before.since) != (flare and flare.since):
            self.flares.append((event.key, (event.day, flare.since if flare else None)))
        if decisions:
            self.made.append((event.key, decisions))
        self.since_snapshot += 1
        if self.since_snapshot >= SNAPSHOT_EVERY:
            self.snapshot(event.key)

    def snapshot(self, key: EventKey) -> None:
        """Remember the person as they are after every event up to a point."""
        self.snapshots[key] = self.person
        self.since_snapshot = 0


def worth_keeping(keys: Iterable[EventKey]) -> set[EventKey]:
    """Return the snapshots to keep: all of the last weeks, and one for every month before.

    Corrections are mostly of the last days. The choice depends only on the points themselves, so that
    thinning twice is thinning once.
    """
    ordered = sorted(keys)
    months: dict[int, EventKey] = {}
    for key in ordered:
        months.setdefault(key[0].toordinal() // SPARSE_DAYS, key)
    return {key for key in ordered if ordered[-1][0] - key[0] <= DENSE} | set(months.values())
