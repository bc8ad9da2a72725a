"""The search for the best week: beams look for it, and the proof says what it is worth.

Beams of growing width look for a better week than the one before; one that had nothing to leave out has
proven its answer by the way. Where none of them has, the proof (:mod:`proof`) tells what the best week is
worth without depending on the luck of a beam, so that nobody waits for a beam to grow wide enough.
"""

from collections.abc import Iterator
from functools import lru_cache

from mainstay.coach.planning.selection.beam import Beam, Found, Layer
from mainstay.coach.planning.selection.bound import Bound, bound_at, first_bound
from mainstay.coach.planning.selection.model import Model, model_of
from mainstay.coach.planning.selection.problem import WeekProblem, WeekSolution
from mainstay.coach.planning.selection.proof import better_week
from mainstay.coach.planning.selection.reading import listed, walked
from mainstay.coach.planning.selection.rooms import PLACES, SHIFT

_WIDTHS = (3, 18, 108)
_SHARP_FROM = 108
"""More prices are worth their time only for beams at least so wide."""
_REMEMBERED = 128


@lru_cache(_REMEMBERED)
def best_week(problem: WeekProblem) -> WeekSolution:
    """Return the week of most worth, proven.

    Deterministic: among equal weeks the one that the narrowest beam meets first wins, which prefers options
    listed first. The last problems are remembered: from one day to the next, and in a plan of a week, most
    of them come again.
    """
    model = model_of(problem)
    bounds = [first_bound(model)]
    found = best = Found(0, (), proven=False)
    for width in _WIDTHS:
        if width >= _SHARP_FROM:
            bounds.extend(_sharper(model, found.layers))
        found = Beam(model, bounds, best.worth).run(width)
        best = found if found.worth > best.worth else best
        if found.proven:
            return WeekSolution(best.worth, walked(model, best.layers))
    worth, week = better_week(problem, best.worth)
    return WeekSolution(worth, listed(problem, week) if week else walked(model, best.layers))


def _sharper(model: Model, layers: tuple[Layer, ...]) -> Iterator[Bound]:
    """Yield bounds with prices for where the last beam was widest: there most states are to be dropped."""
    stages = len(model.stages)
    for stage in (stages // 4, stages // 2, stages * 3 // 4):
        owned = [(sum(rooms), distinct) for rooms, distinct, _ in layers[stage]]
        if owned:
            seconds = _mean([left >> SHIFT for left, _ in owned])
            places = _mean([left & PLACES for left, _ in owned])
            yield bound_at(model, stage, (seconds, places, _mean([distinct for _, distinct in owned])))


def _mean(amounts: list[int]) -> float:
    return sum(amounts) / len(amounts)
