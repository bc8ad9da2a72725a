"""Is it working? Measures and self-tests over time: what changed, what is noise, what is due, what next."""

from mainstay.coach.outcomes.advice import advice
from mainstay.coach.outcomes.judging import Change, Judgement, judge
from mainstay.coach.outcomes.level import middle
from mainstay.coach.outcomes.norms import Comparison, Placing, comparisons
from mainstay.coach.outcomes.readiness import Condition, Offer, Readiness, offer
from mainstay.coach.outcomes.schedule import Point, PointState, points
from mainstay.coach.outcomes.scores import OUTCOME_KINDS, Score, Series, series_of
from mainstay.coach.outcomes.tracks import MeasureTrack, SelfTestTrack
from mainstay.coach.outcomes.trials import Trend, Trial, sides_differ, trends, trials_of

__all__ = [
    "OUTCOME_KINDS",
    "Change",
    "Comparison",
    "Condition",
    "Judgement",
    "MeasureTrack",
    "Offer",
    "Placing",
    "Point",
    "PointState",
    "Readiness",
    "Score",
    "SelfTestTrack",
    "Series",
    "Trend",
    "Trial",
    "advice",
    "comparisons",
    "judge",
    "middle",
    "offer",
    "points",
    "series_of",
    "sides_differ",
    "trends",
    "trials_of",
]
