"""Self-tests: how each is done, who may do it, and where other people stood."""

from dataclasses import dataclass
from enum import StrEnum

from mainstay.catalogue.exercise import Demand
from mainstay.kernel import Amount, Clearance, Equipment, Grade, Position, Side, Sidedness, Trouble


class ResultKind(StrEnum):
    """What is measured, and so what the player does."""

    HOLD = "hold"
    COUNT = "count"
    DISTANCE = "distance"
    CHECKLIST = "checklist"


@dataclass(frozen=True, slots=True)
class Norm:
    """Where one group of people stood: mean and standard deviation (``spread``), or its middle half.

    ``population`` names the group and is always shown beside the figures. ``sex`` and ``side`` are empty
    where the study did not tell them apart; ``people`` is 0 where the number is not known.
    """

    from_age: int
    to_age: int
    population: str
    source: str
    grade: Grade
    sex: str = ""
    side: Side | None = None
    people: int = 0
    mean: float | None = None
    spread: float | None = None
    low: float | None = None
    high: float | None = None
    note: str = ""

    @property
    def band(self) -> tuple[float, float]:
        """The usual range in the group: its middle half, or the mean with one standard deviation."""
        if self.mean is not None and self.spread is not None:
            return max(0.0, self.mean - self.spread), self.mean + self.spread
        return self.low or 0.0, self.high or 0.0


@dataclass(frozen=True, slots=True)
class SelfTest:
    """One physical test that a person does at home.

    ``exercise`` and ``rung`` are the ones whose figure shows it; empty where none does. ``noise`` is the
    smallest change that is not chance; where ``noise_share`` is given too, the larger of both counts.
    ``open_to`` are the verdicts of screening under which it is offered. ``enough`` is a result from which
    on nothing more needs showing.
    """

    slug: str
    order: int
    name: str
    kind: ResultKind
    unit: str
    why: str
    set_up: tuple[str, ...]
    steps: tuple[str, ...]
    stop_rules: tuple[str, ...]
    sides: Sidedness
    higher_is_better: bool
    lowest: float
    highest: float
    step: float
    endurance: bool
    position: Position
    equipment: tuple[Equipment, ...]
    asks_of: tuple[Trouble, ...]
    contraindications: tuple[str, ...]
    demand: Demand
    load_rank: int
    load_from: str
    open_to: tuple[Clearance, ...]
    sources: tuple[str, ...]
    noise: Amount
    noise_share: Amount | None = None
    cap_seconds: Amount | None = None
    enough: Amount | None = None
    exercise: str = ""
    rung: str = ""
    norms: tuple[Norm, ...] = ()

    def noise_between(self, one: float, other: float) -> float:
        """Return the difference from which on two results differ by more than chance."""
        share = self.noise_share.value if self.noise_share else 0.0
        return max(self.noise.value, share * max(one, other))
