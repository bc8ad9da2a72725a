"""The weeks ahead of the walk as a small chart, with its table."""

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from mainstay.charts import NARROW, Point, Ramp, View, ramp_chart
from mainstay.coach import Setting, walk_weeks
from mainstay.words import chart_captions

_WEEKS = 12
"""As far as the walk grows from ten minutes to half an hour, and as far as anybody wants to look."""


@dataclass(frozen=True, slots=True)
class RampView:
    """The chart, and the rows of its table: week, minutes and pace."""

    svg: SafeString
    title: str
    rows: tuple[tuple[str, ...], ...]


def ramp_view(setting: Setting) -> RampView:
    """Return the walk of this week and of those after it, if they go well."""
    weeks = walk_weeks(setting, _WEEKS)
    view = View(weeks[0].first, weeks[-1].first, chart_captions(), NARROW)
    chart = ramp_chart(view, Ramp(tuple(Point(week.first, week.minutes) for week in weeks)))
    paces = ("brisk, if you like" if week.brisk else "easy" for week in weeks)
    rows = tuple((*row, pace) for row, pace in zip(chart.table.rows, paces, strict=True))
    # Charts escape every word they are given.
    return RampView(mark_safe(chart.svg), chart.table.caption, rows)
