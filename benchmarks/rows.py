"""One line of the table in ``docs/benchmarks.md``."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured, beside something else measured in the same run.

    ``beside`` is that other thing's value in the same unit, ``than`` says what it is; ``goal`` is in words.
    """

    what: str
    value: float
    unit: str
    beside: float | None = None
    than: str = ""
    goal: str = ""

    @property
    def ratio(self) -> float | None:
        """Ours divided by the other; None where there is none."""
        return self.value / self.beside if self.beside else None


def number(value: float) -> str:
    """Return a value with as many digits as mean something."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def show(rows: Iterable[Row]) -> None:
    """Print the rows, one below the other."""
    for row in rows:
        beside = f"{number(row.beside)} {row.unit}: {row.than}" if row.beside is not None else row.than
        ratio = f"× {row.ratio:.2f}" if row.ratio is not None else ""
        print(f"{row.what:52} {number(row.value):>9} {row.unit:10} {ratio:9} {beside}".rstrip(), flush=True)
