"""The difference that one thing makes to a series with gaps and a memory.

Pain today resembles pain yesterday, so a good week makes many good days that are no evidence of their own.
The series is a level, a trend, an effect of the weekday, the difference that is asked for, and an error with
two parts: one that fades with every day that passes, and one that is new each day. How fast it fades and how
large each part is are not known, so every plausible pair is used, weighed by how well it explains the series
(restricted likelihood). The result is a mixture of Student's t distributions: the plausible differences.

Seen as a state that decays between observations, such an error is taken out of a series in one pass (a Kalman
filter), for all pairs at once. That is exact, takes time in proportion to the days and not to their cube, and
keeps away from the threads of a matrix library, which stand in each other's way on a small server.
"""

from dataclasses import dataclass
from itertools import pairwise, product

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq
from scipy.special import stdtr

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]

# How much of the lasting part is left a day (or week) later, and which share of the variance is new each day.
# The grid is fine where the answer changes fast: near a memory of weeks.
_MEMORY = (0.0, 0.2, 0.4, 0.55, 0.7, 0.8, 0.87, 0.92, 0.96, 0.985)
_FRESH = (0.0, 0.15, 0.3, 0.5, 0.7, 0.9)


@dataclass(frozen=True, slots=True)
class Estimate:
    """The plausible differences: a mixture of t distributions with ``freedom`` degrees of freedom."""

    centres: Vector
    widths: Vector
    weights: Vector
    freedom: int

    @property
    def middle(self) -> float:
        """The mean of the mixture."""
        return float(self.weights @ self.centres)

    def below(self, value: float) -> float:
        """Return how plausible it is that the difference is below a value."""
        return float(self.weights @ stdtr(self.freedom, (value - self.centres) / self.widths))

    def interval(self, level: float) -> tuple[float, float]:
        """Return the interval that leaves ``level`` outside, half of it on each side."""
        return self._quantile(level / 2), self._quantile(1 - level / 2)

    def _quantile(self, share: float) -> float:
        reach = 1.0
        while not self.below(self.middle - reach) < share < self.below(self.middle + reach):
            reach *= 2
        return float(
            brentq(lambda value: self.below(value) - share, self.middle - reach, self.middle + reach)
        )


def estimate(times: Vector, pain: Vector, with_it: Vector, weekly: bool) -> Estimate | None:
    """Return the difference in ``pain`` where ``with_it`` is 1.

    ``times`` are whole days or weeks, ascending, with gaps. None where the design cannot tell the difference
    from the weekday or the trend, or where pain never changed.
    """
    design = _design(times, with_it, weekly)
    rows, columns = design.shape
    if rows <= columns + 1 or np.ptp(pain) == 0 or np.linalg.matrix_rank(design) < columns:
        return None
    squares, spread = _whitened(times, np.column_stack([design, pain]))
    # The triangle of a QR decomposition of each whitened series, by way of its squares.
    triangles = np.linalg.cholesky(squares).transpose(0, 2, 1)
    freedom = rows - columns
    rest = triangles[:, columns, columns] ** 2
    scale, answer = triangles[:, columns - 1, columns - 1], triangles[:, columns - 1, columns]
    diagonal = np.diagonal(triangles, axis1=1, axis2=2)[:, :columns]
    likelihood = -spread / 2 - np.log(diagonal).sum(axis=1) - freedom / 2 * np.log(rest)
    weights = np.exp(likelihood - likelihood.max())
    return Estimate(answer / scale, np.sqrt(rest / freedom) / scale, weights / weights.sum(), freedom)


def _design(times: Vector, with_it: Vector, weekly: bool) -> Matrix:
    """The columns: level, trend, weekdays, and last the thing that is asked about."""
    span = max(float(np.ptp(times)), 1.0)
    columns = [np.ones_like(times), (times - times.mean()) / span]
    if not weekly:
        present = np.unique(times % 7)
        columns += [(times % 7 == day).astype(float) for day in present[1:]]
    return np.column_stack([*columns, with_it])


def _pairs() -> list[tuple[float, float]]:
    """Every memory with every fresh share. Without a memory, the share makes no difference: one pair."""
    return [(0.0, 0.0), *product(_MEMORY[1:], _FRESH)]


def _whitened(times: Vector, series: Matrix) -> tuple[Matrix, Vector]:
    """Return the sums of squares and products of the columns without their errors' memory, and log variances.

    The first has the shape (pairs, columns, columns).
    """
    memory, fresh = np.array(_pairs()).T
    lasting = 1 - fresh
    expected = np.zeros((len(memory), series.shape[1]))
    unsure, spread, kept = lasting.copy(), np.zeros(len(memory)), []
    gaps = [0.0, *(float(after - before) for before, after in pairwise(times))]
    for gap, row in zip(gaps, series, strict=True):
        left = memory**gap if gap else np.ones_like(memory)
        expected *= left[:, None]
        unsure = left**2 * unsure + (1 - left**2) * lasting
        variance = unsure + fresh
        surprise = row - expected
        kept.append(surprise / np.sqrt(variance)[:, None])
        spread += np.log(variance)
        gain = unsure / variance
        expected += gain[:, None] * surprise
        unsure *= 1 - gain
    surprises = np.array(kept)
    return np.einsum("tpi,tpj->pij", surprises, surprises), spread
