"""What the coach really says over a rough few weeks can all be put into words."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone

import pytest

from mainstay.catalogue import load_catalogue
from mainstay.coach import Decision, fold
from mainstay.kernel import Event, Reason
from mainstay.words import decision_text, reason_text

CATALOGUE = load_catalogue()
START = datetime(2026, 3, 2, 18, tzinfo=timezone(timedelta(hours=1)))
EVERYTHING = ["mat", "chair", "band", "stick", "bench", "weight", "wall"]
PROFILE = {
    "birth_year": 1980,
    "experience": "new",
    "months_in_pain": 12,
    "session_minutes": 20,
    "days": ["mon", "wed", "fri"],
    "equipment": EVERYTHING,
}
# One session each: pain, effort, symptom, form, pain after, next morning.
SESSIONS = [
    (2, 4, "none", "good", 2, 2),
    (2, 4, "none", "good", 2, 2),
    (3, 4, "none", "good", 2, 2),
    (4, 4, "none", "good", 2, 2),
    (4, 4, "none", "good", 2, 3),
    (2, 9, "none", "good", 2, 2),
    (2, 6, "none", "poor", 2, 3),
    (2, 4, "none", "poor", 5, 2),
    (2, 4, "none", "unsure", 2, 4),
    (6, 4, "none", "good", 2, 2),
    (6, 4, "none", "good", 2, 2),
    (2, 4, "sharp", "good", 2, 2),
    (2, 4, "numbness", "good", 2, None),
]


def diary() -> Iterator[Event]:
    yield event(0, 0, "profile_set", PROFILE)
    for number, told in enumerate(SESSIONS):
        yield from session(number, *told)
    yield event(90, 1, "exercise_excluded", {"exercise": "dead-bug", "why": "not my thing"})


def session(
    number: int, pain: int, effort: int, symptom: str, form: str, after: int, morning: int | None
) -> Iterator[Event]:
    day, name = number * 3 + (number > 5) * 20, f"s{number}"
    known = {"session": name, "exercise": "bird-dog"}
    yield event(day, 1, "day_checked_in", {"pain_now": 2, "pain_usual": 2})
    yield event(day, 2, "session_started", {"session": name})
    for count in (1, 2):
        for side in ("left", "right"):
            yield event(day, 3, "set_performed", {**known, "rung": "leg-only", "set": count, "side": side})
    rated = {**known, "pain": pain, "effort": effort, "symptom": symptom, "form": form}
    yield event(day, 4, "exercise_rated", rated)
    yield event(day, 5, "session_finished", {"session": name, "effort": effort, "pain_after": after})
    if morning is not None:
        yield event(day + 1, 0, "morning_after", {"session": name, "pain": morning})


NUMBERS = iter(range(10_000))


def event(day: int, hour: int, kind: str, fields: dict[str, object]) -> Event:
    return Event(f"e{next(NUMBERS):05}", kind, START + timedelta(days=day, hours=hour), fields)


DECISIONS = fold(CATALOGUE, list(diary())).decisions
REASONS = [reason for decision in DECISIONS for reason in decision.why]


def test_the_diary_reaches_every_decision_and_many_reasons() -> None:
    assert len({decision.verdict for decision in DECISIONS}) == 6
    assert len({reason.code for reason in REASONS}) >= 12
    assert DECISIONS[0].date >= date(2026, 3, 2)


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda decision: f"{decision.date} {decision.verdict}")
def test_every_decision_is_told(decision: Decision) -> None:
    assert decision_text(CATALOGUE, decision).startswith(CATALOGUE.exercises[decision.exercise].name)


@pytest.mark.parametrize("reason", REASONS, ids=lambda reason: reason.code)
def test_every_reason_is_told_with_what_was_compared(reason: Reason) -> None:
    text = reason_text(CATALOGUE, reason)
    assert "cannot put into words" not in text
    pain = reason.number("pain")
    assert pain is None or str(pain) in text
