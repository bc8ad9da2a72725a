"""The same model for a hundred thousand people at once, with NumPy and a simplified coach.

What is simplified: one ladder instead of many, three fixed days a week, and of the coach only the traffic
light, two good sessions and five days before a step, two steps down after red, one after a bad morning or
great effort, and no training in a flare-up. It is for trying the model, never for judging the real coach.

People come in blocks of fixed size, each with a seed of its own, so that a person is the same however many
there are and however the blocks are shared out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mainstay.catalogue import Catalogue
from mainstay.lab.person import Model, Spread

BLOCK = 4096
_STEPS = 16
_TRAINING_DAYS = (0, 2, 4)
_WEEK = 7
_HALF_YEAR = 182
_READY = 0.1
_SORE_LEFT = 0.4

Real = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Course:
    """What each person's course came to: one value a person in each array."""

    sessions: NDArray[np.int32]
    reds: NDArray[np.int32]
    flares: NDArray[np.int32]
    highest: NDArray[np.int32]
    pain: Real

    @property
    def people(self) -> int:
        """How many people there are."""
        return len(self.sessions)


def blocks_of(people: int) -> Iterator[tuple[int, int]]:
    """Yield the number of each block and how many of its people are asked for."""
    for block in range(-(-people // BLOCK)):
        yield block, min(BLOCK, people - block * BLOCK)


def run_block(catalogue: Catalogue, model: Model, seed: int, block: int, weeks: int) -> Course:
    """Return the courses of one whole block of people."""
    return _Block(catalogue, model, seed, block).lived(weeks * _WEEK)


class _Block:
    """One block of people: their traits, and their state day by day. Every array has one value a person."""

    def __init__(self, catalogue: Catalogue, model: Model, seed: int, block: int) -> None:
        self.lots = np.random.Generator(np.random.SFC64(np.random.SeedSequence(seed, spawn_key=(block,))))
        self.pain_rules, self.rules = catalogue.rules.pain, catalogue.rules.progress
        self.effort_slope = np.float32(model.effort_slope.value)
        self.stimulus = np.float32(model.stimulus.value)
        self.level, self.wobble, self.memory = map(self._drawn, (model.level, model.wobble, model.memory))
        self.start, self.gain, self.tiring = map(self._drawn, (model.start, model.gain, model.tiring))
        self.irritability, self.aftermath = self._drawn(model.irritability), self._drawn(model.aftermath)
        self.overload, self.shows_up = self._drawn(model.overload), self._drawn(model.shows_up)
        self.rate = self._drawn(model.flares) / np.float32(_HALF_YEAR)
        self.fade = np.float32(0.5) ** (1 / self._drawn(model.flare_half_life))
        self.size = self._drawn(model.flare_size)
        self.fresh = self.wobble * np.sqrt(1 - self.memory**2)
        self.fit_left = np.float32(np.exp(-1 / model.fitness_days.value))
        self.tired_left = np.float32(np.exp(-1 / model.fatigue_days.value))
        self.wander, self.flare, self.sore, self.worst = (self._none() for _ in range(4))
        self.fitness, self.fatigue, self.pain, self.total = (self._none() for _ in range(4))
        self.step, self.good, self.highest = (self._none() for _ in range(3))
        self.since = self._none()
        self.sessions, self.reds, self.flares = (self._none() for _ in range(3))
        self.normal, self.uniform, self.spare = self._none(), self._none(), self._none()

    def _drawn(self, spread: Spread) -> Real:
        low, wide = np.float32(spread.low), np.float32(spread.high - spread.low)
        return low + wide * self.lots.random(BLOCK, np.float32)

    def _none(self) -> Real:
        return np.zeros(BLOCK, np.float32)

    def lived(self, days: int) -> Course:
        """Live some days and return what they came to."""
        for day in range(days):
            self._wake()
            if day % _WEEK in _TRAINING_DAYS:
                self._train(day)
        return Course(
            self.sessions.astype(np.int32),
            self.reds.astype(np.int32),
            self.flares.astype(np.int32),
            self.highest.astype(np.int32),
            self.total / np.float32(days),
        )

    def _wake(self) -> None:
        """A night: pain wanders, flare-ups and soreness fade, and sometimes one begins. All in place."""
        lots, spare = self.lots, self.spare
        lots.standard_normal(dtype=np.float32, out=self.normal)
        lots.random(dtype=np.float32, out=self.uniform)
        np.multiply(self.wander, self.memory, out=self.wander)
        np.multiply(self.normal, self.fresh, out=spare)
        np.add(self.wander, spare, out=self.wander)
        np.multiply(self.flare, self.fade, out=self.flare)
        np.multiply(self.overload, self.worst, out=spare)
        np.add(spare, self.rate, out=spare)
        begins = self.uniform < spare
        np.maximum(self.flare, self.size, out=self.flare, where=begins)
        np.add(self.flares, begins, out=self.flares)
        np.add(self.level, self.wander, out=self.pain)
        np.add(self.pain, self.flare, out=self.pain)
        np.add(self.pain, self.sore, out=self.pain)
        np.clip(self.pain, 0, 10, out=self.pain)
        np.add(self.total, self.pain, out=self.total)
        np.multiply(self.sore, np.float32(_SORE_LEFT), out=self.sore)
        np.multiply(self.fitness, self.fit_left, out=self.fitness)
        np.multiply(self.fatigue, self.tired_left, out=self.fatigue)
        self.worst.fill(0)

    def _train(self, day: int) -> None:
        """A training day: whoever comes and is in no flare-up does their step, and is answered."""
        rules, pain_rules = self.rules, self.pain_rules
        came = (self.lots.random(BLOCK, np.float32) < self.shows_up) & (
            self.flare < pain_rules.unsettled_rise.value
        )
        mask = came.astype(np.float32)
        able = self.start + self.gain * self.fitness - self.tiring * self.fatigue
        above = self.step * np.float32(1 / (_STEPS - 1)) - able
        effort = 3 + self.effort_slope * above
        strain = self.irritability * np.maximum(above + np.float32(_READY), 0) * mask
        felt = self.pain + strain
        load = np.clip(1 + self.stimulus * above, 0.1, 1.5) * mask
        self.fitness += load
        self.fatigue += load
        self.worst[:] = strain
        np.maximum(self.sore, self.aftermath * strain, out=self.sore)
        red = came & ((felt >= pain_rules.red_min.value) | (strain >= pain_rules.red_rise.value))
        hard = came & ~red & (effort >= rules.effort_down.value)
        unsettled = came & ~red & (self.aftermath * strain >= pain_rules.unsettled_rise.value)
        self._judge(day, came, red, hard | unsettled, (effort <= rules.effort_max.value) & (strain < 1))
        self.sessions += mask
        self.reds += red

    def _judge(self, day: int, came: Any, red: Any, down: Any, good: Any) -> None:  # noqa: ANN401  # masks
        """Move everybody's step, and remember how high they have been."""
        rules = self.rules
        self.good = np.where(came, np.where(good & ~red & ~down, self.good + 1, 0), self.good)
        ready = (self.good >= rules.good_sessions.value) & (day - self.since >= rules.min_days.value)
        moved = ready.astype(np.float32) - rules.red_steps.whole * red - rules.amber_steps.whole * down
        self.step = np.clip(self.step + moved, 0, _STEPS - 1).astype(np.float32)
        changed = moved != 0
        self.since[changed] = day
        self.good[changed] = 0
        np.maximum(self.highest, self.step, out=self.highest)
