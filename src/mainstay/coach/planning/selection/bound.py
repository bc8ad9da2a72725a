"""An upper bound on what the rest of a week can still be worth.

Put a price on a second, on a place and on a different exercise. Whoever pays for what a week uses can gain
at most, for each need still ahead, its best choice net of those prices; adding the price of everything that
is left gives a bound that no legal week can pass (weak Lagrangian duality), for any prices that are not
negative. Good prices make it tight; they are found once a problem, by descent.
"""

from dataclasses import dataclass

from mainstay.coach.planning.selection.model import Model

_ROUNDS = 14
_FIRST_STEPS = (0.2, 20.0, 20.0)
_VARIANTS = (1.0, 0.6, 1.5)

Prices = tuple[float, float, float]
"""The price of a second, of a place, of a different exercise."""


@dataclass(frozen=True, slots=True)
class Bound:
    """One set of prices, and for each stage the best net gain of it and all later ones."""

    second: float
    place: float
    exercise: float
    ahead: tuple[float, ...]


def bounds_of(model: Model) -> tuple[Bound, ...]:
    """Return some bounds; the lowest of them counts. The first has the prices that are best at the start."""
    second, place, exercise = _best_prices(model)
    return tuple(_bound(model, (second * variant, place, exercise)) for variant in _VARIANTS)


def _bound(model: Model, prices: Prices) -> Bound:
    ahead = [0.0]
    for stage in range(len(model.stages) - 1, -1, -1):
        ahead.append(ahead[-1] + _net(model, stage, prices))
    return Bound(*prices, tuple(reversed(ahead)))


def _net(model: Model, stage: int, prices: Prices) -> float:
    """The best gain of a stage after paying for it, at least nothing."""
    second, place, exercise = prices
    best = 0.0
    for choice in model.stages[stage].choices:
        unit = second * choice.seconds + place
        for count, gain in enumerate(choice.gains, start=1):
            best = max(best, gain - unit * count - exercise)
    return best


def _total(model: Model, prices: Prices) -> float:
    problem = model.problem
    second, place, exercise = prices
    owned = second * sum(problem.seconds) + place * sum(problem.places) + exercise * problem.distinct
    return owned + sum(_net(model, stage, prices) for stage in range(len(model.stages)))


def _best_prices(model: Model) -> Prices:
    """Lower the bound price by price, with steps that halve when none of them helps."""
    prices: Prices = (0.0, 0.0, 0.0)
    lowest, steps = _total(model, prices), _FIRST_STEPS
    for _ in range(_ROUNDS):
        before = lowest
        for axis in range(3):
            for step in (steps[axis], -steps[axis]):
                tried = _moved(prices, axis, step)
                total = _total(model, tried)
                if total < lowest:
                    prices, lowest = tried, total
                    break
        if lowest == before:
            steps = (steps[0] / 2, steps[1] / 2, steps[2] / 2)
    return prices


def _moved(prices: Prices, axis: int, step: float) -> Prices:
    moved = [*prices]
    moved[axis] = max(0.0, moved[axis] + step)
    return (moved[0], moved[1], moved[2])
