"""What a look back needs, however it was come by: the days, the ladders, the flare-ups and the person."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from mainstay.catalogue import Catalogue
from mainstay.charts import Span
from mainstay.coach import Person
from mainstay.exchange.chronicle.kept import Kept
from mainstay.kernel import Event

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Ledger:
    """A diary up to and including ``on``, as far as charts show it.

    ``flares`` are the flare-ups as the coach took them, told or found; one that goes on ends on ``on``.
    ``profiles`` are the person's answers about themselves, oldest first.
    """

    catalogue: Catalogue
    on: date
    person: Person
    flares: tuple[Span, ...]
    profiles: tuple[Event, ...]
    kept: Kept


def flares_from(turns: Iterable[tuple[date, date | None]], on: date) -> tuple[Span, ...]:
    """Return flare-ups from the days on which one began or ended (None), oldest first."""
    flares = list[Span]()
    begun: date | None = None
    for day, since in turns:
        if begun is not None:
            flares.append(Span(begun, max(begun, day - _DAY)))
        begun = since
    if begun is not None:
        flares.append(Span(begun, on))
    return tuple(flares)
