"""Where a value comes from, and how well it is known."""

from dataclasses import dataclass
from enum import StrEnum


class Grade(StrEnum):
    """Strength of evidence, as in the project's evidence notes.

    A: systematic review of trials, moderate certainty or better. B: one adequate trial, a low-certainty
    review or consistent cohorts. C: laboratory or diagnostic study, consensus guideline. D: expert
    opinion or convention. P: a decision of this product, with no direct evidence.
    """

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    P = "P"


@dataclass(frozen=True, slots=True)
class Source:
    """A publication, guideline or product note that a value rests on."""

    id: str
    title: str
    where: str
    checked: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Amount:
    """One number that a clinician might argue with, never bare: with unit, source and grade."""

    value: float
    unit: str
    source: str
    grade: Grade
    note: str = ""

    @property
    def whole(self) -> int:
        """The value as a whole number, for days, counts and points on a 0-10 scale."""
        return int(self.value)
