"""What a case expects of measures, self-tests, advice and the weekly review."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from mainstay import coach
from mainstay.kernel import Reason
from tests.coach.diaries import Diary
from tests.coach.telling import untold

Table = Mapping[str, Any]


def _results(diary: Diary, day: int) -> coach.Results:
    return coach.results_on(
        diary.catalogue, diary.person, tuple(coach.standing_events(diary.events)), diary.day(day)
    )


def _codes(reasons: tuple[Reason, ...]) -> list[str]:
    return [reason.code for reason in reasons]


def _differ(where: str, found: Table, wanted: Table) -> Iterator[str]:
    """Compare what the case names; a key that nothing answers to is a fault of the case."""
    for key, value in wanted.items():
        if found[key] != value:
            yield f"{where}: {key} is {found[key]}, not {value}"


def _measure(diary: Diary, day: int, wanted: Table) -> Iterator[str]:
    track = next(t for t in _results(diary, day).measures if t.measure == wanted["of"])
    judgement = track.judgement
    found = {
        "of": track.measure,
        "is": judgement.change.value,
        "why": _codes(judgement.why),
        "better_by": judgement.better_by,
        "scores": [score.value for score in track.scores],
        "due": track.due.week if track.due else -1,
        "weeks": {str(point.week): point.state.value for point in track.points},
    }
    yield from _differ(f"{track.measure} on day {day}", found, wanted)
    yield from untold(diary.catalogue, judgement.why)


def _self_test(diary: Diary, day: int, wanted: Table) -> Iterator[str]:
    results = _results(diary, day)
    track = next(t for t in results.tests if t.test == wanted["of"])
    side = wanted.get("side", "")
    trend = next(t for t in track.trends if not side or (t.side and t.side.value == side))
    minutes = None
    if track.offer.ready_at and track.trials:
        minutes = (track.offer.ready_at - track.trials[-1].at).total_seconds() / 60
    placed = [c.placing.value for s, c in track.comparisons if (s.value if s else "") in (side, "")]
    found = {
        "of": track.test,
        "side": side,
        "is": trend.change.value,
        "why": _codes(trend.why),
        "weaker": track.sides_differ.number("weaker") if track.sides_differ else "",
        "enough": track.enough,
        "placed": placed,
        "offer": track.offer.readiness.value,
        "closed_by": _codes(track.offer.why),
        "rest_minutes": minutes,
        "sides": [one.value for one in track.offer.sides if one],
    }
    yield from _differ(f"{track.test} on day {day}", found, wanted)
    yield from untold(diary.catalogue, (*trend.why, *track.offer.why))


def _advice(diary: Diary, day: int, wanted: list[str]) -> Iterator[str]:
    advice = _results(diary, day).advice
    found = _codes(advice)
    if found != wanted:
        yield f"advice on day {day} is {found}, not {wanted}"
    yield from untold(diary.catalogue, advice)


def _review(diary: Diary, day: int, wanted: Table) -> Iterator[str]:
    events = tuple(coach.standing_events(diary.events))
    week = coach.review(diary.catalogue, diary.person, events, diary.decisions, diary.day(day))
    found = {
        "week": week.week.number,
        "until": (week.week.until - diary.start).days,
        "told": _codes(week.told),
        "expect": _codes(week.expect),
        "suggestion": week.suggestion.code,
        "advice": _codes(week.advice),
        "changes": len(week.changes),
        "sessions": week.done.sessions,
        "target": week.target,
        "measured": [track.measure for track in week.measured],
    }
    yield from _differ(f"the review on day {day}", found, wanted)
    yield from untold(diary.catalogue, (*week.told, *week.expect, *week.advice))


OUTCOME_CHECKS: Mapping[str, Callable[[Diary, int, Any], Iterator[str]]] = {
    "measure": _measure,
    "self_test": _self_test,
    "advice": _advice,
    "review": _review,
}
