"""The tables of numbers that Google Takeout and Health Connect write, known by the names of their columns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_START = ("start time", "start", "start date", "timestamp", "time")
_END = ("end time", "end", "end date")
_COUNT = ("steps", "step count", "count")
_DEVICE = ("data source", "source", "app", "package name", "data origin", "device")
_WALKING = re.compile(r"(.*\bwalking|hiking) duration \(ms\)")

Columns = dict[str, int]


@dataclass(frozen=True, slots=True)
class DayTable:
    """One row a day: Google Fit's "Daily activity metrics". Numbers are places in a row."""

    date: int
    steps: int
    walking: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class StepTable:
    """One row a snippet. Without an end, a row stands for one minute."""

    start: int
    steps: int
    end: int | None
    device: int | None


def table_of(header: Sequence[str]) -> DayTable | StepTable | None:
    """Return how to read a table with this header; None for one that is not about steps."""
    places = {_plain(name): place for place, name in reversed(list(enumerate(header)))}
    walking = tuple(place for name, place in places.items() if _WALKING.fullmatch(name))
    if {"date", "step count"} <= places.keys() and walking:
        return DayTable(places["date"], places["step count"], walking)
    start, count = _first(places, _START), _first(places, _COUNT)
    # Google Fit also writes a file a day, whose rows have a time but no date.
    if start is None or count is None or "calories (kcal)" in places:
        return None
    return StepTable(start, count, _first(places, _END), _first(places, _DEVICE))


def _plain(name: str) -> str:
    """Return a column's name in small letters and single spaces: ``startTime`` and ``start_time`` are one."""
    return re.sub(r"[\s_]+", " ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name.strip().lstrip("\ufeff"))).lower()


def _first(places: Columns, names: Sequence[str]) -> int | None:
    return next((places[name] for name in names if name in places), None)
