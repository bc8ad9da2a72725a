"""Walks and habits: what holds for every life, what the profile says of them, and that they stay small."""

from itertools import pairwise

import pytest

from mainstay import coach
from mainstay.coach.profile import profile_from
from mainstay.diary.state import person_from, state_text
from mainstay.kernel import Direction
from tests.coach.diaries import PROFILE, Diary
from tests.coach.living import catalogue
from tests.coach.strategies import Life, lived
from tests.coach.test_properties import for_every_life

RULES = catalogue().rules.walking


def own_minutes(person: coach.Person) -> int:
    told = person.profile.walking_minutes if person.profile else None
    return RULES.default_minutes.whole if told is None else told


@for_every_life
def test_no_walk_is_longer_than_the_goal_or_the_own_minutes(life: Life) -> None:
    for seen in lived(life).seen:
        walk = seen.today.walk
        assert walk is None or 0 <= walk.minutes <= max(own_minutes(seen.person), RULES.goal_minutes.whole)


@for_every_life
def test_no_week_asks_for_more_than_a_tenth_and_a_minute_above_what_was_asked_before(life: Life) -> None:
    for one, other in pairwise(lived(life).seen):
        asked = [seen.today.walk for seen in (one, other)]
        same_own = own_minutes(one.person) == own_minutes(other.person)
        if not same_own or any(walk is None or walk.bouts > 1 for walk in asked):
            continue
        weeks = (other.offset - one.offset) // 7 + 1
        most = max(asked[0].minutes, own_minutes(one.person)) * (1 + RULES.ramp.value) ** weeks + 1
        assert asked[1].minutes <= most


@for_every_life
def test_gentle_days_ask_for_short_bouts_alone(life: Life) -> None:
    for seen in lived(life).seen:
        walk = seen.today.walk
        if seen.today.mode == "relief" and walk and walk.minutes:
            assert (walk.minutes <= RULES.relief_minutes.value, walk.bouts) == (
                True,
                RULES.relief_bouts.whole,
            )


@for_every_life
def test_who_is_bothered_by_walking_is_asked_for_none(life: Life) -> None:
    for seen in lived(life).seen:
        limits = coach.limits_on(catalogue(), seen.person, seen.today.date)
        assert Direction.WALKING not in limits.provoked_by or seen.today.walk is None


@for_every_life
def test_every_movement_of_a_habit_is_one_that_may_be_prescribed(life: Life) -> None:
    for seen in lived(life).seen:
        limits = coach.limits_on(catalogue(), seen.person, seen.today.date)
        for habit in seen.today.habits:
            if habit.shown:
                exercise = catalogue().exercises[habit.shown.exercise]
                rung = exercise.rung(habit.shown.rung)
                assert exercise.slug not in seen.person.progression.excluded
                assert not set(rung.asks_of) & limits.avoid
                assert not set(rung.contraindications) & limits.tags
                assert rung.load_rank <= limits.load_cap


def test_years_of_walks_and_habits_leave_no_more_behind_than_one() -> None:
    sizes = []
    for years in (1, 3):
        diary = Diary(catalogue())
        diary.begin(walking_minutes=10)
        for day in range(364 * years):
            diary.write("walk_logged", day, 18, minutes=30)
            diary.write("habit_done", day, 20, habit="mobility-break")
        text = state_text(diary.person)
        assert person_from(text) == diary.person
        sizes.append(len(text))
    assert sizes[0] == sizes[1]


def test_a_profile_keeps_breaks_hours_and_the_if_then_plan() -> None:
    told = {"break_minutes": 0, "break_hours": {"from": "09:00", "to": "17:30"}, "cue": "After breakfast"}
    profile = profile_from({**PROFILE, **told})
    assert (profile.break_minutes, profile.break_hours) == (0, ("09:00", "17:30"))
    assert profile.cue == "After breakfast"
    silent = profile_from(PROFILE)
    assert (silent.break_minutes, silent.break_hours, silent.cue) == (None, None, "")


@pytest.mark.parametrize("own", [0, 3, 10, 28, 45])
def test_the_weeks_ahead_come_true_if_they_go_well(own: int) -> None:
    diary = Diary(catalogue())
    diary.begin(walking_minutes=own)
    told = coach.walk_weeks(coach.setting_on(catalogue(), diary.person, diary.day(0)), 12)
    for number, week in enumerate(told):
        diary.begin(7 * number, walking_minutes=own)
        walk = coach.outlook_on(catalogue(), diary.person, diary.day(7 * number)).today.walk
        assert walk is not None
        assert (week.first, week.minutes, week.brisk) == (
            diary.day(7 * number),
            walk.minutes,
            walk.rung == "brisk",
        )
        for day in (0, 2, 4):
            diary.write("walk_logged", 7 * number + day, 18, minutes=week.minutes)


def test_a_week_that_is_held_is_followed_by_one_of_the_same_minutes() -> None:
    diary = Diary(catalogue())
    diary.begin(walking_minutes=10)
    diary.write("day_checked_in", 0, 8, pain_now=2)
    diary.write("walk_logged", 0, 18, minutes=10)
    diary.write("day_checked_in", 1, 8, pain_now=3)
    weeks = coach.walk_weeks(coach.setting_on(catalogue(), diary.person, diary.day(1)), 3)
    assert [week.minutes for week in weeks] == [10, 10, 11]


@pytest.mark.parametrize(
    ("walked", "told", "asked_on", "unheard"),
    [
        (0, None, 1, True),
        (0, None, 0, False),
        (0, None, 2, False),
        (0, 1, 1, False),
        (None, None, 1, False),
    ],
)
def test_the_morning_after_a_walk_is_asked_for_once_and_on_that_morning(
    walked: int | None, told: int | None, asked_on: int, unheard: bool
) -> None:
    diary = Diary(catalogue())
    diary.begin()
    if walked is not None:
        diary.write("day_checked_in", walked, 8, pain_now=2)
        diary.write("walk_logged", walked, 18, minutes=10)
    if told is not None:
        diary.write("day_checked_in", told, 8, pain_now=2)
    setting = coach.setting_on(catalogue(), diary.person, diary.day(asked_on))
    assert coach.walk_unheard(setting) == (diary.day(0) if unheard else None)


def test_nobody_is_asked_about_a_walk_in_a_flare_up() -> None:
    diary = Diary(catalogue())
    diary.begin()
    diary.write("walk_logged", 0, 18, minutes=5)
    diary.write("flare_reported", 1, 8)
    assert coach.walk_unheard(coach.setting_on(catalogue(), diary.person, diary.day(1))) is None


@for_every_life
def test_the_movement_of_the_day_is_the_first_of_those_that_are_tolerated(life: Life) -> None:
    seen = lived(life).seen[-1]
    setting = coach.setting_on(catalogue(), seen.person, seen.today.date)
    for habit in seen.today.habits:
        fit = coach.movements_on(setting, catalogue().habits[habit.habit])
        assert habit.shown == (fit[0] if fit else None)
        assert len(set(fit)) == len(fit)


def test_what_rules_a_habit_out_is_told() -> None:
    diary = Diary(catalogue())
    diary.begin(precautions=["recent-surgery"])
    setting = coach.setting_on(catalogue(), diary.person, diary.day(0))
    found = {slug: coach.habit_faults(setting, habit) for slug, habit in catalogue().habits.items()}
    assert [(slug, why.code) for slug, faults in found.items() for why in faults] == [
        ("lifting-hinge", "contraindicated")
    ]
