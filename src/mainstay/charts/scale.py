"""From days and values to places on the paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import ceil, floor, log10

_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Days:
    """The time axis: a day is a column of its own width, and its place is the middle of it."""

    first: date
    last: date
    left: float
    right: float

    @property
    def step(self) -> float:
        """The width of one day."""
        return (self.right - self.left) / ((self.last - self.first).days + 1)

    def start(self, day: date) -> float:
        """Return where a day begins; days outside are held at the ends."""
        place = self.left + (day - self.first).days * self.step
        return min(max(place, self.left), self.right)

    def end(self, day: date) -> float:
        """Return where a day ends."""
        return self.start(day + timedelta(days=1))

    def middle(self, first: date, last: date | None = None) -> float:
        """Return the middle of a day, or of the days from one to another."""
        return (self.start(first) + self.end(last or first)) / 2


@dataclass(frozen=True, slots=True)
class Levels:
    """The value axis; ``low`` lies at ``bottom``."""

    low: float
    high: float
    bottom: float
    top: float

    def place(self, value: float) -> float:
        """Return the height of a value; values beyond the ends are held there."""
        share = (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)
        return self.bottom - share * (self.bottom - self.top)


class Tick(StrEnum):
    """What a named day begins."""

    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


def day_ticks(days: Days, apart: float) -> list[tuple[date, Tick]]:
    """Return days to name, at least ``apart`` units from each other, and what each begins.

    They are every so many Mondays, or first days of months, whichever is the finest that fits.
    """
    for weeks in (1, 2):
        if days.step * 7 * weeks >= apart:
            return [(day, Tick.WEEK) for day in _mondays(days, weeks)]
    months = next(
        (n for n in (1, 2, 3, 6) if days.step * 30 * n >= apart),
        _MONTHS_A_YEAR * ceil(apart / (days.step * 365)),
    )
    return [(day, Tick.YEAR if day.month == 1 else Tick.MONTH) for day in _months(days, months)]


def _mondays(days: Days, weeks: int) -> Iterator[date]:
    day = days.first + timedelta(days=-days.first.weekday() % 7)
    while day <= days.last:
        yield day
        day += timedelta(days=7 * weeks)


def _months(days: Days, every: int) -> Iterator[date]:
    """Yield the first days of months, counted from January, so that years line up."""
    first = days.first.year * _MONTHS_A_YEAR + days.first.month - 1
    count = ceil(first / every) * every
    while (day := date(count // _MONTHS_A_YEAR, count % _MONTHS_A_YEAR + 1, 1)) <= days.last:
        if day >= days.first:
            yield day
        count += every


def nice_top(value: float) -> float:
    """Return the next round number at or above a value: 1, 2, 3, 4, 5, 6 or 8 times a power of ten."""
    if value <= 0:
        return 1.0
    size = 10.0 ** floor(log10(value))
    return next(step * size for step in (1, 2, 3, 4, 5, 6, 8, 10) if step * size >= value - 1e-9)
