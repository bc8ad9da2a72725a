"""Self-tests: each result with its noise, on the range that is usual in a named group of people."""

from dataclasses import dataclass

from mainstay.charts.axis import level_axis
from mainstay.charts.document import document, ink_of
from mainstay.charts.legend import Sign, legend
from mainstay.charts.mark import Ink, Shape
from mainstay.charts.panel import Panel, panels
from mainstay.charts.scale import Days, Levels, nice_top
from mainstay.charts.series import Point, number
from mainstay.charts.table import Chart, Table
from mainstay.charts.view import View

_TALL = 92.0
_MANY = 60
"""From so many results on, dots are small and only the newest shows its noise."""
_SHAPES = {"": Shape.DISC, "left": Shape.LEFT, "right": Shape.RIGHT}


@dataclass(frozen=True, slots=True)
class Norm:
    """The range that is usual in some group of people; ``who`` names the group and is always shown."""

    low: float
    high: float
    who: str


@dataclass(frozen=True, slots=True)
class SelfTested:
    """One test. ``results`` are by side: ``left``, ``right``, or an empty text for a test without sides.

    ``noise`` is the change that may be chance alone, in the test's unit; None where it is not known.
    """

    name: str
    unit: str
    results: tuple[tuple[str, tuple[Point, ...]], ...]
    norm: Norm | None = None
    noise: float | None = None

    @property
    def points(self) -> tuple[Point, ...]:
        """All results of all sides."""
        return tuple(point for _, points in self.results for point in points)


def self_tests_chart(view: View, tests: tuple[SelfTested, ...]) -> Chart:
    """Return the chart of self-tests, one panel a test. A result outside a range means nothing by itself."""
    say, ink = view.captions.say, ink_of(view)
    known = tuple(test for test in tests if any(view.shows(point.day) for point in test.points))
    heads = [Panel(f"{test.name} ({test.unit})", _under(view, test)) for test in known]

    def draw(index: int, days: Days, top: float, bottom: float) -> str:
        return _panel(ink, view, known[index], days, (top, bottom))

    inside, height = panels(view, heads, _TALL, draw)
    title = say("tests.title")
    key, high = legend(view, _signs(view, known), height, 0) if known else ("", 0.0)
    told = say("tests.told", count=len(known)) if known else say("nothing")
    rows = tuple(row for test in known for row in _rows(view, test))
    columns = ("test", "day", "side", "result", "unit", "norm", "who")
    table = Table(title, tuple(say(f"tests.{c}") for c in columns), rows)
    return Chart(document(view, inside + key, height + high, title, told), table)


def _under(view: View, test: SelfTested) -> str:
    return test.norm.who if test.norm else view.captions.say("tests.no-norm")


def _signs(view: View, known: tuple[SelfTested, ...]) -> tuple[Sign, ...]:
    say, sides = view.captions.say, {side for test in known for side, points in test.results if points}
    signs = [Sign(_SHAPES[s].value, "accent", say(f"tests.{s or 'one'}")) for s in _SHAPES if s in sides]
    if any(test.noise for test in known):
        signs.append(Sign("tick", "strong", say("tests.noise")))
    if any(test.norm for test in known):
        signs.append(Sign("band", "band", say("tests.norm")))
    return tuple(signs)


def _panel(ink: Ink, view: View, test: SelfTested, days: Days, ends: tuple[float, float]) -> str:
    top, bottom = ends
    levels = _levels(view, test, bottom, top)
    out = []
    if test.norm:
        low, high = levels.place(test.norm.low), levels.place(test.norm.high)
        out.append(ink.box((days.left, high), (days.right, low), "band"))
        out += [
            ink.line(((days.left, y), (days.right, y)), "strong", width=1, dash="2 3") for y in (low, high)
        ]
    middle = 0 if levels.low < 0 else levels.high / 2
    out.append(level_axis(view, levels, (levels.low, middle, levels.high), days.left, days.right))
    many = len(test.points) > _MANY
    for side, points in test.results:
        shown = [point for point in points if view.shows(point.day)]
        places = [(days.middle(point.day), levels.place(point.value)) for point in shown]
        if len(places) > 1:
            out.append(ink.line(places, "accent", width=1.25, dash="4 3" if side == "right" else ""))
        for point, place in zip(shown, places, strict=True):
            if not many or point is shown[-1]:
                out.append(_noise(ink, levels, test, point.value, place[0]))
            hint = f"{view.captions.dated(point.day)}: {number(point.value)} {test.unit}"
            out.append(ink.dot(place, "accent", _SHAPES[side], size=2 if many else 4, hint=hint))
    return "".join(out)


def _levels(view: View, test: SelfTested, bottom: float, top: float) -> Levels:
    """The value axis holds every result with its noise, the norm's range, and 0."""
    noise = test.noise or 0
    values = [point.value for point in test.points if view.shows(point.day)]
    ends = [test.norm.low, test.norm.high] if test.norm else []
    high = nice_top(max(*(v + noise for v in values), *ends, 0))
    least = min(*(v - noise for v in values), *ends, 0) if min(values) < 0 else 0
    return Levels(-nice_top(-least) if least < 0 else 0, high, bottom, top)


def _noise(ink: Ink, levels: Levels, test: SelfTested, value: float, x: float) -> str:
    if not test.noise:
        return ""
    ends = (levels.place(value - test.noise), levels.place(value + test.noise))
    return ink.line([(x, end) for end in ends], "strong", width=1)


def _rows(view: View, test: SelfTested) -> list[tuple[str, ...]]:
    norm = f"{number(test.norm.low)}–{number(test.norm.high)}" if test.norm else "–"
    who, say = (test.norm.who if test.norm else "–"), view.captions.say
    found = [(point, side) for side, points in test.results for point in points if view.shows(point.day)]
    return [
        (
            test.name,
            view.captions.dated(point.day),
            say(f"tests.{side}") if side else "–",
            number(point.value),
            test.unit,
            norm,
            who,
        )
        for point, side in sorted(found, key=lambda pair: (pair[0].day, pair[1]))
    ]
