"""Many lives at once: the same people and the same result, however they are shared out."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from functools import cache
from multiprocessing import get_context

from mainstay.catalogue import Catalogue, load_catalogue
from mainstay.lab.invariants import Breach, breaches_of
from mainstay.lab.life import Life
from mainstay.lab.living import live

CHUNK = 10
"""People in a piece of work; it says how often the progress moves, and nothing of the result."""


@dataclass(frozen=True, slots=True)
class Order:
    """A cohort that is asked for: the people numbered 0 to ``people - 1`` under a seed, for some weeks."""

    people: int
    weeks: int
    seed: int


@dataclass(frozen=True, slots=True)
class Tally:
    """What some lives came to: counts, and every broken invariant."""

    people: int = 0
    events: int = 0
    kinds: Mapping[str, int] = field(default_factory=dict)
    modes: Mapping[str, int] = field(default_factory=dict)
    verdicts: Mapping[str, int] = field(default_factory=dict)
    sessions: int = 0
    breaches: tuple[Breach, ...] = ()

    def __add__(self, other: "Tally") -> "Tally":
        """Return both together; breaches in the order of people."""
        return Tally(
            self.people + other.people,
            self.events + other.events,
            _sum(self.kinds, other.kinds),
            _sum(self.modes, other.modes),
            _sum(self.verdicts, other.verdicts),
            self.sessions + other.sessions,
            tuple(
                sorted(
                    (*self.breaches, *other.breaches), key=lambda one: (one.number, one.invariant, one.day)
                )
            ),
        )


def _sum(one: Mapping[str, int], other: Mapping[str, int]) -> dict[str, int]:
    both = Counter(one) + Counter(other)
    return dict(sorted(both.items()))


Told = Callable[[int], None]
"""Is told how many more people are done."""
Engine = Callable[[Order, Sequence[range]], Iterator[Tally]]
"""Works through pieces of a cohort, in any order."""


def simulate(order: Order, engine: Engine, told: Told = lambda _: None) -> Tally:
    """Return what a cohort came to. The engine shares out the work and changes nothing about the result."""
    pieces = [range(first, min(first + CHUNK, order.people)) for first in range(0, order.people, CHUNK)]
    whole = Tally()
    for tally in engine(order, pieces):
        whole += tally
        told(tally.people)
    return whole


def tally_of(order: Order, numbers: Iterable[int]) -> Tally:
    """Live some of an order's people here and now."""
    catalogue = _catalogue()
    whole = Tally()
    for number in numbers:
        life = live(catalogue, order.seed, number, order.weeks)
        whole += _tally(catalogue, life)
    return whole


@cache
def _catalogue() -> Catalogue:
    return load_catalogue()


def _tally(catalogue: Catalogue, life: Life) -> Tally:
    return Tally(
        people=1,
        events=len(life.events),
        kinds={life.kind.value: 1},
        modes=dict(Counter(seen.today.mode for seen in life.seen)),
        verdicts=dict(Counter(made.verdict.value for made in life.decisions)),
        sessions=sum(event.kind == "session_started" for event in life.events),
        breaches=breaches_of(catalogue, life),
    )


def local(processes: int) -> Engine:
    """Return an engine that uses some processes of this machine; one means this process itself."""

    def engine(order: Order, pieces: Sequence[range]) -> Iterator[Tally]:
        if processes == 1:
            yield from (tally_of(order, piece) for piece in pieces)
            return
        with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
            works = [pool.submit(tally_of, order, piece) for piece in pieces]
            yield from (work.result() for work in as_completed(works))

    return engine


def dask() -> Engine:
    """Return an engine that hands the pieces to Dask: to the client that is connected, or to local processes.

    Raises ModuleNotFoundError where Dask is not installed (``mainstay[cluster]``).
    """
    from dask.base import compute, get_scheduler
    from dask.delayed import delayed

    def engine(order: Order, pieces: Sequence[range]) -> Iterator[Tally]:
        work = delayed(tally_of)
        # Without a client Dask would use threads, which wait for each other here.
        scheduler = None if get_scheduler() else "processes"
        yield from compute(*(work(order, piece) for piece in pieces), scheduler=scheduler)

    return engine
