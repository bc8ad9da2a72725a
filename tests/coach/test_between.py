"""Walks and habits: what holds for every life, what the profile says of them, and that they stay small."""

from itertools import pairwise

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
