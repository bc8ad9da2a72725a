"""Courses of several groups over time: a line for each, between the bounds within which it may lie."""

from dataclasses import dataclass
from datetime import date

from mainstay.charts.axis import AXIS, day_axis, level_axis
from mainstay.charts.document import document, ink_of, shortened
from mainstay.charts.legend import Sign, legend
from mainstay.charts.mark import Ink, Shape
from mainstay.charts.scale import Days, Levels
from mainstay.charts.series import number
from mainstay.charts.table import Chart, Table
from mainstay.charts.view import View

_LEFT, _TOP, _SIGN = 38.0, 10.0, 36.0
_MARKS = (("accent", "", Shape.DISC), ("second", "6 3", Shape.RING), ("ink", "2 3", Shape.TICK))
_MORE = ("strong", "10 3 2 3", Shape.LEFT)


@dataclass(frozen=True, slots=True)
class Level:
    """The middle of a group on a day, and the two ends of its interval."""

    day: date
    middle: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Course:
    """One group by name, its levels in order of days."""

    name: str
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class Courses:
    """Some groups beside each other. ``title`` says what is measured, ``highest`` is the top of the axis.

    ``told`` describes the picture in a sentence, ``column`` is the head of the days in the table.
    """

    title: str
    told: str
    column: str
    highest: float
    courses: tuple[Course, ...]


def courses_chart(view: View, courses: Courses) -> Chart:
    """Return the chart: every line has its colour, its dashes and its marks, and a bar for each interval."""
    ink, days = ink_of(view), Days(view.since, view.on, _LEFT, view.size.width - 8)
    bottom = _TOP + view.size.tall
    levels = Levels(0, courses.highest, bottom, _TOP)
    inside = [level_axis(view, levels, (0, courses.highest / 2, courses.highest), _LEFT, days.right)]
    signs = []
    for index, course in enumerate(courses.courses):
        tone, dash, shape = _MARKS[index] if index < len(_MARKS) else _MORE
        inside.append(_line(ink, course, days, levels, (tone, dash, shape)))
        name = shortened(view, course.name, view.size.width - _LEFT - _SIGN)
        signs.append(Sign(shape.value, tone, name))
    inside.append(day_axis(view, days, bottom))
    key, high = legend(view, tuple(signs), bottom + AXIS, _LEFT)
    height = bottom + AXIS + high
    svg = document(view, "".join(inside) + key, height, courses.title, courses.told)
    columns = (courses.column, *(one.name for one in courses.courses))
    return Chart(svg, Table(courses.title, columns, _rows(view, courses)))


def _line(ink: Ink, course: Course, days: Days, levels: Levels, mark: tuple[str, str, Shape]) -> str:
    tone, dash, shape = mark
    places = [(days.middle(one.day), levels.place(one.middle)) for one in course.levels]
    bars = [
        ink.line(((x, levels.place(one.low)), (x, levels.place(one.high))), tone, width=1)
        for (x, _), one in zip(places, course.levels, strict=True)
    ]
    dots = [ink.dot(place, tone, shape, size=2.5) for place in places]
    return "".join((*bars, ink.line(places, tone, width=1.75, dash=dash), *dots))


def _rows(view: View, courses: Courses) -> tuple[tuple[str, ...], ...]:
    known = [{one.day: one for one in course.levels} for course in courses.courses]
    dates = sorted({day for course in known for day in course})
    return tuple(
        (view.captions.dated(day), *(number(course[day].middle) if day in course else "" for course in known))
        for day in dates
    )
