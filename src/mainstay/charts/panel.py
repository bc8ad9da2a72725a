"""Small multiples: one little chart for each exercise or test, in one column or two, above one time axis."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil

from mainstay.charts.axis import AXIS, day_axis
from mainstay.charts.document import ink_of, shortened
from mainstay.charts.scale import Days
from mainstay.charts.view import View

_BETWEEN = 28.0
_LEFT = 30.0
_ABOVE = 9.0


@dataclass(frozen=True, slots=True)
class Panel:
    """What stands above a little chart: what it is of, and where things are now."""

    name: str
    now: str


Draw = Callable[[int, Days, float, float], str]
"""Draws the marks of a panel by its number: the time axis, the top, the bottom."""


def panels(view: View, heads: Sequence[Panel], tall: float, draw: Draw) -> tuple[str, float]:
    """Return all panels, each ``tall`` units high below its two lines of words, and the height of it all."""
    columns = 1 if view.size.is_narrow or len(heads) == 1 else 2
    wide = (view.size.width - _BETWEEN * (columns - 1)) / columns
    rows = ceil(len(heads) / columns)
    words, out = 2 * (view.size.type + 3.0), []
    each = words + tall + 24
    for index, head in enumerate(heads):
        left, top = (index % columns) * (wide + _BETWEEN), (index // columns) * each
        days = Days(view.since, view.on, left + _LEFT, left + wide - 6)
        out.append(_head(view, head, left, top, wide))
        out.append(draw(index, days, top + words + _ABOVE, top + words + _ABOVE + tall))
        if index + columns >= len(heads) or index // columns == rows - 1:
            out.append(day_axis(view, days, top + words + _ABOVE + tall))
        else:
            bottom = top + words + _ABOVE + tall
            out.append(ink_of(view).line(((days.left, bottom), (days.right, bottom)), "strong", width=1))
    return "".join(out), rows * each + AXIS - 8


def _head(view: View, head: Panel, left: float, top: float, wide: float) -> str:
    ink, size = ink_of(view), view.size.type
    name = ink.words((left, top + size), shortened(view, head.name, wide * 0.94), strong=True)
    now = ink.words((left, top + 2 * size + 3), shortened(view, head.now, wide), soft=True)
    return name + now
