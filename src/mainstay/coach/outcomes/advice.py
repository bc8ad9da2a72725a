"""When to look at the plan again, and when to suggest a professional (EVIDENCE §c.2, article C-22)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from mainstay.catalogue import Catalogue, Measure
from mainstay.catalogue.outcome_rules import OutcomeRules
from mainstay.coach.outcomes.judging import Judgement, percent_of, rounded
from mainstay.coach.outcomes.level import middle
from mainstay.coach.outcomes.scores import Score, Series
from mainstay.kernel import Reason

_WEEK = timedelta(days=7)


def advice(
    catalogue: Catalogue,
    series: Series,
    judgements: Mapping[str, Judgement],
    flares: Sequence[date],
    started: date | None,
    on: date,
) -> tuple[Reason, ...]:
    """Return what the answers so far suggest; nothing where they are missing.

    ``flares`` are the days on which a flare-up was reported, oldest first; weeks count from ``started``.
    """
    rules = catalogue.rules.outcomes
    found = list(_recurring(rules, flares, on))
    found += _rising(catalogue, series, on)
    if started is not None and on >= started:
        found += _limited(rules, series, on)
        found += _response(catalogue, judgements, started, on)
        found += _lasting(rules, series, started, on)
    return tuple(found)


def _recurring(rules: OutcomeRules, flares: Sequence[date], on: date) -> Iterator[Reason]:
    """Reports close together are one flare-up that goes on, not several."""
    since = on - timedelta(days=rules.flares_days.whole)
    recent = [day for day in flares if since < day <= on]
    apart = timedelta(days=rules.flare_apart_days.whole)
    number = bool(recent) + sum(later - earlier >= apart for earlier, later in pairwise(recent))
    if number >= rules.flares.whole:
        numbers = (("flares", number), ("days", rules.flares_days.whole))
        yield Reason("refer-recurring", numbers, rules.flares.source)


def _rising(catalogue: Catalogue, series: Series, on: date) -> Iterator[Reason]:
    """A level that has stood well above the week before it, for several weeks running."""
    rules = catalogue.rules.outcomes
    for measure in _in_role(catalogue, "stands_in"):
        scores = series.get(measure.slug, ())
        weeks = [_level(scores, on - ago * _WEEK) for ago in range(rules.rise_weeks.whole + 1)]
        *risen, before = weeks
        if before is None or any(level is None or level - before < rules.rise.value for level in risen):
            continue
        numbers = (("before", before), ("now", risen[0] or 0.0), ("weeks", rules.rise_weeks.whole))
        yield Reason("refer-rising", numbers, rules.rise.source)


def _level(scores: Sequence[Score], end: date) -> float | None:
    """The middle of the seven days up to ``end``."""
    told = [score.value for score in scores if end - _WEEK < score.day <= end]
    return middle(told) if told else None


def _limited(rules: OutcomeRules, series: Series, on: date) -> Iterator[Reason]:
    last = series.get("days-limited", ())[-rules.limited_answers.whole :]
    if len(last) < rules.limited_answers.whole or last[-1].day < _recent(rules, on):
        return
    if all(score.value >= rules.limited_days.value for score in last):
        numbers = (("days", last[-1].value), ("answers", len(last)))
        yield Reason("refer-limited", numbers, rules.limited_days.source)


def _lasting(rules: OutcomeRules, series: Series, started: date, on: date) -> Iterator[Reason]:
    late = max(_from_week(rules, rules.refer_week.whole, started), _recent(rules, on))
    told = [score for score in series.get("pain-average", ()) if late <= score.day <= on]
    if told and told[-1].value >= rules.lasting_pain.value:
        numbers = (("pain", told[-1].value), ("weeks", rules.refer_week.whole))
        yield Reason("refer-lasting", numbers, rules.lasting_pain.source)


def _response(
    catalogue: Catalogue, judgements: Mapping[str, Judgement], started: date, on: date
) -> Iterator[Reason]:
    """Too little change by the earlier week prompts a look, by the later one a professional."""
    rules = catalogue.rules.outcomes
    for urgency, week in (("refer-little-change", rules.refer_week), ("look-little-change", rules.look_week)):
        if on < started + week.whole * _WEEK:
            continue
        late = max(_from_week(rules, week.whole, started), _recent(rules, on))
        best = _best_share(catalogue, judgements, late)
        if best is not None:
            if best < rules.better_share.value:
                numbers = (("weeks", week.whole), ("percent", max(0, percent_of(best, 1))))
                yield Reason(urgency, numbers, week.source)
            return


def _best_share(catalogue: Catalogue, judgements: Mapping[str, Judgement], late: date) -> float | None:
    """Return the largest share by which a leading measure is better; None where none can tell."""
    for role in ("leads", "stands_in"):
        known = [_share(m, judgements.get(m.slug), late) for m in _in_role(catalogue, role)]
        shares = [share for share in known if share is not None]
        if shares:
            return max(shares)
    return None


def _in_role(catalogue: Catalogue, role: str) -> Iterator[Measure]:
    return (measure for measure in catalogue.measures.values() if getattr(measure, role))


def _share(measure: Measure, judgement: Judgement | None, late: date) -> float | None:
    """Return the share by which a measure is better; None without an answer of late, or without room."""
    if judgement is None or judgement.first is None or judgement.last is None:
        return None
    first, better_by = judgement.first.value, judgement.better_by
    assert measure.mic_share is not None
    room = measure.highest - first if measure.higher_is_better else first - measure.lowest
    if judgement.last.day < late or first == 0 or better_by is None or room < measure.mic_share.value * first:
        return None
    return rounded(better_by / first)


def _from_week(rules: OutcomeRules, week: int, started: date) -> date:
    """Return the first day whose answers count for a week."""
    return started + week * _WEEK - timedelta(days=rules.early_days.whole)


def _recent(rules: OutcomeRules, on: date) -> date:
    """Return the first day whose answers still say something about ``on``."""
    return on - timedelta(days=rules.recent_days.whole)
