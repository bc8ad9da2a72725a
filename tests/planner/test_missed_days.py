"""Where missed sessions go: cases as data, and what holds in every week that can be."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from mainstay.catalogue import load_catalogue
from mainstay.coach import WEEKDAYS
from mainstay.coach.planning import WeekAsked, WeekLeft, WeekPattern, pattern, week_left
from mainstay.coach.profile import profile_from
from tests.coach.diaries import MONDAY, PROFILE

CASES = tomllib.loads((Path(__file__).parent / "missed.toml").read_text(encoding="utf-8"))["case"]
LEAST = load_catalogue().rules.plan.strength_days_min.whole


def on(offset: int) -> date:
    return MONDAY + timedelta(days=offset)


def offset(day: date) -> int:
    return (day - MONDAY).days


def numbers(days: list[str]) -> tuple[int, ...]:
    return tuple(WEEKDAYS.index(day) for day in days)


def asked(case: Mapping[str, Any]) -> WeekAsked:
    profile = profile_from({**PROFILE, "days": case["days"]})
    week = pattern(load_catalogue(), profile, MONDAY)
    if "pattern" in case:
        week = WeekPattern(numbers(case["pattern"]), numbers(case.get("light", [])))
    trained = frozenset(map(on, case["trained"]))
    return WeekAsked(week, profile.days, MONDAY, trained, LEAST)


def told(left: WeekLeft) -> Iterator[str]:
    for reason in left.reasons:
        days = [offset(date.fromisoformat(str(value))) for _, value in reason.numbers]
        yield f"{reason.code} {'>'.join(map(str, days))}"


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_missed_session_goes_where_it_should(case: Mapping[str, Any]) -> None:
    left = week_left(asked(case), on(case["on"]))
    assert [offset(day) for day in left.strength] == case["left"]
    assert list(told(left)) == case.get("told", [])
    if "light_left" in case:
        assert [offset(day) for day in left.light] == case["light_left"]


def every_week() -> Iterator[tuple[WeekAsked, date]]:
    """Every set of days that can be offered, all that may have been done of it, and each day to ask on."""
    sets = [days for size in range(1, 8) for days in combinations(range(7), size)]
    for days in sets:
        profile = profile_from({**PROFILE, "days": [WEEKDAYS[day] for day in days]})
        week = pattern(load_catalogue(), profile, MONDAY)
        for today in range(7):
            past = [day for day in week.strength if day < today]
            for size in range(len(past) + 1):
                for done in combinations(past, size):
                    yield WeekAsked(week, days, MONDAY, frozenset(map(on, done)), LEAST), on(today)


def test_in_every_week_sessions_keep_to_the_days_of_the_person_and_leave_rest_where_two_exist() -> None:
    moved = 0
    for week, today in every_week():
        left = week_left(week, today)
        chosen, done = set(left.strength), week.trained
        assert all(day >= today and day.weekday() in week.offered for day in chosen)
        assert len(chosen) == len(left.strength)
        assert not chosen & (done | set(left.light))
        assert len(chosen) + len(done) <= len(week.pattern.strength)
        if len(chosen) + len(done) > week.least:
            assert not any(day + timedelta(days=1) in chosen | done for day in chosen | done)
        moved += any(reason.code == "session-moved" for reason in left.reasons)
    assert moved > 100


def test_in_every_week_no_session_is_lost_that_had_a_day_with_rest_around_it() -> None:
    for week, today in every_week():
        left = week_left(week, today)
        if len(left.strength) + len(week.trained) == len(week.pattern.strength):
            continue
        next_week = {on(7)} if 0 in week.pattern.strength else set()
        taken = {*left.strength, *week.trained, *next_week}
        free = [on(day) for day in week.offered if on(day) >= today and on(day) not in taken]
        for day in free:
            assert {day - timedelta(days=1), day + timedelta(days=1)} & taken, (week, today, day)
