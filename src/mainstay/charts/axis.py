"""Axes: days along the bottom, values at the left, both as quiet as they can be."""

from collections.abc import Iterable
from datetime import date

from mainstay.charts.document import ink_of, text_width
from mainstay.charts.scale import Days, Levels, Tick, day_ticks
from mainstay.charts.series import number
from mainstay.charts.view import View

AXIS = 20.0
"""The height of the words below the time axis."""
_APART = 4.2
"""How far apart the names of days stand at least, in sizes of type: the widest, "24 Sep", and a gap."""


def day_axis(view: View, days: Days, bottom: float) -> str:
    """Return the time axis: a line, small ticks, and the names of days, months or years."""
    ink = ink_of(view)
    out = [ink.line(((days.left, bottom), (days.right, bottom)), "strong", width=1)]
    free = days.left - view.size.type
    for day, tick in day_ticks(days, view.size.type * _APART):
        x = days.start(day)
        name = _name(view, day, tick)
        half = text_width(view, name) / 2
        out.append(ink.line(((x, bottom), (x, bottom + 4)), "strong", width=1))
        if x - half >= free and x + half <= days.right + 8:
            out.append(ink.words((x, bottom + view.size.type + 5), name, anchor="middle", soft=True))
            free = x + half + 6
    return "".join(out)


def _name(view: View, day: date, tick: Tick) -> str:
    match tick:
        case Tick.YEAR:
            return str(day.year)
        case Tick.MONTH:
            return view.captions.months[day.month - 1]
        case Tick.WEEK:
            return view.captions.short(day)


def level_axis(view: View, levels: Levels, ticks: Iterable[float], left: float, right: float) -> str:
    """Return the value axis: a hairline across for each tick, and its number at the left."""
    ink, out = ink_of(view), []
    for tick in ticks:
        y = levels.place(tick)
        out.append(ink.line(((left, y), (right, y)), "line", width=1))
        out.append(ink.words((left - 6, y + view.size.type * 0.35), number(tick), anchor="end", soft=True))
    return "".join(out)
