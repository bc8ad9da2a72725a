"""Pain over time: each day's answer, the usual level, the sessions, and the flare-ups behind it all."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date

from mainstay.charts.axis import AXIS, day_axis, level_axis
from mainstay.charts.document import document, ink_of
from mainstay.charts.legend import Sign, legend
from mainstay.charts.mark import Ink, Shape
from mainstay.charts.scale import Days, Levels
from mainstay.charts.series import Point, Span, number
from mainstay.charts.table import Chart, Table
from mainstay.charts.thin import Bundle, bundled, days_together, stretches
from mainstay.charts.view import View

_HIGHEST = 10
_LEFT, _TOP, _STRIP = 26.0, 10.0, 14.0
_COLUMN = 4.0
_CAP = 3.0
_TICKS_UP_TO = 3
"""With more days than this in a column the ticks of sessions would be one black line."""
_GAP = 8
"""A line joins answers that are at most so many days apart; training days lie closer than that."""


@dataclass(frozen=True, slots=True)
class Pain:
    """Pain at rest (0-10), the usual level where it was told, days with a session, and flare-ups."""

    at_rest: tuple[Point, ...]
    usual: tuple[Point, ...] = ()
    sessions: tuple[date, ...] = ()
    flares: tuple[Span, ...] = ()


def pain_chart(view: View, pain: Pain) -> Chart:
    """Return the chart of pain; where a column holds several days, a bar shows their range."""
    say, ink = view.captions.say, ink_of(view)
    days = Days(view.since, view.on, _LEFT, view.size.width - 8)
    bottom = _TOP + view.size.tall
    levels = Levels(0, _HIGHEST, bottom, _TOP)
    together = days_together(view.span, int((days.right - days.left) / _COLUMN))
    told = bundled(pain.at_rest, view.span, together)
    inside = [
        _flares(ink, view, pain, days, (_TOP, bottom + _STRIP)),
        level_axis(view, levels, range(0, _HIGHEST + 1, 5 if view.size.is_narrow else 2), _LEFT, days.right),
        _usual(ink, view, pain, days, levels),
        _answers(ink, view, told, days, levels, together),
        _sessions(ink, view, pain, days, bottom + _STRIP / 2) if together <= _TICKS_UP_TO else "",
        day_axis(view, days, bottom + _STRIP),
    ]
    key, high = legend(view, _signs(view, pain, together), bottom + _STRIP + AXIS, _LEFT)
    height = bottom + _STRIP + AXIS + high
    table = Table(say("pain.title"), tuple(say(f"pain.{c}") for c in _COLUMNS), _rows(view, pain, told))
    told_in_words = _sentence(view, pain, told)
    return Chart(document(view, "".join(inside) + key, height, say("pain.title"), told_in_words), table)


_COLUMNS = ("day", "least", "middle", "most", "sessions", "flare")


def _flares(ink: Ink, view: View, pain: Pain, days: Days, ends: tuple[float, float]) -> str:
    out, (top, bottom) = [], ends
    for flare in _seen(view, pain.flares):
        left, right = days.start(flare.first), max(days.end(flare.last), days.start(flare.first) + 1)
        out.append(ink.box((left, top), (right, bottom), "band", hint=_flare_words(view, flare)))
        # A cap tells a band from the paper in grey, and a short flare-up from nothing in ten years.
        out.append(ink.box((left, top - _CAP), (max(right, left + _CAP), top), "strong"))
    return "".join(out)


def _flare_words(view: View, flare: Span) -> str:
    return f"{view.captions.say('pain.flare')}: {view.captions.days(flare.first, flare.last)}"


def _seen(view: View, spans: tuple[Span, ...]) -> list[Span]:
    return [span for span in spans if span.first <= view.on and span.last >= view.since]


def _usual(ink: Ink, view: View, pain: Pain, days: Days, levels: Levels) -> str:
    """The usual level holds from the day on which it was told until it is told anew."""
    told = sorted((p for p in pain.usual if p.day <= view.on), key=lambda p: p.day)
    places: list[tuple[float, float]] = []
    for index, point in enumerate(told):
        until = told[index + 1].day if index + 1 < len(told) else None
        if until is None or until > view.since:
            y = levels.place(point.value)
            places += [(days.start(point.day), y), (days.start(until) if until else days.right, y)]
    return ink.line(places, "second", width=1.5, dash="5 3") if places else ""


def _answers(
    ink: Ink, view: View, told: tuple[Bundle, ...], days: Days, levels: Levels, together: int
) -> str:
    out = []
    for run in stretches(told, max(_GAP, 2 * together)):
        places = [(days.middle(b.first, b.last), levels.place(b.middle)) for b in run]
        if together > 1:
            out += [_range(ink, b, days, levels) for b in run if b.low < b.high]
        if len(places) > 1:
            out.append(ink.line(places, "accent", width=1.75))
        if together == 1 or len(places) == 1:
            out += [
                ink.dot(place, "accent", size=min(3.5, max(2, days.step * 0.45)), hint=_hint(view, b))
                for place, b in zip(places, run, strict=True)
            ]
    return "".join(out)


def _range(ink: Ink, bundle: Bundle, days: Days, levels: Levels) -> str:
    x, wide = days.middle(bundle.first, bundle.last), _COLUMN * 0.35
    return ink.box((x - wide, levels.place(bundle.high)), (x + wide, levels.place(bundle.low)), "range")


def _hint(view: View, bundle: Bundle) -> str:
    return f"{view.captions.days(bundle.first, bundle.last)}: {number(bundle.middle)}"


def _sessions(ink: Ink, view: View, pain: Pain, days: Days, y: float) -> str:
    """A row of ticks; those that would fall on one another are drawn once."""
    places = sorted({round(days.middle(day), 0) for day in pain.sessions if view.shows(day)})
    return "".join(ink.dot((x, y), "ink", Shape.TICK, size=3.5) for x in places)


def _signs(view: View, pain: Pain, together: int) -> tuple[Sign, ...]:
    say = view.captions.say
    signs = [Sign("line" if together > 1 else "disc", "accent", say("pain.key" + ("-many" * (together > 1))))]
    if pain.usual:
        signs.append(Sign("dash", "second", say("pain.usual")))
    if pain.sessions and together <= _TICKS_UP_TO:
        signs.append(Sign("tick", "ink", say("pain.session")))
    if _seen(view, pain.flares):
        signs.append(Sign("capped", "band", say("pain.flare")))
    return tuple(signs)


def _rows(view: View, pain: Pain, told: tuple[Bundle, ...]) -> tuple[tuple[str, ...], ...]:
    trained = sorted(pain.sessions)
    flares = _seen(view, pain.flares)
    return tuple(
        (
            view.captions.days(b.first, b.last),
            *(number(value) for value in (b.low, b.middle, b.high)),
            str(bisect_right(trained, b.last) - bisect_left(trained, b.first)),
            view.captions.say(
                "yes" if any(f.first <= b.last and f.last >= b.first for f in flares) else "no"
            ),
        )
        for b in told
    )


def _sentence(view: View, pain: Pain, told: tuple[Bundle, ...]) -> str:
    say = view.captions.say
    if not told:
        return say("nothing")
    values = {"first": number(told[0].middle), "last": number(told[-1].middle)}
    ends = {"lowest": number(min(b.low for b in told)), "highest": number(max(b.high for b in told))}
    told_of = {"flares": len(_seen(view, pain.flares)), "span": view.captions.days(view.since, view.on)}
    return say("pain.told", **values, **ends, **told_of)
