"""The numbers that judge whether it works: measures, the weekly review, and insight from own days."""

from dataclasses import dataclass
from enum import StrEnum

from mainstay.kernel import Amount, Grade


@dataclass(frozen=True, slots=True)
class OutcomeRules:
    """When measures and self-tests come back, what is a response, and when to suggest a professional."""

    early_days: Amount
    open_days: Amount
    look_week: Amount
    refer_week: Amount
    better_share: Amount
    lasting_pain: Amount
    limited_days: Amount
    limited_answers: Amount
    flares: Amount
    flares_days: Amount
    flare_apart_days: Amount
    rise: Amount
    rise_weeks: Amount
    test_pain_max: Amount
    test_first_days: Amount
    test_repeat_weeks: Amount
    test_rest_minutes: Amount
    test_stop_rise: Amount
    test_stop_pain: Amount
    side_dates: Amount
    recent_days: Amount


class Fact(StrEnum):
    """What may be known of a week: counts, yes or no as 1 or 0, and ``share`` of the week's target."""

    LOCKED = "locked"
    ADVISED = "advised"
    LOOK = "look"
    FLARE = "flare"
    SESSIONS = "sessions"
    SHARE = "share"
    MORNINGS_UNKNOWN = "mornings-unknown"
    MEASURES_DUE = "measures-due"
    TESTS_DUE = "tests-due"
    WALKS = "walks"
    WALKING_OPEN = "walking-open"


@dataclass(frozen=True, slots=True)
class FactRange:
    """Holds while a fact of the week is known and lies in a range: ``at_least`` inclusive, ``below`` not."""

    fact: Fact
    at_least: float | None = None
    below: float | None = None

    def holds(self, value: float | None) -> bool:
        """Whether a value lies in the range; one that is not known never does."""
        if value is None:
            return False
        return (self.at_least is None or value >= self.at_least) and (
            self.below is None or value < self.below
        )


@dataclass(frozen=True, slots=True)
class SuggestionRule:
    """A suggestion for the week ahead, made when all its conditions hold."""

    code: str
    when: tuple[FactRange, ...]
    source: str
    grade: Grade


@dataclass(frozen=True, slots=True)
class MilestoneRule:
    """What may be expected, said in one week to people whose back has hurt for ``months`` [from, below).

    ``only_without_advice`` keeps it from people who are told to look again, or to see a professional.
    """

    week: int
    code: str
    source: str
    grade: Grade
    months: tuple[float, float] | None = None
    only_without_advice: bool = False


@dataclass(frozen=True, slots=True)
class InsightRules:
    """When a person's own days are enough to say something, and how sure it must be."""

    level: Amount
    window_days: Amount
    mornings_min: Amount
    mornings_each: Amount
    weeks_min: Amount
    weeks_each: Amount
    week_mornings: Amount
    walk_minutes: Amount
    walk_share: Amount
    walk_gap_days: Amount
    week_sessions: Amount
    same_within: Amount
