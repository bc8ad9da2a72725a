"""What an importer needs to know, and what it has found to be wrong."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, tzinfo

from mainstay.diary import Fault
from mainstay.exchange.imports.refusal import Unreadable

_TOLD = 20
"""Faults that are told one by one; of a file with more, only the number is."""


def _silent(position: int) -> None:
    """Say nothing."""


@dataclass(frozen=True, slots=True)
class Terms:
    """How to read a file.

    ``name`` is what to call it in its faults. ``zone`` is where the person is, for times without an offset;
    None is where this machine is. ``today`` is not imported, nor anything after it: a day that is not over
    would come again with other numbers. ``cadence`` is the pace in steps a minute from which steps are
    walking time. ``told`` hears how many bytes of the file have been read.
    """

    name: str
    zone: tzinfo | None
    today: date
    cadence: float
    told: Callable[[int], None] = _silent


@dataclass(slots=True)
class Notes:
    """The faults of one file: the first ones themselves, and how many there are.

    The files of a zip note theirs in the zip's.
    """

    name: str
    archive: "Notes | None" = None
    faults: list[Fault] = field(default_factory=list)
    count: int = 0

    def within(self, name: str) -> "Notes":
        """Return where to note the faults of a file inside this one."""
        return Notes(f"{self.name}: {name}", self)

    def wrong(self, line: int, where: str, problem: str, remedy: str) -> None:
        """Note one record that cannot be read; ``where`` is its element or column."""
        kept = self.archive or self
        kept.count += 1
        if len(kept.faults) < _TOLD:
            kept.faults.append(Fault(self.name, line, where, problem, remedy))

    def refuse(self, line: int, problem: str, remedy: str) -> Unreadable:
        """Return the exception for a file that cannot be read any further."""
        return Unreadable(Fault(self.name, line, "", problem, remedy))
