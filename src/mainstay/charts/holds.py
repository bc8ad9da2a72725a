"""Hold times: the longest hold of each day, beside what was asked."""

from dataclasses import dataclass

from mainstay.charts.document import document, ink_of
from mainstay.charts.legend import Sign, legend
from mainstay.charts.mark import Ink
from mainstay.charts.panel import Panel, panels
from mainstay.charts.scale import Days, Levels, nice_top
from mainstay.charts.series import Point, number
from mainstay.charts.table import Chart, Table
from mainstay.charts.thin import bundled, days_together, stretches
from mainstay.charts.view import View

_TALL = 62.0
_COLUMN = 4.0
_GAP = 15


@dataclass(frozen=True, slots=True)
class Held:
    """One exercise: the longest hold of each day, and the hold that was asked for, in seconds."""

    name: str
    best: tuple[Point, ...]
    asked: tuple[Point, ...] = ()


def holds_chart(view: View, held: tuple[Held, ...]) -> Chart:
    """Return the chart of holds, one panel an exercise; columns of several days show their longest."""
    say, ink = view.captions.say, ink_of(view)
    known = tuple(one for one in held if any(view.shows(point.day) for point in one.best))
    heads = [Panel(one.name, _now(view, one)) for one in known]

    def draw(index: int, days: Days, top: float, bottom: float) -> str:
        return _panel(ink, view, known[index], days, (top, bottom))

    inside, height = panels(view, heads, _TALL, draw)
    title = say("holds.title")
    signs = [Sign("disc", "accent", say("holds.best"))]
    if any(one.asked for one in known):
        signs.append(Sign("dash", "second", say("holds.asked")))
    key, high = legend(view, tuple(signs), height, 0) if known else ("", 0.0)
    told = say("holds.told", count=len(known)) if known else say("nothing")
    rows = tuple(row for one in known for row in _rows(view, one))
    table = Table(title, tuple(say(f"holds.{c}") for c in ("exercise", "day", "best", "asked")), rows)
    return Chart(document(view, inside + key, height + high, title, told), table)


def _shown(view: View, points: tuple[Point, ...]) -> list[Point]:
    return [point for point in points if view.shows(point.day)]


def _now(view: View, one: Held) -> str:
    best = _shown(view, one.best)
    first, last = (number(best[index].value) for index in (0, -1))
    return view.captions.say("holds.now", first=first, last=last)


def _panel(ink: Ink, view: View, one: Held, days: Days, ends: tuple[float, float]) -> str:
    top, bottom = ends
    best, asked = _shown(view, one.best), _shown(view, one.asked)
    high = nice_top(max(point.value for point in (*best, *asked)))
    levels = Levels(0, high, bottom, top)
    out = []
    for tick in (0, high):
        y = levels.place(tick)
        out.append(ink.line(((days.left, y), (days.right, y)), "line", width=1))
        out.append(
            ink.words((days.left - 6, y + view.size.type * 0.35), number(tick), anchor="end", soft=True)
        )
    stairs = _stairs(view, asked, days, levels)
    if stairs:
        out.append(ink.line(stairs, "second", width=1.5, dash="5 3"))
    together = _together(view)
    for run in stretches(bundled(best, view.span, together), max(_GAP, 2 * together)):
        places = [(days.middle(b.first, b.last), levels.place(b.high)) for b in run]
        if len(places) > 1:
            out.append(ink.line(places, "accent", width=1.25))
        hints = (f"{view.captions.days(b.first, b.last)}: {number(b.high)}" for b in run)
        out += [
            ink.dot(place, "accent", size=2.5, hint=hint) for place, hint in zip(places, hints, strict=True)
        ]
    return "".join(out)


def _stairs(view: View, asked: list[Point], days: Days, levels: Levels) -> list[tuple[float, float]]:
    """What was asked holds until something else is asked."""
    places: list[tuple[float, float]] = []
    for index, point in enumerate(asked):
        right = days.start(asked[index + 1].day) if index + 1 < len(asked) else days.end(view.on)
        if not places or places[-1][1] != levels.place(point.value):
            places.append((days.start(point.day), levels.place(point.value)))
        places.append((right, levels.place(point.value)))
    return places


def _together(view: View) -> int:
    """How many days share a column, in a panel of half the wide picture or the whole narrow one."""
    wide = view.size.width if view.size.is_narrow else view.size.width / 2
    return days_together(view.span, int(wide / _COLUMN))


def _rows(view: View, one: Held) -> list[tuple[str, ...]]:
    span, together = view.span, _together(view)
    asked = {bundle.first: bundle.high for bundle in bundled(one.asked, span, together)}
    return [
        (
            one.name,
            view.captions.days(b.first, b.last),
            number(b.high),
            number(asked[b.first]) if b.first in asked else "–",
        )
        for b in bundled(one.best, span, together)
    ]
