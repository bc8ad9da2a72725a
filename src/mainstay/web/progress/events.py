"""Strong responses and flare-ups: counted and told, so that nothing that went wrong is hidden."""

from dataclasses import dataclass
from datetime import date

from mainstay.charts import Span
from mainstay.exchange.chronicle import Ledger, Red
from mainstay.words import chart_captions, exercise_text, reason_text

_MOST = 8


@dataclass(frozen=True, slots=True)
class Adverse:
    """What went wrong in a span. ``lines`` are the newest, newest first; ``more`` counts the others."""

    reds: int
    flares: int
    lines: tuple[tuple[str, str], ...]
    more: int


def adverse_days(ledger: Ledger, since: date) -> Adverse:
    """Return what went wrong from a day on."""
    reds = _reds(ledger, [red for red in ledger.kept.reds if red.day >= since])
    flares = [flare for flare in ledger.flares if flare.last >= since]
    lines = sorted([*reds, *(_flare(ledger, flare) for flare in flares)], reverse=True)
    told = tuple((days, said) for _, days, said in lines[:_MOST])
    return Adverse(len(reds), len(flares), told, max(0, len(lines) - _MOST))


def _reds(ledger: Ledger, reds: list[Red]) -> list[tuple[date, str, str]]:
    """One line for each day and cause: a hard day can be felt in several exercises."""
    found: dict[tuple[date, str], list[str]] = {}
    for red in reds:
        name = exercise_text(ledger.catalogue, red.exercise)
        found.setdefault((red.day, reason_text(ledger.catalogue, red.why)), []).append(name)
    captions = chart_captions()
    return [
        (day, captions.dated(day), f"{', '.join(dict.fromkeys(names))}. {said}")
        for (day, said), names in found.items()
    ]


def _flare(ledger: Ledger, flare: Span) -> tuple[date, str, str]:
    captions = chart_captions()
    goes_on = flare.last == ledger.on and ledger.person.progression.flare is not None
    days = f"Since {captions.dated(flare.first)}" if goes_on else captions.days(flare.first, flare.last)
    return flare.first, days, "Flare-up"
