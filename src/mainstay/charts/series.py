"""What a chart is drawn from: days with values, spans of days, and what to call things."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Point:
    """A value on a day. A day without one is missing, never 0."""

    day: date
    value: float


@dataclass(frozen=True, slots=True)
class Span:
    """Some days, the first and the last included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Captions:
    """The words on the charts in one language.

    ``months`` are twelve short names, ``weekdays`` seven initials from Monday; ``day`` is a template of
    ``{day}``, ``{month}`` and ``{year}``; ``said`` are the other texts by key, with slots of their own.
    """

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    day: str
    said: Mapping[str, str]

    def dated(self, day: date) -> str:
        """Return a date in full."""
        return self.day.format(day=day.day, month=self.months[day.month - 1], year=day.year)

    def short(self, day: date) -> str:
        """Return a date without its year."""
        return f"{day.day} {self.months[day.month - 1]}"

    def days(self, first: date, last: date) -> str:
        """Return a date, or the two ends of a span."""
        return self.dated(first) if first == last else f"{self.dated(first)} – {self.dated(last)}"

    def say(self, key: str, **values: object) -> str:
        """Return the text of a key with its slots filled; KeyError where there is none."""
        return self.said[key].format_map(values)


def number(value: float) -> str:
    """Return a number without needless decimals, at most one, with a true minus."""
    return f"{round(value, 1):g}".replace("-", "−")
