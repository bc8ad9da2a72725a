"""From a diary to its answers: enough data or not, which days are compared, and how often it is wrong."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest

from mainstay.catalogue import load_catalogue
from mainstay.insight import QUESTIONS, Insight, Verdict, insights, samples
from mainstay.insight.days import days_of
from mainstay.kernel import Event
from tests.insight.naive import naive_claims
from tests.insight.people import END, Effect, crowd, diary

CATALOGUE = load_catalogue()
RULES = CATALOGUE.rules.insight
START = date(2026, 1, 5)
CLAIMS = (Verdict.LOWER, Verdict.HIGHER)


def event(kind: str, day: date, hour: int = 8, **fields: object) -> Event:
    at = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    return Event(f"{kind}-{at.isoformat()}", kind, at, fields)


def lived(days: int, told: Callable[[int], list[Event]]) -> list[Event]:
    return [event for number in range(days) for event in told(number)]


def on_day(number: int) -> date:
    return START + timedelta(days=number)


def checked(number: int, pain: int, **fields: object) -> Event:
    return event("day_checked_in", on_day(number), pain_now=pain, **fields)


def answer(events: list[Event], question: str, on: date = END) -> Insight:
    return next(found for found in insights(CATALOGUE, events, on) if found.question == question)


def test_every_question_is_answered_in_its_order_even_of_an_empty_diary() -> None:
    found = insights(CATALOGUE, [], END)
    assert [insight.question for insight in found] == list(QUESTIONS)
    assert {insight.verdict for insight in found} == {Verdict.TOO_LITTLE}


def nights(pairs: int) -> list[Event]:
    """Short and long nights in turn, as many of each."""
    return lived(2 * pairs, lambda n: [checked(n, n % 3, sleep_hours=6 + n % 2)])


def test_it_takes_the_mornings_that_the_rules_ask_for() -> None:
    least = RULES.mornings_min.whole // 2
    assert answer(nights(least), "after-sleep").verdict is not Verdict.TOO_LITTLE
    assert answer(nights(least)[:-1], "after-sleep").verdict is Verdict.TOO_LITTLE


@pytest.mark.parametrize(("short", "enough"), [(0, True), (1, False)])
def test_it_takes_enough_of_each_kind(short: int, enough: bool) -> None:
    few = RULES.mornings_each.whole - short
    events = lived(80, lambda n: [checked(n, n % 3, sleep_hours=5 if n % 6 == 0 and n // 6 < few else 7)])
    found = answer(events, "after-sleep")
    assert found.without == few
    assert (found.verdict is not Verdict.TOO_LITTLE) == enough


def weeks(count: int) -> list[Event]:
    """Every other week with three sessions, and three answers in each."""

    def told(number: int) -> list[Event]:
        trained = number // 7 % 2 == 0 and number % 7 in (0, 2, 4)
        session = [event("session_finished", on_day(number), 18, session="s", effort=5, pain_after=1)]
        check = [checked(number, (number // 7 * 7) % 5)] if number % 7 in (1, 3, 5) else []
        return check + (session if trained else [])

    return lived(7 * count, told)


def test_it_takes_the_weeks_that_the_rules_ask_for() -> None:
    least = RULES.weeks_min.whole + 1  # nothing came before the first one
    assert answer(weeks(least), "after-full-weeks").verdict is not Verdict.TOO_LITTLE
    assert answer(weeks(least - 1), "after-full-weeks").verdict is Verdict.TOO_LITTLE


def test_two_sessions_are_no_full_week_and_two_answers_no_usable_one() -> None:
    whole = weeks(20)
    fewer_sessions = [e for e in whole if not (e.kind == "session_finished" and e.day.weekday() == 4)]
    assert answer(whole, "after-full-weeks").with_it == 10
    assert answer(fewer_sessions, "after-full-weeks").with_it == 0
    fewer_answers = [e for e in whole if not (e.kind == "day_checked_in" and e.day.weekday() == 5)]
    assert answer(fewer_answers, "after-full-weeks").without == 0


def walks(*minutes: tuple[int, float]) -> list[Event]:
    return [event("walk_logged", on_day(number), 18, minutes=length) for number, length in minutes]


def test_a_day_without_a_walk_counts_only_near_days_with_one() -> None:
    gap = RULES.walk_gap_days.whole
    days = days_of(RULES, walks((0, 20), (2 * gap + 3, 20)), END)
    known = [(day - START).days for day in sorted(days.walked)]
    assert known == [*range(gap + 1), *range(gap + 3, 2 * gap + 4)]


@pytest.mark.parametrize(
    ("walking_days", "line"),
    [(5, 10), (30, 10), (31, 40)],
    ids=["few days", "three quarters of the days", "more"],
)
def test_a_walking_day_has_some_minutes_or_the_usual_ones_where_nearly_all_days_have_those(
    walking_days: int, line: int
) -> None:
    events = walks(*((n, 40 if n < walking_days else 9) for n in range(40)))
    sample = samples(CATALOGUE, days_of(RULES, events, END))["after-walking"]
    assert dict(sample.numbers)["minutes"] == line


def test_the_pain_that_is_compared_is_that_of_the_day_after() -> None:
    events = lived(30, lambda n: [checked(n, 7 if n == 11 else 2)]) + walks(
        *((n, 30 * (n == 10)) for n in range(30))
    )
    sample = samples(CATALOGUE, days_of(RULES, events, END))["after-walking"]
    assert [p for p, w in zip(sample.pain, sample.with_it, strict=True) if w] == [7]


def test_today_and_days_before_the_window_are_left_out_and_what_was_taken_back_too() -> None:
    old = END - timedelta(days=RULES.window_days.whole)
    told = [
        event("day_checked_in", day, pain_now=3)
        for day in (old - timedelta(days=1), old, END - timedelta(days=1), END)
    ]
    days = days_of(RULES, told, END)
    assert sorted(days.pain) == [old, END - timedelta(days=1)]
    back = event("event_retracted", END, event=told[1].id)
    assert old not in days_of(RULES, [*told, back], END).pain


def test_an_answer_of_zero_is_an_answer_and_a_night_that_was_not_told_is_none() -> None:
    days = days_of(RULES, [checked(0, 0), checked(1, 2, sleep_hours=0)], END)
    assert list(days.pain.values()) == [0, 2]
    assert list(days.sleep.values()) == [0]


def test_training_on_fixed_days_cannot_be_told_from_the_weekdays() -> None:
    def told(number: int) -> list[Event]:
        session = event("session_finished", on_day(number), 18, session="s", effort=5, pain_after=1)
        return [checked(number, number * 7 % 5), *([session] if number % 7 in (0, 2, 4) else [])]

    found = answer(lived(84, told), "after-training")
    assert (found.verdict, found.why.code) == (Verdict.UNCLEAR, "insight-not-apart")


def test_the_more_questions_can_be_asked_the_wider_is_each_interval() -> None:
    plain = diary(5, 300)
    without_sleep = [
        Event(e.id, e.kind, e.at, {k: v for k, v in e.fields.items() if k != "sleep_hours"}) for e in plain
    ]
    many, fewer = answer(plain, "after-walking"), answer(without_sleep, "after-walking")
    assert many.why.number("asked") == 4
    assert fewer.why.number("asked") == 3
    assert many.low < fewer.low < fewer.high < many.high
    assert many.difference == fewer.difference


@dataclass(frozen=True)
class Person:
    """Someone without any effect: what we say, and what a t-test would."""

    found: tuple[Insight, ...]
    naive: list[str]


@pytest.fixture(scope="module")
def people() -> list[Person]:
    return [
        Person(insights(CATALOGUE, events, END), naive_claims(CATALOGUE, events, END))
        for events in crowd(0, 150)
    ]


def test_people_without_any_effect_are_shown_one_as_rarely_as_stated(people: list[Person]) -> None:
    shown = sum(any(found.verdict in CLAIMS for found in person.found) for person in people)
    assert shown <= allowed(people)


def test_a_t_test_that_ignores_the_memory_of_pain_would_fail_that_test(people: list[Person]) -> None:
    assert sum(bool(person.naive) for person in people) > allowed(people)


def allowed(people: list[Person]) -> float:
    """What is stated, 2 points, and a little more than one standard error for so few people."""
    return (RULES.level.value + 0.02 + 0.02) * len(people)


def test_most_answers_are_that_nobody_can_tell_yet(people: list[Person]) -> None:
    found = [insight.verdict for person in people for insight in person.found]
    unsure = sum(verdict in (Verdict.UNCLEAR, Verdict.TOO_LITTLE) for verdict in found)
    assert unsure / len(found) > 0.6


def test_a_difference_that_is_surely_small_is_called_none(people: list[Person]) -> None:
    within = RULES.same_within.value
    compared = [insight for person in people for insight in person.found if insight.low is not None]
    inside = [insight for insight in compared if -within < insight.low and insight.high < within]
    assert inside
    assert {insight.verdict for insight in inside} == {Verdict.SAME}
    assert not [i for i in compared if i not in inside and i.verdict is Verdict.SAME]


def test_a_large_effect_is_seen() -> None:
    strong = [answer(diary(seed, 360, Effect(-2.5)), "after-walking") for seed in range(12)]
    assert sum(found.verdict is Verdict.LOWER for found in strong) >= 9
