"""How far the charts look back."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Span(StrEnum):
    """The choices, the usual one first."""

    WEEKS = "weeks"
    YEAR = "year"
    ALL = "all"


_NAMES = {Span.WEEKS: "12 weeks", Span.YEAR: "1 year", Span.ALL: "All"}
_DAYS = {Span.WEEKS: timedelta(weeks=12), Span.YEAR: timedelta(days=365)}
_LEAST = timedelta(days=27)


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice as a page shows it."""

    slug: str
    name: str
    here: bool


def span_of(text: str) -> Span:
    """Return the span that an address names; the usual one where it names none."""
    return Span(text) if text in set(Span) else Span.WEEKS


def choices_of(chosen: Span) -> tuple[Choice, ...]:
    """Return all choices."""
    return tuple(Choice(span.value, _NAMES[span], span is chosen) for span in Span)


def since(span: Span, first: date, on: date) -> date:
    """Return the first day that is shown: never before the diary begins, never less than four weeks."""
    start = first if span is Span.ALL else max(first, on - _DAYS[span] + timedelta(days=1))
    return min(start, on - _LEAST)
