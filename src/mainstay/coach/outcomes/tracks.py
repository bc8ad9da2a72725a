"""Everything about one measure, and about one self-test, on a day."""

from dataclasses import dataclass

from mainstay.coach.outcomes.judging import Judgement
from mainstay.coach.outcomes.norms import Comparison
from mainstay.coach.outcomes.readiness import Offer
from mainstay.coach.outcomes.schedule import Point, PointState
from mainstay.coach.outcomes.scores import Score
from mainstay.coach.outcomes.trials import Trend, Trial
from mainstay.kernel import Reason, Side


@dataclass(frozen=True, slots=True)
class MeasureTrack:
    """One measure: its scores, the judgement of their change, and its schedule.

    ``measure`` may be a slug that the catalogue does not know: a questionnaire of the person's own.
    """

    measure: str
    scores: tuple[Score, ...]
    judgement: Judgement
    points: tuple[Point, ...]

    @property
    def due(self) -> Point | None:
        """The week that waits for an answer, if any."""
        return next((point for point in self.points if point.state is PointState.DUE), None)


@dataclass(frozen=True, slots=True)
class SelfTestTrack:
    """One self-test: its results, trends, groups to compare with by side, and whether it is for today.

    ``enough`` says that the last result needs no improving.
    """

    test: str
    trials: tuple[Trial, ...]
    trends: tuple[Trend, ...]
    comparisons: tuple[tuple[Side | None, Comparison], ...]
    sides_differ: Reason | None
    enough: bool
    offer: Offer
