"""What of an import a diary is lacking, so that no walking is in it twice.

Three rules. What a person noted themselves is never touched, and a day of theirs is not counted again. A day
that an app counted has its walks in it. Of two counts of the same day, the one with more walking stands, so
that importing an older file after a newer one changes nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from mainstay.coach import standing_events
from mainstay.exchange.imports.event import SOURCES, retraction
from mainstay.kernel import Event


@dataclass(frozen=True, slots=True)
class Joined:
    """What to add to the diary, and what became of the walks and days that were found.

    ``events`` are the new ones, with the retractions of those that they replace. ``new``, ``replaced``,
    ``known`` (they say no more than the diary does) and ``own`` (the person noted walks of that day) add up
    to what was found.
    """

    events: tuple[Event, ...]
    new: int
    replaced: int
    known: int
    own: int


def join(diary: Iterable[Event], found: Sequence[Event]) -> Joined:
    """Compare what was found with every ``walk_logged`` and ``event_retracted`` of a diary."""
    stored = list(diary)
    ids = {event.id for event in stored}
    diaries: dict[date, _Day] = defaultdict(_Day)
    for event in standing_events(stored):
        if event.kind == "walk_logged":
            diaries[event.day].put(event)
    counts = {"new": 0, "replaced": 0, "known": 0, "own": 0}
    for event in found:
        # An id that is there but does not stand was taken back, by the person or by a fuller count.
        outcome = "known" if event.id in ids else diaries[event.day].offer(event)
        counts[outcome] += 1
    return Joined(tuple(e for day in diaries.values() for e in day.added), **counts)


@dataclass(slots=True)
class _Day:
    """The walking of one day in the diary."""

    own: list[Event] = field(default_factory=list)
    walks: list[Event] = field(default_factory=list)
    whole: Event | None = None
    added: list[Event] = field(default_factory=list)

    def put(self, event: Event) -> None:
        """Take in an event that stands in the diary."""
        if event.fields.get("source") not in SOURCES:
            self.own.append(event)
        elif _is_day(event):
            self.whole = max(self.whole or event, event, key=_walked)
        else:
            self.walks.append(event)

    def offer(self, event: Event) -> str:
        """Take in an event that was found, where it says more; return what became of it."""
        if _is_day(event):
            return self._offer_day(event)
        if any(_meet(event, walk) for walk in self.own):
            return "own"
        if self.whole or any(_meet(event, walk) for walk in self.walks):
            return "known"
        self.walks.append(event)
        self.added.append(event)
        return "new"

    def _offer_day(self, event: Event) -> str:
        if self.own:
            return "own"
        there = [self.whole] if self.whole else self.walks
        minutes = sum(float(walk.fields["minutes"]) for walk in there)
        steps = sum(int(walk.fields.get("steps", 0)) for walk in there)
        if there and (minutes, steps) >= _walked(event):
            return "known"
        self.added.extend((*(retraction(walk, event) for walk in there), event))
        self.whole, self.walks = event, []
        return "replaced" if there else "new"


def _is_day(event: Event) -> bool:
    return event.fields.get("covers") == "day"


def _walked(event: Event) -> tuple[float, int]:
    return float(event.fields["minutes"]), int(event.fields.get("steps", 0))


def _meet(found: Event, there: Event) -> bool:
    """Whether two walks were at the same time. People note a walk when it begins or when it is over."""
    earliest, latest = _stretch(there)
    return earliest < found.at + _length(found) and found.at < latest


def _stretch(event: Event) -> tuple[datetime, datetime]:
    noted = event.fields.get("source") not in SOURCES
    return event.at - _length(event) if noted else event.at, event.at + _length(event)


def _length(event: Event) -> timedelta:
    return timedelta(minutes=float(event.fields["minutes"]))
