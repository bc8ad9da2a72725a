"""The table behind a chart, for screen readers and for whoever wants the numbers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """What a chart shows, as text: every row has as many cells as there are columns."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture and its table."""

    svg: str
    table: Table
