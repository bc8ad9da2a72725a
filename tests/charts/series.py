"""Data for the charts: one of each, over as many days as a test likes, with gaps, zeros and a flare-up."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from mainstay.charts import (
    Adherence,
    Chart,
    Climb,
    Course,
    Courses,
    Deed,
    Held,
    Level,
    Move,
    Norm,
    Pain,
    Point,
    Ramp,
    SelfTested,
    Size,
    Span,
    Theme,
    View,
    Walking,
    adherence_calendar,
    courses_chart,
    holds_chart,
    ladders_chart,
    pain_chart,
    ramp_chart,
    self_tests_chart,
    walking_chart,
)
from mainstay.words import chart_captions

ON = date(2026, 11, 20)
CAPTIONS = chart_captions()
HOSTILE = "<script>alert(1)</script> & \"quotes\" 'n' ]]>"
RUNGS = (("Leg only", 4), ("Arm and leg", 5), (HOSTILE, 4))


def view(days: int, size: Size, theme: Theme = Theme.PAGE) -> View:
    """The last so many days."""
    return View(ON - timedelta(days=days - 1), ON, CAPTIONS, size, theme)


@dataclass(frozen=True)
class Days:
    """Data over some days up to ``ON``."""

    count: int

    def day(self, number: int) -> date:
        return ON - timedelta(days=self.count - 1 - number)

    def every(self, step: int) -> range:
        return range(0, self.count, step)

    def pain(self) -> Pain:
        at_rest = tuple(Point(self.day(n), n * 7 % 11) for n in self.every(2) if not 40 <= n % 150 < 60)
        flares = tuple(
            Span(self.day(n), self.day(min(n + 5, self.count - 1))) for n in range(20, self.count, 180)
        )
        usual = (Point(self.day(0), 4), Point(self.day(self.count // 2), 3))
        return Pain(at_rest, usual, tuple(self.day(n) for n in self.every(3)), flares)

    def climbs(self) -> tuple[Climb, ...]:
        places = ((0, 0), (0, 2), (0, 3), (1, 1), (1, 0), (None, 0), (1, 2), (2, 3))
        step = max(1, self.count // len(places))
        moves = tuple(Move(self.day(min(n * step, self.count - 1)), *p) for n, p in enumerate(places))
        return tuple(
            Climb(name, RUNGS, moves) for name in ("Bird dog", HOSTILE, "A very long name of an exercise")
        )

    def holds(self) -> tuple[Held, ...]:
        best = tuple(Point(self.day(n), n * 5 % 31) for n in self.every(3))
        asked = tuple(Point(self.day(n), 10 + n // 30) for n in self.every(3))
        return tuple(Held(name, best, asked) for name in ("Front plank", HOSTILE, "Side plank"))

    def tests(self) -> tuple[SelfTested, ...]:
        left, right, one = (
            tuple(Point(self.day(n), base + n % 20) for n in self.every(28)) for base in (30, 36, -8)
        )
        norm = Norm(40, 85, f"some people {HOSTILE}")
        return (
            SelfTested("Side bridge", "s", (("left", left), ("right", right)), norm, 12),
            SelfTested(HOSTILE, "cm", (("", one),)),
        )

    def adherence(self) -> Adherence:
        deeds = list(Deed)
        return Adherence({self.day(n): deeds[n % 4] for n in self.every(2)})

    def walking(self) -> Walking:
        return Walking(tuple(Point(self.day(n), n * 10 % 40) for n in self.every(3)), 20)

    def ramp(self) -> Ramp:
        weeks = range(0, min(self.count, 84), 7)
        return Ramp(tuple(Point(self.day(0) + timedelta(days=n), n * 40 // 84) for n in weeks))

    def courses(self) -> Courses:
        names = ("coach", HOSTILE, "static routine", "no rule")
        lines = tuple(Course(name, tuple(self._levels(index))) for index, name in enumerate(names))
        return Courses("Height", "By week.", "Day", 1, lines)

    def _levels(self, index: int) -> Iterator[Level]:
        for n in range(0, min(self.count, 182), 14):
            middle = 0.2 * index + n / 500
            yield Level(self.day(n), middle, max(0, middle - 0.1), min(1, middle + 0.1))


Draw = Callable[[View], Chart]


def drawings(days: int) -> dict[str, Draw]:
    """Every chart, each with data for so many days."""
    data = Days(days)
    return {
        "pain": lambda v: pain_chart(v, data.pain()),
        "ladders": lambda v: ladders_chart(v, data.climbs()),
        "holds": lambda v: holds_chart(v, data.holds()),
        "tests": lambda v: self_tests_chart(v, data.tests()),
        "calendar": lambda v: adherence_calendar(v, data.adherence()),
        "walking": lambda v: walking_chart(v, data.walking()),
        "ramp": lambda v: ramp_chart(v, data.ramp()),
        "courses": lambda v: courses_chart(v, data.courses()),
    }


def empty() -> dict[str, Draw]:
    """Every chart with nothing to show."""
    return {
        "pain": lambda v: pain_chart(v, Pain(())),
        "ladders": lambda v: ladders_chart(v, ()),
        "holds": lambda v: holds_chart(v, ()),
        "tests": lambda v: self_tests_chart(v, ()),
        "calendar": lambda v: adherence_calendar(v, Adherence({})),
        "walking": lambda v: walking_chart(v, Walking(())),
        "ramp": lambda v: ramp_chart(v, Ramp(())),
        "courses": lambda v: courses_chart(v, Courses("Height", "Nothing yet.", "Day", 1, ())),
    }
