"""Whether a change is real and worth naming, and which rule says so (EVIDENCE §e)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from mainstay.catalogue import Measure, MeasureKind
from mainstay.coach.outcomes.level import middle
from mainstay.coach.outcomes.scores import Score
from mainstay.kernel import Amount, Reason


class Change(StrEnum):
    """What may be said of a change since the first answer."""

    IMPROVED = "improved"
    UNCERTAIN = "uncertain"
    WORSE = "worse"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A change between two scores, and why it is called what it is.

    ``better_by`` is above 0 where it went the better way, whichever way the scale runs. ``first`` and
    ``last`` are the scores that were compared: levels of several days for daily reports, and for
    activities the mean of those that were scored both times.
    """

    change: Change
    why: tuple[Reason, ...]
    first: Score | None = None
    last: Score | None = None
    better_by: float | None = None


def judge(measure: Measure | None, scores: Sequence[Score]) -> Judgement:
    """Judge the change of a measure from its first to its last score.

    Smaller than the noise, or unable to meet both marks of improvement, is uncertain; a measure without
    thresholds (None too) is shown and not judged.
    """
    if measure is None or (measure.mic is None and measure.improved_from is None):
        return Judgement(Change.UNKNOWN, (Reason("no-limits-known"),))
    if measure.kind is MeasureKind.CHANGE:
        return _as_said(measure, scores)
    pair = _levels(measure, scores)
    if pair is None:
        return Judgement(Change.UNKNOWN, (Reason("too-few-answers", (("answers", len(scores)),)),))
    first, last = _same_activities(*pair) if measure.kind is MeasureKind.ACTIVITIES else pair
    if first is None or last is None:
        return Judgement(Change.UNKNOWN, (Reason("other-activities", source=measure.source),))
    better_by = rounded(last.value - first.value) * (1 if measure.higher_is_better else -1)
    change, reason = _compared(measure, first.value, better_by)
    return Judgement(change, (reason,), first, last, better_by)


def _as_said(measure: Measure, scores: Sequence[Score]) -> Judgement:
    """A person's own word on the change is not compared with an earlier one."""
    if not scores:
        return Judgement(Change.UNKNOWN, (Reason("too-few-answers", (("answers", 0),)),))
    assert measure.improved_from is not None
    assert measure.worse_to is not None
    said = scores[-1]
    numbers = (("step", said.value), ("of", measure.highest))
    change = Change.UNCERTAIN
    reason = Reason("said-in-between", numbers, measure.improved_from.source)
    if said.value >= measure.improved_from.value:
        change, reason = Change.IMPROVED, Reason("said-better", numbers, measure.improved_from.source)
    elif said.value <= measure.worse_to.value:
        change, reason = Change.WORSE, Reason("said-worse", numbers, measure.worse_to.source)
    return Judgement(change, (reason,), None, said)


def _levels(measure: Measure, scores: Sequence[Score]) -> tuple[Score, Score] | None:
    """Return what is compared: first and last score, or for daily reports the middle of both ends."""
    if len(scores) < 2:
        return None
    if measure.level_days is None:
        return scores[0], scores[-1]
    days = timedelta(days=measure.level_days.whole)
    start = [score for score in scores if score.day < scores[0].day + days]
    end = [score for score in scores if score.day > scores[-1].day - days]
    if end[0].day <= start[-1].day:
        return None
    return _middle(start), _middle(end)


def _middle(scores: Sequence[Score]) -> Score:
    return Score(scores[-1].day, middle(score.value for score in scores))


def _same_activities(first: Score, last: Score) -> tuple[Score, Score] | tuple[None, None]:
    """Return both scores over the activities they share: another activity is another question."""
    if not first.parts and not last.parts:
        return first, last
    before, after = dict(first.parts), dict(last.parts)
    shared = [activity for activity in before if activity in after]
    if not shared:
        return None, None
    means = (sum(parts[activity] for activity in shared) / len(shared) for parts in (before, after))
    was, now = means
    return Score(first.day, was, first.parts), Score(last.day, now, last.parts)


def _compared(measure: Measure, first: float, better_by: float) -> tuple[Change, Reason]:
    size = abs(better_by)
    mic, noise = measure.mic, measure.mdc
    assert mic is not None
    numbers = (("change", _short(size)), ("limit", mic.value))
    if size == 0:
        return Change.UNCERTAIN, Reason("no-difference", (("score", _short(first)),), mic.source)
    if noise and size < noise.value:
        chance = (("change", _short(size)), ("limit", noise.value))
        return Change.UNCERTAIN, Reason("change-is-noise", chance, noise.source)
    if better_by > 0:
        return _better(measure, mic, first, better_by)
    if size < mic.value:
        return Change.UNCERTAIN, Reason("worse-but-small", numbers, mic.source)
    return Change.WORSE, Reason("change-worse", numbers, mic.source)


def _better(measure: Measure, mic: Amount, first: float, better_by: float) -> tuple[Change, Reason]:
    """Improvement has to meet both marks; where the first score is 0, no share of it can be told."""
    numbers = (("change", _short(better_by)), ("limit", mic.value))
    if better_by < mic.value:
        return Change.UNCERTAIN, Reason("better-but-small", numbers, mic.source)
    share = measure.mic_share
    if share is None or first == 0:
        return Change.IMPROVED, Reason("change-better", numbers, mic.source)
    percent, wanted = percent_of(better_by, first), round(100 * share.value)
    if better_by < rounded(share.value * first):
        beside = (("change", _short(better_by)), ("percent", percent), ("limit", wanted))
        return Change.UNCERTAIN, Reason("better-but-small-share", beside, share.source)
    both = (("change", _short(better_by)), ("percent", percent), ("limit", mic.value), ("share", wanted))
    return Change.IMPROVED, Reason("change-better-both", both, mic.source)


def percent_of(size: float, first: float) -> int:
    """Return a change as a whole percentage of the first score, which is not 0; rounded towards 0."""
    return int(rounded(100 * size / first))


def rounded(number: float) -> float:
    """Return a number without the dust of binary fractions, so that a threshold that is met is met."""
    return round(number, 6)


def _short(number: float) -> float:
    return round(number, 1)
