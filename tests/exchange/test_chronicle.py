"""From a diary to what the charts draw: nothing lost, nothing made up, nothing held against anyone."""

import pytest

from mainstay.catalogue import load_catalogue
from mainstay.charts import Deed, Point, Span
from mainstay.exchange.chronicle import (
    adherence_of,
    climbs_of,
    holds_of,
    pain_of,
    planned_days,
    self_tests_of,
    sessions_of,
    walking_of,
)
from tests.coach.diaries import Diary, rated
from tests.exchange.people import course, told, twelve_weeks

KIND = {"effort": 4, "pain": 2}
CLOSING = {"effort": 4, "pain_after": 2}


@pytest.fixture
def diary() -> Diary:
    begun = Diary(load_catalogue())
    begun.begin(equipment=["mat", "chair", "wall", "band", "stick"])
    return begun


def train(diary: Diary, day: int, *slugs: str, done: int | None = None, end: bool = True) -> str:
    """Do one set of each exercise as asked, or fewer sets than asked, and perhaps not to the end."""
    tasks = [diary.task(slug, day) for slug in slugs or ("bird-dog", "bridge")]
    session = diary.train(day, tasks, rated(diary, KIND), closing=CLOSING if end else None)
    if done is not None:
        sets = [e for e in diary.events if e.kind == "set_performed" and e.fields["session"] == session]
        for late in sets[done:]:
            diary.write("event_retracted", day, 20, event=late.id)
    return session


def test_a_day_s_pain_is_its_highest_report_at_rest(diary: Diary) -> None:
    session = train(diary, 0)
    diary.write("morning_after", 1, 7, session=session, pain=5)
    diary.write("day_checked_in", 1, 8, pain_now=3)
    diary.write("day_checked_in", 2, 8, pain_now=0)
    assert pain_of(told(diary, 2)).at_rest == (Point(diary.day(1), 5), Point(diary.day(2), 0))


def test_the_usual_level_is_told_once_for_each_change(diary: Diary) -> None:
    for day, usual in enumerate((3, 3, None, 4, 4, 3)):
        fields = {} if usual is None else {"pain_usual": usual}
        diary.write("day_checked_in", day, 8, pain_now=2, **fields)
    points = pain_of(told(diary, 5)).usual
    assert points == (Point(diary.day(0), 3), Point(diary.day(3), 4), Point(diary.day(5), 3))


def test_a_flare_up_lasts_until_it_is_over_or_until_now(diary: Diary) -> None:
    train(diary, 0)
    diary.write("flare_reported", 3, 8)
    assert told(diary, 5).flares == (Span(diary.day(3), diary.day(5)),)
    diary.write("flare_ended", 6, 8)
    assert told(diary, 9).flares == (Span(diary.day(3), diary.day(5)),)
    assert told(diary, 4).flares == (Span(diary.day(3), diary.day(4)),)
    assert told(diary, 2).flares == ()


def test_what_happened_after_the_day_is_not_told(diary: Diary) -> None:
    train(diary, 0)
    diary.write("walk_logged", 5, 12, minutes=10)
    assert walking_of(told(diary, 4)).walks == ()
    assert walking_of(told(diary, 5)).walks == (Point(diary.day(5), 10),)


@pytest.mark.parametrize(
    ("done", "end", "deed"),
    [(None, True, Deed.FULL), (None, False, Deed.FULL), (1, True, Deed.PART), (1, False, Deed.PART)],
)
def test_a_session_is_in_full_when_all_its_sets_were_done(
    diary: Diary, done: int | None, end: bool, deed: Deed
) -> None:
    train(diary, 0, "bridge", "front-plank", done=done, end=end)
    account = told(diary, 0)
    assert adherence_of(account).days[diary.day(0)] is deed


def test_a_session_without_a_set_is_no_session(diary: Diary) -> None:
    train(diary, 0, done=0)
    assert sessions_of(told(diary, 0)) == ()


