"""A calendar of what was done. What was not done is an open square, never a mark against anyone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import ceil

from mainstay.charts.document import document, ink_of, text_width
from mainstay.charts.legend import Sign, legend
from mainstay.charts.mark import Ink
from mainstay.charts.table import Chart, Table
from mainstay.charts.view import View

_WEEK = 7
_YEAR = 53
_LEFT = 22.0
_BLOCK_GAP = 12.0
_YEARS_LEFT = 40.0
_YEAR_HIGH = 30.0
_COLUMNS = ("week", "full", "part", "walk", "free")


class Deed(StrEnum):
    """What a day was: trained as planned, trained in part, walked only, or planned and left free."""

    FULL = "full"
    PART = "part"
    WALK = "walk"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Adherence:
    """Days by what was done on them; a day that is not named was not planned and had nothing."""

    days: Mapping[date, Deed]


def adherence_calendar(view: View, adherence: Adherence) -> Chart:
    """Return the calendar: a square a day, or for more than a year a bar a week, in a row a year."""
    say = view.captions.say
    start = view.since - timedelta(days=view.since.weekday())
    weeks = ceil(((view.on - start).days + 1) / _WEEK)
    draw = _squares if weeks <= _YEAR else _years
    inside, height = draw(view, adherence, start, weeks)
    title = say("calendar.title")
    columns = tuple(say(f"calendar.{column}") for column in _COLUMNS)
    table = Table(title, columns, _rows(view, adherence, start, weeks))
    shown = [deed for day, deed in adherence.days.items() if view.shows(day)]
    told = say("calendar.told", **{deed.value: shown.count(deed) for deed in Deed})
    return Chart(document(view, inside, height, title, told), table)


_SIGNS = {
    Deed.FULL: ("square", "accent"),
    Deed.PART: ("half", "accent"),
    Deed.WALK: ("disc", "second"),
    Deed.FREE: ("frame", "strong"),
}


def _squares(view: View, adherence: Adherence, start: date, weeks: int) -> tuple[str, float]:
    """A column a week, Monday on top, in as many blocks as the width needs."""
    cell = 13.0 if view.size.is_narrow else 11.6
    across = int((view.size.width - _LEFT) / cell)
    high = view.size.type + 6 + _WEEK * cell + _BLOCK_GAP
    out = []
    for first in range(0, weeks, across):
        grid = _Grid(start + timedelta(days=first * _WEEK), min(across, weeks - first), cell)
        out.append(_block(view, adherence, grid, first // across * high))
    height = ceil(weeks / across) * high - 6
    signs = tuple(Sign(*_SIGNS[deed], view.captions.say(f"calendar.{deed.value}")) for deed in Deed)
    key, key_high = legend(view, signs, height, 0)
    return "".join(out) + key, height + key_high


@dataclass(frozen=True, slots=True)
class _Grid:
    """Some weeks from a Monday, and the size of a day."""

    begin: date
    weeks: int
    cell: float


def _block(view: View, adherence: Adherence, grid: _Grid, top: float) -> str:
    ink, first_row = ink_of(view), top + view.size.type + 6
    out = [_months(ink, view, grid, top + view.size.type)]
    for row in (0, 2, 4, 6):
        place = (_LEFT - 8, first_row + (row + 0.85) * grid.cell)
        out.append(ink.words(place, view.captions.weekdays[row], anchor="end", soft=True))
    for offset in range(grid.weeks * _WEEK):
        day = grid.begin + timedelta(days=offset)
        if view.shows(day):
            corner = (_LEFT + offset // _WEEK * grid.cell, first_row + offset % _WEEK * grid.cell)
            deed = adherence.days.get(day)
            hint = _hint(view, day, deed)
            out.append(_cell(ink, corner, grid.cell, deed, hint))
    return "".join(out)


def _hint(view: View, day: date, deed: Deed | None) -> str:
    return f"{view.captions.dated(day)}: {view.captions.say(f'calendar.{deed.value}')}" if deed else ""


def _months(ink: Ink, view: View, grid: _Grid, y: float) -> str:
    """Names of months above the week in which they begin, where there is room."""
    out, free = [], 0.0
    for week in range(grid.weeks):
        monday = grid.begin + timedelta(days=week * _WEEK)
        starts = week == 0 or monday.day <= _WEEK
        x = _LEFT + week * grid.cell
        name = str(monday.year) if monday.month == 1 and starts else view.captions.months[monday.month - 1]
        if starts and x >= free and x + text_width(view, name) <= view.size.width:
            out.append(ink.words((x, y), name, soft=True))
            free = x + text_width(view, name) + 6
    return "".join(out)


def _cell(ink: Ink, corner: tuple[float, float], cell: float, deed: Deed | None, hint: str) -> str:
    x, y = corner
    low, high = (x + 1.2, y + 1.2), (x + cell - 1.2, y + cell - 1.2)
    middle = (x + cell / 2, y + cell / 2)
    match deed:
        case Deed.FULL:
            return ink.box(low, high, "accent", round_by=2.5, hint=hint)
        case Deed.PART:
            return ink.half(low, high, "accent", round_by=2.5, hint=hint)
        case Deed.WALK:
            return ink.dot(middle, "second", size=3.2, hint=hint)
        case Deed.FREE:
            return ink.frame(low, high, "strong", round_by=2.5, hint=hint)
        case None:
            return ink.dot(middle, "line", size=1.4)


def _years(view: View, adherence: Adherence, start: date, weeks: int) -> tuple[str, float]:
    """A row a year and a bar a week: its height is the days with a session, in part or in full."""
    ink, counts = ink_of(view), dict[tuple[int, int], int]()
    for day, deed in adherence.days.items():
        if view.shows(day) and deed in (Deed.FULL, Deed.PART):
            monday = day - timedelta(days=day.weekday())
            place = (monday.year, (monday.timetuple().tm_yday - 1) // _WEEK)
            counts[place] = counts.get(place, 0) + 1
    wide = (view.size.width - _YEARS_LEFT) / _YEAR
    years = range(start.year, (start + timedelta(weeks=weeks - 1)).year + 1)
    out = []
    for row, year in enumerate(years):
        bottom = (row + 1) * _YEAR_HIGH - 4
        out.append(ink.words((_YEARS_LEFT - 8, bottom), str(year), anchor="end", soft=True))
        out.append(ink.line(((_YEARS_LEFT, bottom), (view.size.width, bottom)), "line", width=1))
        for week in range(_YEAR):
            done = counts.get((year, week), 0)
            if done:
                x = _YEARS_LEFT + week * wide
                top = bottom - done * (_YEAR_HIGH - 8) / _WEEK
                out.append(ink.box((x + wide * 0.12, top), (x + wide * 0.88, bottom), "accent"))
    height = len(years) * _YEAR_HIGH
    key, high = legend(view, (Sign("square", "accent", view.captions.say("calendar.bar")),), height, 0)
    return "".join(out) + key, height + high


def _rows(view: View, adherence: Adherence, start: date, weeks: int) -> tuple[tuple[str, ...], ...]:
    by_week: dict[int, list[Deed]] = {}
    for day, deed in adherence.days.items():
        if view.shows(day):
            by_week.setdefault((day - start).days // _WEEK, []).append(deed)
    rows = []
    for week in range(weeks):
        first = max(start + timedelta(days=week * _WEEK), view.since)
        last = min(start + timedelta(days=week * _WEEK + _WEEK - 1), view.on)
        found = by_week.get(week, [])
        rows.append((view.captions.days(first, last), *(str(found.count(deed)) for deed in Deed)))
    return tuple(rows)
