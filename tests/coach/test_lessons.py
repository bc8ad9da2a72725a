"""Lessons over a year: one a week, every one of them, and none that nothing asked for."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mainstay import coach
from mainstay.catalogue import load_catalogue
from tests.coach.diaries import MONDAY, Diary
from tests.coach.expecting_lessons import lessons_of
from tests.coach.test_outcomes import lived

CATALOGUE = load_catalogue()


def test_a_quiet_year_brings_every_lesson_once_in_order_one_a_week() -> None:
    diary, offered = Diary(CATALOGUE), []
    diary.begin()
    for day in range(365):
        offer = lessons_of(diary, day).offer
        if offer:
            offered.append((day, offer.lesson))
            diary.write("lesson_read", day, 21, lesson=offer.lesson)
    assert offered == [(7 * week, slug) for week, slug in enumerate(CATALOGUE.lessons)]


def test_lessons_need_only_the_few_kinds_that_they_name() -> None:
    diary = lived()
    for day in (0, 8, 30, 60, 62):
        on = MONDAY + timedelta(days=day)
        told = [event for event in coach.standing_events(diary.events) if event.day <= on]
        person = coach.fold(CATALOGUE, told).person
        few = [event for event in told if event.kind in coach.LESSON_KINDS]
        assert len(few) < len(told)
        assert coach.lessons_on(CATALOGUE, person, few, on) == coach.lessons_on(CATALOGUE, person, told, on)


@pytest.mark.parametrize("day", [20, 41, 62])
def test_beside_the_readings_the_longest_moment_is_as_far_back_as_lessons_look(day: int) -> None:
    diary, on = lived(), MONDAY + timedelta(days=day)
    diary.write("lesson_read", 2, 21, lesson="walking")
    told = [event for event in coach.standing_events(diary.events) if event.day <= on]
    person = coach.fold(CATALOGUE, told).person
    since = on - timedelta(days=max(moment.below for moment in CATALOGUE.rules.moments))
    few = [event for event in told if event.kind == "lesson_read" or event.day >= since]
    assert len(few) < len(told)
    assert coach.lessons_on(CATALOGUE, person, few, on) == coach.lessons_on(CATALOGUE, person, told, on)


HAPPENINGS = st.sampled_from(
    [
        ("flare_reported", {}),
        ("flare_ended", {}),
        ("day_checked_in", {"pain_now": 3, "symptom": "soreness", "sleep_hours": 5}),
        ("day_checked_in", {"pain_now": 3, "symptom": "numbness"}),
        ("day_checked_in", {"pain_now": 7}),
        ("walk_logged", {"minutes": 20}),
        ("lesson_read", {"lesson": "lesson-of-the-day"}),
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 120), HAPPENINGS), max_size=25))
def test_whatever_happens_a_lesson_is_offered_again_only_at_once_and_not_within_its_time(
    happened: list[tuple[int, tuple[str, dict[str, object]]]],
) -> None:
    diary = Diary(CATALOGUE)
    diary.begin()
    again = CATALOGUE.rules.lessons.again_days.whole
    every = CATALOGUE.rules.lessons.every_days.whole
    for day, (kind, fields) in sorted(happened, key=lambda one: one[0]):
        lessons = lessons_of(diary, day)
        offer, on = lessons.offer, diary.day(day)
        if offer and not offer.at_once:
            assert offer.lesson not in lessons.read
            assert all((on - read).days >= every for read in lessons.read.values())
        elif offer and offer.lesson in lessons.read:
            assert (on - lessons.read[offer.lesson]).days >= again
        if kind != "lesson_read":
            diary.write(kind, day, 8, **fields)
        elif offer:
            diary.write(kind, day, 21, lesson=offer.lesson)
