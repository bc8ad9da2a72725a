"""Walking: minutes a day, or a week where the time shown is long, beside the goal."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from mainstay.charts.axis import AXIS, day_axis, level_axis
from mainstay.charts.document import document, ink_of
from mainstay.charts.legend import Sign, legend
from mainstay.charts.scale import Days, Levels, nice_top
from mainstay.charts.series import Point, Span, number
from mainstay.charts.table import Chart, Table
from mainstay.charts.view import View

_LEFT, _TOP = 32.0, 10.0
_COLUMN = 5.0
_LOWER = 0.7
"""Bars need less height than a line: this share of it."""
_WEEK = 7
_FOUR_WEEKS = 28


@dataclass(frozen=True, slots=True)
class Walking:
    """Minutes walked by day; several walks of a day are several points. ``goal`` is minutes a day, if any."""

    walks: tuple[Point, ...]
    goal: float | None = None


def walking_chart(view: View, walking: Walking) -> Chart:
    """Return the chart. Days without a walk told stay empty; 0 minutes are drawn as a line on the ground."""
    say, ink = view.captions.say, ink_of(view)
    days = Days(view.since, view.on, _LEFT, view.size.width - 8)
    together = _together(days)
    sums = _sums(view, walking, together)
    goal = None if walking.goal is None else walking.goal * min(together, _WEEK)
    bottom = _TOP + view.size.tall * _LOWER
    high = nice_top(max([*sums.values(), goal or 0, 1]))
    levels = Levels(0, high, bottom, _TOP)
    inside = [level_axis(view, levels, (0, high / 2, high), _LEFT, days.right)]
    for span, minutes in sums.items():
        wide = min((days.end(span.last) - days.start(span.first)) * 0.36, 9)
        x, y = days.middle(span.first, span.last), min(levels.place(minutes), bottom - 1.5)
        hint = f"{view.captions.days(span.first, span.last)}: {number(minutes)}"
        inside.append(ink.box((x - wide, y), (x + wide, bottom), "accent", hint=hint))
    if goal is not None:
        y = levels.place(goal)
        inside.append(ink.line(((days.left, y), (days.right, y)), "second", width=1.5, dash="5 3"))
    inside.append(day_axis(view, days, bottom))
    signs = [Sign("square", "accent", say("walking.key-week" if together > 1 else "walking.key-day"))]
    if goal is not None:
        signs.append(Sign("dash", "second", say("walking.goal")))
    key, key_high = legend(view, tuple(signs), bottom + AXIS, _LEFT)
    title, rows = say("walking.title"), tuple(_row(view, span, value) for span, value in sums.items())
    unit = say("walking.key-week" if together > 1 else "walking.key-day")
    told = say("walking.told", total=number(sum(p.value for p in walking.walks if view.shows(p.day))))
    svg = document(view, "".join(inside) + key, bottom + AXIS + key_high, title, told)
    return Chart(svg, Table(title, (say("walking.day"), unit), rows))


def _together(days: Days) -> int:
    """One day a bar where there is room, else a week, else four weeks and more."""
    for together in (1, _WEEK):
        if days.step * together >= _COLUMN:
            return together
    return _FOUR_WEEKS * ceil(_COLUMN / (days.step * _FOUR_WEEKS))


def _sums(view: View, walking: Walking, together: int) -> dict[Span, float]:
    """Minutes a day, or the mean a week, by columns from the Monday on or before the first day."""
    start = view.since if together == 1 else view.since - timedelta(days=view.since.weekday())
    sums: dict[int, float] = defaultdict(float)
    for walk in walking.walks:
        if view.shows(walk.day):
            sums[(walk.day - start).days // together] += walk.value
    spans = {column: _span(view, start, column, together) for column in sorted(sums)}
    return {span: sums[column] / _weeks(span) for column, span in spans.items()}


def _weeks(span: Span) -> float:
    """What a sum is divided by: the weeks of a long column, 1 for a day or for a week that has only begun."""
    return max(((span.last - span.first).days + 1) / _WEEK, 1)


def _span(view: View, start: date, column: int, together: int) -> Span:
    first = start + timedelta(days=column * together)
    return Span(max(first, view.since), min(first + timedelta(days=together - 1), view.on))


def _row(view: View, span: Span, minutes: float) -> tuple[str, str]:
    return view.captions.days(span.first, span.last), number(minutes)
