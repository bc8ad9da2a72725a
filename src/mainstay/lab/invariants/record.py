"""A life laid out for reading: what was known on each day, every session, every decision."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mainstay.catalogue import Catalogue
from mainstay.coach import Decision, Today, Verdict
from mainstay.kernel import Event
from mainstay.lab.invariants.facts import Facts, facts_of, standing
from mainstay.lab.invariants.sessions import Sitting, sittings_of
from mainstay.lab.life import Life


@dataclass(frozen=True, slots=True)
class Breach:
    """A broken invariant: by whom, on which day, and what was wrong."""

    invariant: str
    number: int
    day: date
    what: str


@dataclass(frozen=True, slots=True)
class Day:
    """What the coach showed, and what the diary said by then."""

    today: Today
    facts: Facts
    known: int


Found = Iterator[tuple[date, str]]


@dataclass(frozen=True, slots=True)
class Record:
    """A life with its diary read. ``events`` are those that stand at the end, in order."""

    catalogue: Catalogue
    life: Life
    days: Sequence[Day]
    events: Sequence[Event]
    sittings: Sequence[Sitting]
    at_start: Mapping[str, Facts]
    by_id: Mapping[str, Decision]

    def decisions(self, *verdicts: Verdict) -> Iterator[Decision]:
        """Yield the decisions of some kinds; all where none is named."""
        return (made for made in self.life.decisions if not verdicts or made.verdict in verdicts)

    def is_corrected_after(self, known: int) -> bool:
        """Whether something was taken back when the diary had more than so many events."""
        return any(event.kind == "event_retracted" for event in self.life.events[known:])

    def made_by(self, event_id: str, slug: str) -> Decision | None:
        """Return what an event decided on an exercise last; None where it decided nothing."""
        return self.by_id.get(f"{event_id}:{slug}")


@dataclass(frozen=True, slots=True)
class Invariant:
    """Something that must hold in every life: its name, its words, and what looks for breaches."""

    name: str
    words: str
    check: Callable[[Record], Found]


def record_of(catalogue: Catalogue, life: Life) -> Record:
    """Read a life's diary."""
    events = standing(life.events)
    sittings, at_start = sittings_of(catalogue, events)
    by_id = {made.id: made for made in life.decisions}
    return Record(catalogue, life, tuple(_days(catalogue, life)), events, sittings, at_start, by_id)


def _days(catalogue: Catalogue, life: Life) -> Iterator[Day]:
    facts, read = Facts(), 0
    for seen in life.seen:
        fresh = life.events[read : seen.known]
        if any(event.kind == "event_retracted" for event in fresh):
            facts = facts_of(catalogue, life.events[: seen.known])
        else:
            for event in fresh:
                facts.take(catalogue, event)
        read = seen.known
        yield Day(seen.today, facts.copied(), seen.known)
