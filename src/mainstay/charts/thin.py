"""Ten years on a phone: values gathered into columns that can be told apart, with their extremes kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from math import ceil
from statistics import median

from mainstay.charts.series import Point, Span

_WEEK = 7
_FEW_DAYS = 3


@dataclass(frozen=True, slots=True)
class Bundle:
    """The values of some days: the least, the middle and the greatest of ``count``."""

    first: date
    last: date
    low: float
    middle: float
    high: float
    count: int


def days_together(span: Span, most: int) -> int:
    """Return how many days share a column where there is room for ``most``; more than three make weeks."""
    days = ceil(((span.last - span.first).days + 1) / max(most, 1))
    return days if days <= _FEW_DAYS else ceil(days / _WEEK) * _WEEK


def bundled(points: Iterable[Point], span: Span, together: int) -> tuple[Bundle, ...]:
    """Return the values within a span by columns of so many days, in order; empty columns are left out."""
    inside = sorted((p for p in points if span.first <= p.day <= span.last), key=lambda p: p.day)
    columns = groupby(inside, key=lambda point: (point.day - span.first).days // together)
    return tuple(_bundle(span, together, column, [p.value for p in found]) for column, found in columns)


def _bundle(span: Span, together: int, column: int, values: list[float]) -> Bundle:
    first = span.first + timedelta(days=column * together)
    last = min(first + timedelta(days=together - 1), span.last)
    return Bundle(first, last, min(values), median(values), max(values), len(values))


def stretches(bundles: Iterable[Bundle], gap: int) -> list[list[Bundle]]:
    """Return runs of bundles with at most ``gap`` days between neighbours: a line may join only these."""
    runs: list[list[Bundle]] = []
    for bundle in bundles:
        if runs and (bundle.first - runs[-1][-1].last).days <= gap:
            runs[-1].append(bundle)
        else:
            runs.append([bundle])
    return runs
