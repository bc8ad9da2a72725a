"""Prices of a second, of a place and of a shared exercise: the first bound on a week.

For prices ≥ 0 (t per second and p per place, by class of session; f per shared exercise) every legal week
is worth at most

    Σ over sessions of the dearest fitting set (t · seconds + p · size)  +  Σ f  +  what the needs net,

because its worth is what its needs net plus what its placements cost, the placements in a session are a
fitting set, and no fee is paid twice. The sessions' part knows what truly fits: not t · seconds + p ·
places, but the best of the pairs (q items, longest time q items can take). The prices are chosen to make
the bound low.
"""

from collections.abc import Sequence
from typing import NamedTuple

from mainstay.coach.planning.selection.proof.demand import Demand
from mainstay.coach.planning.selection.proof.descent import Point, Slide, lowest
from mainstay.coach.planning.selection.proof.reduce import Row

ROUNDS = 40
FEE_WEIGHT = 1 / 36
"""A fee is scaled as if six of its exercise were to be had; found by trial."""


class Stock(NamedTuple):
    """A class of equal sessions: how many, and the pairs (q items, longest time they can take)."""

    sessions: int
    fills: list[tuple[int, int]]


class Prices(NamedTuple):
    """Prices by class of session, and fees by shared exercise."""

    second: list[float]
    place: list[float]
    fees: list[float]


class _Scarce:
    """The function to be lowered: its point is the prices of a second and of a place, then the fees."""

    def __init__(self, rows: Sequence[Row], stocks: Sequence[Stock], distinct: int, shared: int) -> None:
        self.stocks = stocks
        self.shared = shared
        self.demand = Demand(rows, [stock.sessions for stock in stocks], distinct)

    def weights(self) -> list[float]:
        """Scale prices by what there is, so that a step changes each part of the bound alike."""
        seconds = sum(s.sessions * max(longest for _, longest in s.fills) for s in self.stocks) or 1
        places = sum(s.sessions * s.fills[-1][0] for s in self.stocks) or 1
        classes = len(self.stocks)
        return [seconds**-2] * classes + [places**-2] * classes + [FEE_WEIGHT] * self.shared

    def value(self, point: Point) -> tuple[float, list[float]]:
        """Return the bound at these prices, and its subgradient: what is to be had minus what is taken."""
        classes = len(self.stocks)
        second, place, fees = point[:classes], point[classes : 2 * classes], point[2 * classes :]
        lasting = self.demand.seconds
        prices = [[t * s + p for s in lasting] for t, p in zip(second, place, strict=True)]
        total, taken = self.demand.at(prices, [*fees, 0.0])
        total += sum(fees)
        gradient = [0.0] * (2 * classes) + [1.0] * (self.shared + 1)
        for c, (count, fills) in enumerate(self.stocks):
            worth, q, longest = max([(second[c] * m + place[c] * q, q, m) for q, m in fills])
            total += count * worth
            gradient[c] = count * longest
            gradient[classes + c] = count * q
        for _, item, exercise, where in taken:
            gradient[2 * classes + exercise if exercise >= 0 else -1] -= 1
            for c in where:
                gradient[c] -= lasting[item]
                gradient[classes + c] -= 1
        return total, gradient[:-1]


def low_prices(
    rows: Sequence[Row], stocks: Sequence[Stock], distinct: int, shared: int, start: Prices | None
) -> Prices:
    """Return prices that make the bound low, starting from others if there are any."""
    scarce = _Scarce(rows, stocks, distinct, shared)
    classes = len(stocks)
    point = [0.0] * (2 * classes + shared)
    if start and len(start.second) == classes:
        point = [*start.second, *start.place, *start.fees]
    slide = Slide(point, scarce.weights(), memory=0.3)
    _, best = lowest(scarce.value, slide, ROUNDS, ambition=0.01 if start else 0.2)
    return Prices(best[:classes], best[classes : 2 * classes], best[2 * classes :])
