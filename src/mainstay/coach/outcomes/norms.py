"""Where a result lies beside other people's. Context, never a risk; the group is always named."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mainstay.catalogue import Norm, SelfTest
from mainstay.coach.outcomes.trials import Trial

_SEXES = ("female", "male")


class Placing(StrEnum):
    """Where a value lies beside the usual range of a group."""

    BELOW = "below"
    WITHIN = "within"
    ABOVE = "above"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A group of about this person's age, and where the result lies beside its usual range."""

    norm: Norm
    placing: Placing


def comparisons(test: SelfTest, trial: Trial, birth_year: int, sex: str) -> tuple[Comparison, ...]:
    """Return every group that fits the person; none where nobody like them was ever measured.

    A person who has not said a sex that the groups know is shown the groups of both.
    """
    age = _age(trial.day, birth_year)
    fitting = (norm for norm in test.norms if norm.from_age <= age <= norm.to_age)
    return tuple(
        Comparison(norm, _placing(norm, trial.value))
        for norm in fitting
        if norm.side in (None, trial.side) and (norm.sex in ("", sex) or sex not in _SEXES)
    )


def _age(day: date, birth_year: int) -> int:
    return day.year - birth_year


def _placing(norm: Norm, value: float) -> Placing:
    low, high = norm.band
    if value < low:
        return Placing.BELOW
    return Placing.ABOVE if value > high else Placing.WITHIN
