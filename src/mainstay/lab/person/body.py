"""A virtual back: how it is each morning, and how it answers to what is done."""

from dataclasses import dataclass, field
from math import exp

from mainstay.catalogue import Exercise, Rung
from mainstay.lab.person.chance import Chance
from mainstay.lab.person.model import Model
from mainstay.lab.person.traits import Traits

_MIDDLE_RANK = 3
_READY = 0.1
"""So much above what is easy begins to be felt."""
_SESSIONS_A_WEEK = 3
_LEAST, _MOST = 0.1, 1.5
HALF_YEAR = 182
"""Days in the unit of the model's rates."""


@dataclass(slots=True)
class Strength:
    """Fitness and fatigue for one exercise, in sessions that still count, and the last day it was done."""

    fitness: float = 0.0
    fatigue: float = 0.0
    day: int = 0


@dataclass(slots=True)
class Body:
    """A back over days. Pain here is as it is felt, before it is told; 0-10.

    ``flares`` counts those that have begun, ``heights`` are where on its ladder each exercise was done last,
    ``is_red`` says that today something rose far or high.
    """

    model: Model
    traits: Traits
    lots: Chance
    wander: float = 0.0
    flare: float = 0.0
    sore: float = 0.0
    worst: float = 0.0
    flares: int = 0
    trained: int = 0
    pain: float = 0.0
    strengths: dict[str, Strength] = field(default_factory=dict)
    heights: dict[str, float] = field(default_factory=dict)
    is_red: bool = False

    def wake(self) -> bool:
        """Begin the next day; return whether a flare-up has begun overnight."""
        own, model = self.traits, self.model
        fresh = own.wobble * (1 - own.memory**2) ** 0.5
        self.wander = own.memory * self.wander + self.lots.normal(fresh)
        self.flare *= 0.5 ** (1 / own.flare_half_life)
        begins = self.lots.happens(own.flares / HALF_YEAR + own.overload * self.worst)
        self.worst, self.is_red = 0.0, False
        if begins:
            self.flares += 1
            self.flare = max(self.flare, self.lots.between(model.flare_size.low, model.flare_size.high))
        eased = own.level * exp(-own.easing * self.trained / _SESSIONS_A_WEEK)
        self.pain = eased + self.wander + self.flare + self.sore
        self.sore *= 0.4
        return begins

    def done(self, exercise: Exercise, height: float, day: int) -> float:
        """Take in one exercise at a height of its ladder (0-1); return how far it was above what is easy."""
        known, able = self._strength(exercise.slug, day)
        above, self.heights[exercise.slug] = height - able, height
        stimulus = min(_MOST, max(_LEAST, 1 + self.model.stimulus.value * above))
        known.fitness, known.fatigue = known.fitness + stimulus, known.fatigue + stimulus
        return above

    def able(self, slug: str, day: int) -> float:
        """Return how high on an exercise's ladder the person can train with an effort of about 3."""
        return self._strength(slug, day)[1]

    def _strength(self, slug: str, day: int) -> tuple[Strength, float]:
        known = self.strengths.setdefault(slug, Strength(day=day))
        days, known.day = day - known.day, day
        known.fitness *= exp(-days / self.model.fitness_days.value)
        known.fatigue *= exp(-days / self.model.fatigue_days.value)
        own = self.traits
        return known, own.start + own.gain * known.fitness - own.tiring * known.fatigue

    def effort(self, above: float) -> float:
        """Return how hard it felt."""
        return 3 + self.model.effort_slope.value * above + self.lots.normal(self.model.effort_noise.value)

    def felt(self, rung: Rung, above: float) -> float:
        """Return the pain during an exercise, and remember what of it comes back the next morning."""
        own = self.traits
        strain = own.irritability * max(0.0, above + _READY) * rung.load_rank / _MIDDLE_RANK
        strain += sum(much * rung.demand.of(direction) for direction, much in own.provoked.items())
        self.worst = max(self.worst, strain)
        self.sore = max(self.sore, own.aftermath * strain)
        pain = self.pain + strain + self.lots.normal(0.5 * own.wobble)
        self.is_red = self.is_red or pain >= self.model.red_pain.value or strain >= self.model.red_rise.value
        return pain
