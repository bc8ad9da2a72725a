"""An upper bound on what the rest of a week can still be worth.

Put a price on a second, on a place and on a different exercise. Whoever pays for what a week uses can gain
at most, for each need still ahead, its best choice net of those prices; adding the price of everything that
is left gives a bound that no legal week can pass (weak Lagrangian duality), for any prices that are not
negative. Good prices make it tight; they are found once a problem, by descent.
"""

from dataclasses import dataclass

from mainstay.coach.planning.selection.model import Model, Offers

_ROUNDS = 14
_FIRST_STEPS = (0.2, 20.0, 20.0)

Prices = tuple[float, float, float]
"""The price of a second, of a place, of a different exercise."""
Owned = tuple[float, float, float]
"""Seconds, places and different exercises that are left."""


@dataclass(frozen=True, slots=True)
class Bound:
    """One set of prices, and for each stage the best net gain of it and all later ones."""

    second: float
    place: float
    exercise: float
    ahead: tuple[float, ...]


def first_bound(model: Model) -> Bound:
    """Return the bound with the prices that are best at the start."""
    problem = model.problem
    return bound_at(model, 0, (sum(problem.seconds), sum(problem.places), problem.distinct))


def bound_at(model: Model, stage: int, owned: Owned) -> Bound:
    """Return the bound whose prices are best for what is owned when ``stage`` is to be decided.

    It holds at every stage, and is tight near this one.
    """
    return _bound(model, _best_prices(model, stage, owned))


def _bound(model: Model, prices: Prices) -> Bound:
    ahead = [0.0]
    for stage in range(len(model.stages) - 1, -1, -1):
        ahead.append(ahead[-1] + _net(model.offers[stage], prices))
    return Bound(*prices, tuple(reversed(ahead)))


def _net(offers: Offers, prices: Prices) -> float:
    """The best gain of a stage after paying for it, at least nothing."""
    second, place, exercise = prices
    best = 0.0
    for gain, seconds, places in offers:
        net = gain - second * seconds - place * places - exercise
        if net > best:
            best = net
    return best


def _total(model: Model, stage: int, owned: Owned, prices: Prices) -> float:
    paid = prices[0] * owned[0] + prices[1] * owned[1] + prices[2] * owned[2]
    return paid + sum([_net(offers, prices) for offers in model.offers[stage:]])


def _best_prices(model: Model, stage: int, owned: Owned) -> Prices:
    """Lower the bound price by price, with steps that halve when none of them helps."""
    prices: Prices = (0.0, 0.0, 0.0)
    lowest, steps = _total(model, stage, owned, prices), _FIRST_STEPS
    for _ in range(_ROUNDS):
        before = lowest
        for axis in range(3):
            for step in (steps[axis], -steps[axis]):
                tried = _moved(prices, axis, step)
                if tried == prices:  # at nothing already
                    continue
                total = _total(model, stage, owned, tried)
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
