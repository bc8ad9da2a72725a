"""Names in outcomes: what has become of a measure, where a result lies, and the parts of a weekly review."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from mainstay.catalogue import Catalogue
from mainstay.coach import Change, Comparison, Decision, Placing, Readiness, Week, WeekReview
from mainstay.kernel import Reason, Side
from mainstay.words.decisions import decision_text
from mainstay.words.names import exercise_text
from mainstay.words.reasons import reason_text
from mainstay.words.template import Filler
from mainstay.words.times import day_text
from mainstay.words.vocabulary import ENGLISH, capital, words_in


def change_text(change: Change, language: str = ENGLISH) -> str:
    """Return what has become of a measure or self-test, as a label."""
    return capital(words_in(language).name("change", change.value))


def readiness_text(readiness: Readiness, language: str = ENGLISH) -> str:
    """Return whether a self-test is for today, as a label."""
    return capital(words_in(language).name("readiness", readiness.value))


def side_text(side: Side, language: str = ENGLISH) -> str:
    """Return a side of the body, as a label."""
    return capital(words_in(language).name("side", side.value))


def placing_text(placing: Placing, language: str = ENGLISH) -> str:
    """Return where a result lies beside a group, as a label."""
    return capital(words_in(language).name("placing", placing.value))


def unit_text(unit: str, language: str = ENGLISH) -> str:
    """Return the unit of a self-test's result."""
    return words_in(language).name("unit", unit)


def comparison_text(comparison: Comparison, unit: str, language: str = ENGLISH) -> str:
    """Return a group, its usual range and where the result lies: the group is never left out."""
    words, norm = words_in(language), comparison.norm
    low, high = norm.band
    values = {
        "population": norm.population,
        "sex": words.name("sex", norm.sex or "any"),
        "from_age": norm.from_age,
        "to_age": norm.to_age,
        "low": round(low),
        "high": round(high),
        "unit": unit,
        "placing": comparison.placing.value,
    }
    return Filler(words).first(words.choices("review", "comparison"), values)


def review_lines(catalogue: Catalogue, review: WeekReview, language: str = ENGLISH) -> tuple[str, ...]:
    """Return a week's review as lines: a title, what was done, changed and planned, and one suggestion."""
    heads = words_in(language).table("review")
    changes = _changes(catalogue, review.changes, language)
    parts = [
        [
            *_said(catalogue, (*review.told, *review.expect), language),
            *_measured(catalogue, review, language),
        ],
        [heads["changes"], *changes] if changes else [heads["no-changes"]],
        [heads["ahead"], *_listed(catalogue, review.ahead, language)] if review.ahead else [],
        [heads["advice"], *_listed(catalogue, review.advice, language)] if review.advice else [],
        [heads["suggestion"], *_said(catalogue, (review.suggestion,), language)],
    ]
    title = [_title(review.week, language)]
    first, *rest = (part for part in parts if part)
    return (*title, *first, *(line for part in rest for line in ("", *part)))


def _title(week: Week, language: str) -> str:
    words = words_in(language)
    kind = "title" if week.number else "title-before"
    values = {"week": week.number, "from": week.begins, "to": week.until}
    return Filler(words).first(words.choices("review", kind), values)


def _said(catalogue: Catalogue, reasons: Iterable[Reason], language: str) -> list[str]:
    return [reason_text(catalogue, reason, language) for reason in reasons]


def _listed(catalogue: Catalogue, reasons: Iterable[Reason], language: str) -> list[str]:
    return [f"· {said}" for said in _said(catalogue, reasons, language)]


def _changes(catalogue: Catalogue, changes: Sequence[Decision], language: str) -> list[str]:
    """Tell decisions of one day with the same reasons together: a hard day can bring a dozen."""
    lines: list[str] = []
    for (day, why), group in groupby(changes, key=lambda one: (one.date, one.why)):
        lines += [f"· {day_text(day, language)}: {said}" for said in _together(catalogue, [*group], language)]
        lines += [f"  – {said}" for said in _said(catalogue, why, language)]
    return lines


def _together(catalogue: Catalogue, group: Sequence[Decision], language: str) -> Iterator[str]:
    """Name exercises that rest until the same day in one sentence."""
    words = words_in(language)
    for until, found in groupby(group, key=lambda one: one.until):
        decisions = list(found)
        if until is None or len(decisions) == 1:
            yield from (decision_text(catalogue, one, language) for one in decisions)
            continue
        names = ", ".join(exercise_text(catalogue, one.exercise) for one in decisions)
        values = {"names": names, "until": until}
        yield Filler(words).first(words.choices("review", "resting"), values)


def _measured(catalogue: Catalogue, review: WeekReview, language: str) -> list[str]:
    return [
        f"· {catalogue.measures[track.measure].name}: "
        + " ".join(_said(catalogue, track.judgement.why, language))
        for track in review.measured
    ]
