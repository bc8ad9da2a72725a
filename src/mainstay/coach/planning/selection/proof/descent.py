"""Lower a convex, piecewise linear function of prices by steps against its subgradients."""

from collections.abc import Callable, Sequence
from operator import mul

Point = list[float]
Valued = tuple[float, Sequence[float]]
"""The value of the function at a point, and a subgradient there."""

MEMORY = 0.8
"""Share of the last direction kept in the next one: it damps the zigzag at the kinks."""


class Slide:
    """A point that moves against subgradients and never below zero in any coordinate."""

    __slots__ = ("_memory", "_run", "_weights", "point")

    def __init__(self, point: Point, weights: Sequence[float], memory: float = MEMORY) -> None:
        self.point = point
        self._weights = weights
        self._memory = memory
        self._run = [0.0] * len(point)

    def back_to(self, point: Point) -> None:
        """Start anew, without memory."""
        self.point = point
        self._run = [0.0] * len(point)

    def move(self, gradient: Sequence[float], drop: float) -> bool:
        """Move as far as a linear function with this gradient would need to fall by ``drop`` (Polyak's step).

        Each coordinate is scaled by its weight. Return False where there is nowhere to move.
        """
        memory = self._memory
        run = [
            (g if x > 0 or g < 0 else 0.0) + memory * r
            for g, x, r in zip(gradient, self.point, self._run, strict=True)
        ]
        self._run = run
        scaled = list(map(mul, run, self._weights))
        steepness = sum(map(mul, run, scaled))
        if steepness < 1e-12:
            return False
        step = drop / steepness
        self.point = [y if (y := x - step * s) > 0 else 0.0 for x, s in zip(self.point, scaled, strict=True)]
        return True


def lowest(
    value: Callable[[Point], Valued], slide: Slide, rounds: int, ambition: float, enough: float = 0.3
) -> tuple[float, Point]:
    """Return the lowest value met within so many rounds, and where.

    ``ambition`` is the share of the first value that a step may hope to gain; it halves when four rounds in a
    row gain little, and below ``enough`` the search is over.
    """
    best, where, idle, hope = float("inf"), slide.point, 0, 0.0
    for _ in range(rounds):
        total, gradient = value(slide.point)
        hope = hope or ambition * total
        idle = 0 if total < best - 0.3 * hope else idle + 1
        if total < best:
            best, where = total, slide.point
        if idle == 4:
            hope, idle = hope / 2, 0
            slide.back_to(where)
            if hope < enough:
                break
            if total > best:
                continue
        if not slide.move(gradient, total - best + hope):
            break
    return best, where