def test_a_planned_day_left_free_is_called_free_once_it_is_over(diary: Diary) -> None:
    train(diary, 0)
    assert diary.day(2) not in adherence_of(told(diary, 2)).days
    assert adherence_of(told(diary, 3)).days[diary.day(2)] is Deed.FREE


def test_days_before_the_first_session_were_not_missed(diary: Diary) -> None:
    train(diary, 4)
    assert planned_days(told(diary, 7)) == [diary.day(4), diary.day(7)]
    assert set(adherence_of(told(diary, 7)).days) == {diary.day(4)}


def test_another_week_of_days_counts_from_when_it_was_chosen(diary: Diary) -> None:
    train(diary, 0)
    diary.begin(day=5, days=["sat"])
    days = planned_days(told(diary, 13))
    assert days == [diary.day(0), diary.day(2), diary.day(4), diary.day(5), diary.day(12)]


def test_a_walk_shows_where_nothing_was_trained(diary: Diary) -> None:
    train(diary, 0)
    for day in (0, 1, 2):
        diary.write("walk_logged", day, 17, minutes=0)
    deeds = adherence_of(told(diary, 3)).days
    assert [deeds[diary.day(day)] for day in (0, 1, 2)] == [Deed.FULL, Deed.WALK, Deed.WALK]


def test_a_ladder_ends_where_the_coach_says_the_person_stands() -> None:
    account = twelve_weeks()
    ladders = account.person.progression.ladders
    climbs = {climb.name: climb for climb in climbs_of(account)}
    assert climbs
    for slug, ladder in ladders.items():
        exercise = account.catalogue.exercises[slug]
        if exercise.name in climbs:
            last = climbs[exercise.name].moves[-1]
            assert exercise.rungs[last.rung or 0].slug == ladder.place.rung
            assert last.step == ladder.place.step


def test_an_undone_step_is_taken_down_again() -> None:
    diary = course(3)
    up = [d for d in diary.decisions if d.verdict.value == "progress"][-1]
    name = diary.catalogue.exercises[up.exercise].name
    before = {climb.name: climb.height(climb.moves[-1]) for climb in climbs_of(told(diary, 20))}
    diary.write("decision_undone", 21, 6, decision=up.id)
    after = {climb.name: climb.height(climb.moves[-1]) for climb in climbs_of(told(diary, 21))}
    assert (before[name] or 0) - (after[name] or 0) == 1


def test_an_exercise_that_was_taken_out_has_no_place_until_it_is_back(diary: Diary) -> None:
    train(diary, 0)
    tasks = [diary.task("bridge", 2)]
    diary.train(2, tasks, rated(diary, {"effort": 5, "pain": 3, "symptom": "sharp"}), closing=CLOSING)
    out = next(d for d in diary.decisions if d.until)
    assert out.until
    (climb,) = (c for c in climbs_of(told(diary, 3)) if c.name == "Bridge")
    assert climb.moves[-1].rung is None
    back = (out.until - diary.start).days
    (climb,) = (c for c in climbs_of(told(diary, back)) if c.name == "Bridge")
    assert climb.moves[-1].rung is not None


def test_holds_are_the_longest_of_the_day(diary: Diary) -> None:
    session = "00000000-0000-0000-0000-00000000abcd"
    sets = ((1, 12.5), (2, 20), (3, 0))
    for number, held in sets:
        fields = {"exercise": "front-plank", "rung": "knees", "set": number, "hold_seconds": held}
        diary.write("set_performed", 0, 9, session=session, **fields, target={"hold_seconds": 15})
    (held_,) = holds_of(told(diary, 0))
    assert held_.best == (Point(diary.day(0), 20),)
    assert held_.asked == (Point(diary.day(0), 15),)


def test_self_tests_have_both_sides_and_name_whom_they_are_beside() -> None:
    (test,) = self_tests_of(twelve_weeks())
    assert [side for side, _ in test.results] == ["left", "right"]
    assert test.norm is None or test.norm.who
    assert test.noise
