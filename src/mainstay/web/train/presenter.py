"""What the plain form shows of a session's lines: words, ticks and numbers."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from mainstay.catalogue import Catalogue
from mainstay.guide.lines import Line
from mainstay.guide.sets import SetKey, amounts_in, keys_of, target_of
from mainstay.guide.sitting import Sitting
from mainstay.web.train.sets import LARGEST
from mainstay.words import block_text, decision_text, dose_text

# Each unit as it is seen in a narrow row, and as it is read out.
_UNITS = {"reps": ("×", "times"), "hold_seconds": ("s", "seconds"), "load_kg": ("kg", "kilograms")}
_MINUTES = ("min", "minutes")


@dataclass(frozen=True, slots=True)
class NumberField:
    """One number of a set that can be corrected."""

    name: str
    value: str
    sign: str
    unit: str
    most: str


@dataclass(frozen=True, slots=True)
class SetRow:
    """One set to tick."""

    key: SetKey
    done: bool
    fields: tuple[NumberField, ...]
    fault: str = ""


@dataclass(frozen=True, slots=True)
class LineView:
    """One exercise of the session on the page. ``over`` says in words why it has ended, where it has."""

    line: Line
    number: int
    block: str
    dose: str
    rows: tuple[SetRow, ...]
    over: str


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A form that could not be saved: its ticks, its numbers as typed, and what is wrong with them."""

    ticked: frozenset[str]
    typed: Mapping[str, str]
    faults: Mapping[SetKey, str]


def line_views(
    catalogue: Catalogue, sitting: Sitting, unsaved: Unsaved | None = None
) -> tuple[LineView, ...]:
    """Return the session's lines in order, with the diary's ticks or those of an unsaved form."""
    return tuple(
        LineView(
            line=line,
            number=number,
            block=block_text(line.block),
            dose=dose_text(line.item),
            rows=tuple(_row(line, key, sitting, unsaved) for key in keys_of(line)),
            over=_over(catalogue, sitting, line),
        )
        for number, line in enumerate(sitting.lines, start=1)
    )


def faulty_sets(lines: Iterable[LineView]) -> list[tuple[str, str]]:
    """Return (anchor, what is wrong) of each set at fault, for the error summary."""
    return [
        (f"set-{row.key.name}", f"{one.line.exercise.name}: {row.fault}")
        for one in lines
        for row in one.rows
        if row.fault
    ]


def _row(line: Line, key: SetKey, sitting: Sitting, unsaved: Unsaved | None) -> SetRow:
    logged = sitting.sets.get(key)
    shown = {**target_of(line.item.dose), **(amounts_in(logged) if logged else {})}
    values = {name: f"{amount:g}" for name, amount in shown.items()}
    if unsaved is None:
        return SetRow(key, logged is not None, tuple(_fields(line, key, values)))
    typed = {name: unsaved.typed.get(f"{name}:{key.name}", value) for name, value in values.items()}
    fields = tuple(_fields(line, key, typed))
    return SetRow(key, key.name in unsaved.ticked, fields, unsaved.faults.get(key, ""))


def _fields(line: Line, key: SetKey, values: Mapping[str, str]) -> Iterator[NumberField]:
    for name, value in values.items():
        sign, unit = _MINUTES if name == "reps" and line.in_minutes else _UNITS[name]
        yield NumberField(f"{name}:{key.name}", value, sign, unit, f"{LARGEST[name]:g}")


def _over(catalogue: Catalogue, sitting: Sitting, line: Line) -> str:
    if line.slug in sitting.halts:
        return decision_text(catalogue, sitting.halts[line.slug])
    return "You left this one out today." if line.slug in sitting.skipped else ""
