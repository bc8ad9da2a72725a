"""From a diary to answers, each with its verdict and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mainstay.catalogue import Catalogue, InsightRules
from mainstay.insight.days import days_of
from mainstay.insight.questions import Sample, samples
from mainstay.kernel import Event, Number, Reason


class Verdict(StrEnum):
    """What can be said about the pain that comes after the thing that is asked about."""

    LOWER = "lower"
    HIGHER = "higher"
    SAME = "same"
    UNCLEAR = "unclear"
    TOO_LITTLE = "too-little"


@dataclass(frozen=True, slots=True)
class Insight:
    """The answer to one question.

    ``difference``, ``low`` and ``high`` are points of pain, with the thing minus without it; None where
    there is too little to compare. ``with_it`` and ``without`` count the days or weeks of each kind.
    ``numbers`` are what the words of the question need.
    """

    question: str
    verdict: Verdict
    with_it: int
    without: int
    weekly: bool
    why: Reason
    difference: float | None = None
    low: float | None = None
    high: float | None = None
    numbers: tuple[tuple[str, Number], ...] = ()


def insights(catalogue: Catalogue, events: Iterable[Event], on: date) -> tuple[Insight, ...]:
    """Return the answer to every question on a day.

    The intervals are wider the more questions can be asked at all, so that the level holds for all of them
    together (Bonferroni).
    """
    found = samples(catalogue, days_of(catalogue.rules.insight, events, on))
    asked = sum(1 for sample in found.values() if sample.enough)
    return tuple(_answer(catalogue.rules.insight, name, sample, asked) for name, sample in found.items())


def _answer(rules: InsightRules, name: str, sample: Sample, asked: int) -> Insight:
    counts = (sum(sample.with_it), len(sample.with_it) - sum(sample.with_it), sample.weekly)
    if not sample.enough:
        needed = (("needed", sample.needed), ("each", sample.each))
        source = (rules.weeks_min if sample.weekly else rules.mornings_min).source
        why = Reason("insight-too-little", needed, source)
        return Insight(name, Verdict.TOO_LITTLE, *counts, why, numbers=sample.numbers)
    # NumPy and SciPy take a moment to load, and most days no question needs them.
    import numpy as np

    from mainstay.insight.estimate import estimate

    times, pain, with_it = (np.array(v, float) for v in (sample.times, sample.pain, sample.with_it))
    found = estimate(times, pain, with_it, sample.weekly)
    if found is None:
        why = Reason("insight-not-apart", (), rules.level.source)
        return Insight(name, Verdict.UNCLEAR, *counts, why, numbers=sample.numbers)
    low, high = found.interval(rules.level.value / asked)
    verdict = _verdict(rules, low, high)
    why = Reason(f"insight-{verdict.value}", _told(rules, asked), rules.level.source)
    return Insight(name, verdict, *counts, why, found.middle, low, high, sample.numbers)


def _told(rules: InsightRules, asked: int) -> tuple[tuple[str, Number], ...]:
    return (("level", rules.level.value), ("asked", asked), ("within", rules.same_within.value))


def _verdict(rules: InsightRules, low: float, high: float) -> Verdict:
    within = rules.same_within.value
    if -within < low and high < within:
        # Surely small, whether or not it is surely there.
        return Verdict.SAME
    if high < 0:
        return Verdict.LOWER
    if low > 0:
        return Verdict.HIGHER
    return Verdict.UNCLEAR
