"""Every series as one flat table: a value a row, for spreadsheets and statistics; CSV out and back in."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from typing import Any

from mainstay.coach import Decision
from mainstay.kernel import Event

Cell = str | int | float
_COLUMNS = ("at", "kind", "about", "side", "session", "field", "number", "text", "event")
_ABOUT = ("exercise", "measure", "test", "habit")
_NAMED = frozenset({*_ABOUT, "side", "session"})
_SHOWN = "plan"
"""A session's plan as it was shown: no series, and each set carries what was asked of it."""
_DECISION = "decision"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")
"""A spreadsheet takes a text that begins so for a formula; an apostrophe before it keeps it a text."""


class NotOurs(ValueError):
    """A CSV file that is not such a table; the message names the line."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value. ``at`` is RFC 3339, or a date for what the coach decided; ``event`` is where it is from.

    ``about`` is the exercise, measure, test or habit; ``field`` the diary's own name of it, with a dot for
    what lies inside (``answers.age``) and a number for a place in a list (``days[1]``).
    """

    at: str
    kind: str
    field: str
    value: Cell
    event: str
    about: str = ""
    side: str = ""
    session: str = ""


def flat(events: Iterable[Event], decisions: Iterable[Decision] = ()) -> Iterator[Value]:
    """Yield every value of some events, then every place on a ladder that was decided on.

    What was not told has no row; a 0 has one. The plan that a session was shown is left out.
    """
    for event in events:
        about = next((str(event.fields[name]) for name in _ABOUT if name in event.fields), "")
        side, session = (str(event.fields.get(name) or "") for name in ("side", "session"))
        fields = {
            name: value for name, value in event.fields.items() if name not in _NAMED and name != _SHOWN
        }
        for field, value in _cells("", fields):
            yield Value(event.at.isoformat(), event.kind, field, value, event.id, about, side, session)
    for decision in decisions:
        yield from _decided(decision)


def _cells(path: str, value: Any) -> Iterator[tuple[str, Cell]]:  # noqa: ANN401 (whatever JSON holds)
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _cells(f"{path}.{name}" if path else str(name), inner)
    elif isinstance(value, list | tuple):
        for place, inner in enumerate(value, start=1):
            yield from _cells(f"{path}[{place}]", inner)
    elif isinstance(value, bool):
        yield path, str(value).lower()
    elif value is not None:
        yield path, value


def _decided(decision: Decision) -> Iterator[Value]:
    """A decision as its verdict, and the rung and step that it led to; the first step is 1."""
    cells: dict[str, Cell] = {"verdict": decision.verdict.value}
    if decision.now:
        cells |= {"rung": decision.now.rung, "step": decision.now.step + 1}
    for field, cell in cells.items():
        yield Value(decision.date.isoformat(), _DECISION, field, cell, decision.id, decision.exercise)


def csv_text(values: Iterable[Value]) -> str:
    """Return CSV (RFC 4180, UTF-8), one value a row, numbers and texts in columns of their own."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(_COLUMNS)
    for one in values:
        words = isinstance(one.value, str)
        number, text = ("", _guarded(str(one.value))) if words else (repr(one.value), "")
        named = (_guarded(cell) for cell in (one.kind, one.about, one.side, one.session, one.field))
        writer.writerow((one.at, *named, number, text, _guarded(one.event)))
    return out.getvalue()


def _guarded(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _plain(text: str) -> str:
    return text.removeprefix("'")


def read_csv(text: str) -> tuple[Value, ...]:
    """Return the values of such a table, equal to those that were written; raise NotOurs otherwise."""
    rows = csv.reader(StringIO(text, newline=""), strict=True)
    if tuple(next(rows, ())) != _COLUMNS:
        raise NotOurs(f"line 1: the columns are not {', '.join(_COLUMNS)}")
    try:
        return tuple(_read(row, rows.line_num) for row in rows)
    except csv.Error as error:
        raise NotOurs(f"line {rows.line_num}: {error}") from None


def _read(row: list[str], line: int) -> Value:
    if len(row) != len(_COLUMNS):
        raise NotOurs(f"line {line}: has {len(row)} cells instead of {len(_COLUMNS)}")
    at, *named, number, text, event = row
    kind, about, side, session, field = map(_plain, named)
    try:
        value = _number(number) if number else _plain(text)
    except ValueError:
        raise NotOurs(f"line {line}: {number!r} is not a number") from None
    return Value(at, kind, field, value, _plain(event), about, side, session)


def _number(text: str) -> int | float:
    try:
        return int(text)
    except ValueError:
        return float(text)
