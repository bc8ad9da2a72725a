"""Ladders climbed: for each exercise, the height on its ladder over time."""

from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate, groupby

from mainstay.charts.document import document, ink_of
from mainstay.charts.mark import Ink
from mainstay.charts.panel import Panel, panels
from mainstay.charts.scale import Days, Levels
from mainstay.charts.table import Chart, Table
from mainstay.charts.thin import days_together
from mainstay.charts.view import View

_TALL = 46.0
_COLUMN = 8.0


@dataclass(frozen=True, slots=True)
class Move:
    """Where an exercise stood from a day on: ``rung`` and ``step`` counted from 0; no rung while it rests."""

    day: date
    rung: int | None
    step: int = 0


@dataclass(frozen=True, slots=True)
class Climb:
    """One exercise: its rungs as (name, how many steps), and its moves, oldest first."""

    name: str
    rungs: tuple[tuple[str, int], ...]
    moves: tuple[Move, ...]

    @property
    def total(self) -> int:
        """How many steps the whole ladder has."""
        return sum(steps for _, steps in self.rungs)

    def height(self, move: Move) -> int | None:
        """Return the steps up from the bottom of the ladder, the first being 1; None while it rests."""
        if move.rung is None:
            return None
        return sum(steps for _, steps in self.rungs[: move.rung]) + move.step + 1


def ladders_chart(view: View, climbs: tuple[Climb, ...]) -> Chart:
    """Return the chart of all ladders; hairlines mark where the next variant begins."""
    say, ink = view.captions.say, ink_of(view)
    known = tuple(_thinned(view, climb) for climb in climbs if climb.moves and climb.moves[0].day <= view.on)
    heads = [Panel(climb.name, _now(view, climb)) for climb in known]

    def draw(index: int, days: Days, top: float, bottom: float) -> str:
        return _climb(ink, view, known[index], days, (top, bottom))

    inside, height = panels(view, heads, _TALL, draw)
    title = say("ladders.title")
    told = say("ladders.told", count=len(known)) if known else say("nothing")
    columns = tuple(say(f"ladders.{c}") for c in ("exercise", "day", "variant", "step", "of"))
    table = Table(title, columns, tuple(row for climb in known for row in _rows(view, climb)))
    return Chart(document(view, inside, height, title, told), table)


def _thinned(view: View, climb: Climb) -> Climb:
    """Return the climb with the moves that a panel can show: of each column the ends and the extremes."""
    together = days_together(view.span, int(view.size.width / 2 / _COLUMN))
    columns = groupby(climb.moves, key=lambda move: (move.day - view.since).days // together)
    kept: list[Move] = []
    for _, found in columns:
        moves = list(found)
        heights = [climb.height(move) or 0 for move in moves]
        places = {0, heights.index(min(heights)), heights.index(max(heights)), len(moves) - 1}
        kept += [moves[place] for place in sorted(places)]
    return replace(climb, moves=tuple(kept))


def _last(view: View, climb: Climb) -> Move:
    return [move for move in climb.moves if move.day <= view.on][-1]


def _now(view: View, climb: Climb) -> str:
    move = _last(view, climb)
    if move.rung is None:
        return view.captions.say("ladders.rests")
    name = climb.rungs[move.rung][0]
    return view.captions.say("ladders.now", variant=name, step=climb.height(move), of=climb.total)


def _climb(ink: Ink, view: View, climb: Climb, days: Days, ends: tuple[float, float]) -> str:
    top, bottom = ends
    levels = Levels(0, climb.total, bottom, top)
    out = [
        ink.line(((days.left, levels.place(edge)), (days.right, levels.place(edge))), "line", width=1)
        for edge in accumulate(steps for _, steps in climb.rungs)
    ]
    out.append(
        ink.words((days.left - 6, top + view.size.type * 0.35), str(climb.total), anchor="end", soft=True)
    )
    for run in _runs(view, climb, days, levels):
        out.append(ink.area([(run[0][0], bottom), *run, (run[-1][0], bottom)], "band"))
        out.append(ink.line(run, "accent"))
    last = _last(view, climb)
    height = climb.height(last)
    if height is not None:
        out.append(ink.dot((days.end(view.on), levels.place(height)), "accent"))
    return "".join(out)


def _runs(view: View, climb: Climb, days: Days, levels: Levels) -> list[list[tuple[float, float]]]:
    """The stairs, in pieces that are parted where the exercise rested."""
    runs: list[list[tuple[float, float]]] = [[]]
    moves = [move for move in climb.moves if move.day <= view.on]
    for index, move in enumerate(moves):
        until = moves[index + 1].day if index + 1 < len(moves) else None
        height = climb.height(move)
        if height is None:
            runs.append([])
        elif until is None or until > view.since:
            right = days.end(view.on) if until is None else days.start(until)
            runs[-1] += [(days.start(move.day), levels.place(height)), (right, levels.place(height))]
    return [run for run in runs if run]


def _rows(view: View, climb: Climb) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for move in climb.moves:
        if view.shows(move.day):
            day, rung = view.captions.dated(move.day), move.rung
            variant = view.captions.say("ladders.rests") if rung is None else climb.rungs[rung][0]
            height = climb.height(move)
            rows.append((climb.name, day, variant, "–" if height is None else str(height), str(climb.total)))
    return rows
