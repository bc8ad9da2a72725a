"""Measures, self-tests and the weekly review as JSON; what is not known is null, and zero is zero."""

from collections.abc import Sequence
from typing import Any

from mainstay.catalogue import Catalogue
from mainstay.coach import (
    Comparison,
    MeasureTrack,
    Point,
    Results,
    Score,
    SelfTestTrack,
    Trend,
    Trial,
    WeekReview,
)
from mainstay.exchange.days import plan_json
from mainstay.exchange.reasons import decision_json, reason_json
from mainstay.kernel import Amount, Reason, Side

Json = dict[str, Any]


def results_json(catalogue: Catalogue, results: Results) -> Json:
    """Return measures, self-tests, what is due and what is advised, as ``mainstay measures`` prints them."""
    return {
        "on": results.on.isoformat(),
        "started": results.started.isoformat() if results.started else None,
        "due": [track.measure for track in results.measures if track.due],
        "measures": measures_json(catalogue, results),
        "tests": tests_json(catalogue, results),
        "advice": _reasons(catalogue, results.advice),
    }


def measures_json(catalogue: Catalogue, results: Results) -> list[Json]:
    """Return every measure with its series, the judgement of its change, and its schedule."""
    return [_measure(catalogue, track) for track in results.measures]


def _measure(catalogue: Catalogue, track: MeasureTrack) -> Json:
    measure, judgement = catalogue.measures.get(track.measure), track.judgement
    known: Json = {"name": track.measure, "kind": "own-questionnaire"}
    if measure:
        known = {
            "name": measure.name,
            "kind": measure.kind.value,
            "lowest": measure.lowest,
            "highest": measure.highest,
            "higher_is_better": measure.higher_is_better,
            "mic": _amount(measure.mic),
            "mic_share": _amount(measure.mic_share),
            "mdc": _amount(measure.mdc),
        }
    return {
        "measure": track.measure,
        **known,
        "scores": [_score(score) for score in track.scores],
        "change": judgement.change.value,
        "why": _reasons(catalogue, judgement.why),
        "first": _score(judgement.first),
        "last": _score(judgement.last),
        "better_by": judgement.better_by,
        "schedule": [_point(point) for point in track.points],
        "due": _point(track.due) if track.due else None,
    }


def _score(score: Score | None) -> Json | None:
    if score is None:
        return None
    parts: Json = {"answers": dict(score.parts)} if score.parts else {}
    return {"date": score.day.isoformat(), "score": score.value, **parts}


def _point(point: Point) -> Json:
    return {
        "week": point.week,
        "opens": point.opens.isoformat(),
        "state": point.state.value,
        "answered": point.answered.isoformat() if point.answered else None,
    }


def tests_json(catalogue: Catalogue, results: Results) -> list[Json]:
    """Return every self-test with results, trends, groups to compare with, and whether it is for today."""
    return [_test(catalogue, track) for track in results.tests]


def _test(catalogue: Catalogue, track: SelfTestTrack) -> Json:
    test, offer = catalogue.tests[track.test], track.offer
    return {
        "test": test.slug,
        "name": test.name,
        "unit": test.unit,
        "higher_is_better": test.higher_is_better,
        "results": [_trial(trial) for trial in track.trials],
        "trends": [_trend(catalogue, trend) for trend in track.trends],
        "compared": [_compared(side, comparison) for side, comparison in track.comparisons],
        "sides_differ": reason_json(catalogue, track.sides_differ) if track.sides_differ else None,
        "enough": track.enough,
        "offer": {
            "readiness": offer.readiness.value,
            "why": _reasons(catalogue, offer.why),
            "sides": [side.value for side in offer.sides if side],
            "due_on": offer.due_on.isoformat() if offer.due_on else None,
            "ready_at": offer.ready_at.isoformat() if offer.ready_at else None,
        },
    }


def _trial(trial: Trial | None) -> Json | None:
    if trial is None:
        return None
    return {
        "date": trial.day.isoformat(),
        "value": trial.value,
        "side": trial.side.value if trial.side else None,
        "stopped_by": trial.stopped_by or None,
    }


def _trend(catalogue: Catalogue, trend: Trend) -> Json:
    return {
        "side": trend.side.value if trend.side else None,
        "change": trend.change.value,
        "why": _reasons(catalogue, trend.why),
        "first": _trial(trend.first),
        "last": _trial(trend.last),
        "better_by": trend.better_by,
        "noise": trend.noise,
    }


def _compared(side: Side | None, comparison: Comparison) -> Json:
    norm = comparison.norm
    low, high = norm.band
    return {
        "side": side.value if side else None,
        "population": norm.population,
        "people": norm.people or None,
        "sex": norm.sex or None,
        "from_age": norm.from_age,
        "to_age": norm.to_age,
        "low": low,
        "high": high,
        "mean": norm.mean,
        "placing": comparison.placing.value,
        "source": norm.source,
        "grade": norm.grade.value,
        "note": norm.note or None,
    }


def review_json(catalogue: Catalogue, review: WeekReview) -> Json:
    """Return a week's review as ``mainstay review`` prints it."""
    week, done = review.week, review.done
    return {
        "week": week.number,
        "begins": week.begins.isoformat(),
        "ends": week.ends.isoformat(),
        "until": week.until.isoformat(),
        "done": {
            "sessions": done.sessions,
            "target": review.target,
            "sets": done.sets,
            "exercises": done.exercises,
            "walks": done.walks,
            "walk_minutes": done.walk_minutes,
            "habits": done.habits,
            "pain": done.pain,
            "pain_before": done.pain_before,
            "flare": done.had_flare,
        },
        "told": _reasons(catalogue, review.told),
        "changes": [decision_json(catalogue, decision) for decision in review.changes],
        "ahead": _reasons(catalogue, review.ahead),
        "plan": plan_json(catalogue, review.plan),
        "expect": _reasons(catalogue, review.expect),
        "measured": [_measure(catalogue, track) for track in review.measured],
        "advice": _reasons(catalogue, review.advice),
        "suggestion": reason_json(catalogue, review.suggestion),
    }


def _reasons(catalogue: Catalogue, reasons: Sequence[Reason]) -> list[Json]:
    return [reason_json(catalogue, reason) for reason in reasons]


def _amount(amount: Amount | None) -> Json | None:
    if amount is None:
        return None
    return {"value": amount.value, "unit": amount.unit, "source": amount.source, "grade": amount.grade.value}
