"""Chance, from a seed: the same person draws the same lots on every machine and in every order."""

from collections.abc import Sequence
from typing import TypeVar

import numpy as np

T = TypeVar("T")


class Chance:
    """One person's lots. ``seed`` and ``number`` name them; ``stream`` keeps several draws apart."""

    def __init__(self, seed: int, number: int, stream: int = 0) -> None:
        """Begin at the first lot of this person."""
        sequence = np.random.SeedSequence(seed, spawn_key=(number, stream))
        self._lots = np.random.Generator(np.random.PCG64(sequence))

    def happens(self, chance: float) -> bool:
        """Return whether something with this chance happens."""
        return bool(self._lots.random() < chance)

    def between(self, low: float, high: float) -> float:
        """Return a number from ``low`` to ``high``, each as likely."""
        return low + (high - low) * float(self._lots.random())

    def normal(self, spread: float) -> float:
        """Return a deviation from the middle with this standard deviation."""
        return spread * float(self._lots.standard_normal())

    def whole(self, low: int, high: int) -> int:
        """Return a whole number from ``low`` to ``high``, both included."""
        return int(self._lots.integers(low, high + 1))

    def one_of(self, choices: Sequence[T]) -> T:
        """Return one of some things."""
        return choices[int(self._lots.integers(len(choices)))]

    def some_of(self, choices: Sequence[T], chance: float) -> tuple[T, ...]:
        """Return those that are drawn, each with this chance."""
        return tuple(one for one in choices if self.happens(chance))
