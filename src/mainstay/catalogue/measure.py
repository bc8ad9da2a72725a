"""Outcome measures: a question of our own, or a number that a clinician gives."""

from dataclasses import dataclass
from enum import StrEnum

from mainstay.kernel import Amount, Grade


class MeasureKind(StrEnum):
    """How a measure is answered, and how its change is judged."""

    SCALE = "scale"
    """One number, compared with the first one."""
    ACTIVITIES = "activities"
    """Activities of the person's own choice, each with a number; the score is their mean."""
    CHANGE = "change"
    """A step that says how much has changed already, so that nothing is compared."""
    CLINICIAN = "clinician"
    """A number typed in from a clinician's questionnaire, whose wording is not ours to show."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a measure is asked: in these weeks from the first session, then every so many weeks."""

    weeks: tuple[int, ...]
    then_every: int
    source: str
    grade: Grade


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure.

    ``mic`` is the smallest change worth naming (absolute, and ``mic_share`` as a share of the first
    score), ``mdc`` the smallest change that is not noise; a measure without ``mic`` is not judged.
    ``improved_from`` and ``worse_to`` stand in for them where ``kind`` is ``change``. ``reported_as`` is
    the field of a check-in that answers it too; then the middle of ``level_days`` is compared.
    ``leads`` marks what tells whether the back is better, ``stands_in`` what tells it where those are
    unknown. ``steps`` are words for each value, lowest first.
    """

    slug: str
    order: int
    name: str
    kind: MeasureKind
    ask: str
    lowest: float
    highest: float
    step: float
    higher_is_better: bool
    source: str
    grade: Grade
    help: str = ""
    low_label: str = ""
    high_label: str = ""
    steps: tuple[str, ...] = ()
    activities: int = 0
    reported_as: str = ""
    leads: bool = False
    stands_in: bool = False
    mic: Amount | None = None
    mic_share: Amount | None = None
    mdc: Amount | None = None
    improved_from: Amount | None = None
    worse_to: Amount | None = None
    level_days: Amount | None = None
    asked: Schedule | None = None

    def takes(self, score: float) -> bool:
        """Whether a score lies in the measure's range."""
        return self.lowest <= score <= self.highest
