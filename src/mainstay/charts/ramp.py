"""A walk that grows: the minutes a day of this week and of the weeks ahead, if they go well."""

from dataclasses import dataclass

from mainstay.charts.axis import AXIS
from mainstay.charts.document import document, ink_of, text_width
from mainstay.charts.legend import Sign, legend
from mainstay.charts.scale import Levels
from mainstay.charts.series import Point, number
from mainstay.charts.table import Chart, Table
from mainstay.charts.view import View

_TOP, _EDGE = 22.0, 4.0
_LOWER = 0.7
"""Columns need less height than a line: this share of it."""
_FILLED = 0.68
"""The share of a week's room that its column takes."""


@dataclass(frozen=True, slots=True)
class Ramp:
    """Minutes a day by the first day of each week; the first is the week that is now."""

    weeks: tuple[Point, ...]


def ramp_chart(view: View, ramp: Ramp) -> Chart:
    """Return the chart: this week's column is filled, those that may follow are drawn as outlines."""
    say, ink = view.captions.say, ink_of(view)
    bottom, right = _TOP + view.size.tall * _LOWER, view.size.width - _EDGE
    inside = [ink.line(((_EDGE, bottom), (right, bottom)), "strong", width=1)]
    inside += [_columns(view, ramp, bottom), _names(view, ramp, bottom)]
    signs = (Sign("square", "accent", say("ramp.now")), Sign("frame", "strong", say("ramp.ahead")))
    key, key_high = legend(view, signs, bottom + AXIS, _EDGE)
    title, minutes = say("ramp.title"), [week.value for week in ramp.weeks] or [0]
    told = say("ramp.told", first=number(minutes[0]), last=number(minutes[-1]))
    svg = document(view, "".join(inside) + key, bottom + AXIS + key_high, title, told)
    rows = tuple((view.captions.dated(week.day), number(week.value)) for week in ramp.weeks)
    return Chart(svg, Table(title, (say("ramp.week"), say("ramp.minutes")), rows))


def _columns(view: View, ramp: Ramp, bottom: float) -> str:
    ink, room = ink_of(view), _room(view, ramp)
    levels = Levels(0, max([*(week.value for week in ramp.weeks), 1]), bottom, _TOP)
    half, out = room * _FILLED / 2, []
    for place, week in enumerate(ramp.weeks):
        middle, top = _EDGE + room * (place + 0.5), min(levels.place(week.value), bottom - 1.5)
        draw, tone = (ink.frame, "strong") if place else (ink.box, "accent")
        said = number(week.value)
        hint = f"{view.captions.dated(week.day)}: {said}"
        out.append(draw((middle - half, top), (middle + half, bottom), tone, round_by=3, hint=hint))
        out.append(ink.words((middle, top - 6), said, anchor="middle", strong=not place))
    return "".join(out)


def _names(view: View, ramp: Ramp, bottom: float) -> str:
    """Write the first days of as many weeks as there is room for."""
    ink, room, out, free = ink_of(view), _room(view, ramp), [], 0.0
    for place, week in enumerate(ramp.weeks):
        left, name = _EDGE + room * (place + (1 - _FILLED) / 2), view.captions.short(week.day)
        wide = text_width(view, name)
        if left >= free and left + wide <= view.size.width:
            out.append(ink.words((left, bottom + view.size.type + 5), name, soft=True))
            free = left + wide + view.size.type
    return "".join(out)


def _room(view: View, ramp: Ramp) -> float:
    """The width that a week has."""
    return (view.size.width - 2 * _EDGE) / max(len(ramp.weeks), 1)
