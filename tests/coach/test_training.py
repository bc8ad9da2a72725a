"""What happens within a session: the second strong answer ends it, and a swap loses nothing."""

from typing import Any

import pytest

from mainstay import coach
from mainstay.coach import Move
from mainstay.kernel import Event
from tests.coach.diaries import Diary, all_clear, train_as_told
from tests.coach.living import catalogue

RED = {"pain": 6, "symptom": "ache"}
AMBER = {"pain": 5, "symptom": "ache"}
GREEN = {"pain": 2, "symptom": "ache"}
SHARP = {"pain": 1, "symptom": "sharp"}
NERVE = {"pain": 1, "symptom": "numbness"}
ENDS, STOPS = Move.END, Move.STOP


def begun(*slugs: str, usual: int = 3) -> Diary:
    """Return the diary of somebody in the middle of a session of these exercises."""
    diary = Diary(catalogue())
    diary.begin(equipment=["mat", "chair", "wall", "band", "stick"])
    for day in (0, 2, 4):
        train_as_told(diary, day)
    diary.write("day_checked_in", 7, 8, pain_now=usual)
    items = [{"exercise": slug, "sets": 2} for slug in slugs]
    diary.write("session_started", 7, 9, session="s", plan={"blocks": [{"items": items}]})
    return diary


def told(diary: Diary, slug: str, rating: dict[str, Any]) -> coach.Answer:
    """Say that an exercise hurts; the coach's answer."""
    event = Event(
        diary.new_id(),
        "exercise_rated",
        diary.events[-1].at,
        {"session": "s", "exercise": slug, "effort": 4, **rating},
    )
    stopped = coach.Stopped(slug, "", 120)
    answer = coach.answer(catalogue(), diary.person, event, stopped, {"squat", "bird-dog", "bridge"})
    diary.take(event)
    return answer


@pytest.mark.parametrize(
    ("name", "ratings", "moves"),
    [
        ("one red answer does not end a session", [RED], [None]),
        ("the second one does", [RED, RED], [None, ENDS]),
        ("a sharp pain counts as one", [SHARP, RED], [None, ENDS]),
        ("and so it does as the second", [RED, SHARP], [None, ENDS]),
        ("amber is none", [RED, AMBER], [None, Move.GENTLER]),
        ("green is none", [RED, GREEN], [None, Move.GO_ON]),
        ("amber between two does not hide them", [RED, AMBER, RED], [None, Move.GENTLER, ENDS]),
        ("a nerve symptom stops at once", [NERVE], [STOPS]),
        ("and says so also as the second", [RED, NERVE], [None, STOPS]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_second_red_answer_of_a_session_ends_it(
    name: str, ratings: list[dict[str, Any]], moves: list[Move | None]
) -> None:
    diary = begun("squat", "bird-dog", "bridge")
    for slug, rating, move in zip(("squat", "bird-dog", "bridge"), ratings, moves, strict=False):
        answer = told(diary, slug, rating)
        if move is None:
            assert answer.move not in (ENDS, STOPS)
            assert answer.over
        else:
            assert answer.move is move


def test_two_red_answers_on_different_days_end_no_session() -> None:
    diary = begun("squat", "bird-dog")
    told(diary, "squat", RED)
    diary.write("session_started", 9, 9, session="t", plan={})
    event = diary.write("exercise_rated", 9, 9.1, session="t", exercise="bird-dog", effort=4, **RED)
    session = coach.session_in(diary.person, event.fields["session"])
    assert coach.reds_in(catalogue(), session) == 1
    assert not coach.is_ended(catalogue(), session)


def test_the_same_exercise_told_twice_is_one_answer() -> None:
    diary = begun("squat", "bird-dog")
    told(diary, "squat", RED)
    assert told(diary, "squat", RED).move is not ENDS


def test_the_end_says_how_many_it_takes() -> None:
    diary = begun("squat", "bird-dog")
    told(diary, "squat", RED)
    (why,) = told(diary, "bird-dog", RED).why
    assert (why.code, dict(why.numbers)) == ("reds-end-session", {"reds": 2, "limit": 2})


def test_a_session_that_is_shown_again_after_a_swap_keeps_what_was_done_and_said() -> None:
    diary = begun("squat", "bird-dog")
    told(diary, "squat", {"pain": 3, "symptom": "none"})
    before = coach.session_in(diary.person, "s").work
    items = [{"exercise": "bridge", "sets": 1}]
    diary.write("session_started", 7, 9.3, session="s", plan={"blocks": [{"items": items}]})
    after = coach.session_in(diary.person, "s")
    assert after.work == before
    assert after.asked == {"squat": 2, "bird-dog": 2, "bridge": 1}


def test_a_session_that_is_shown_again_after_a_break_steps_back_once() -> None:
    diary = Diary(catalogue())
    diary.begin(equipment=["mat", "chair", "wall"])
    for day in (0, 2, 4, 7, 9, 11, 14):
        train_as_told(diary, day)
    diary.write("day_checked_in", 24, 8, pain_now=1)
    diary.write("session_started", 24, 9, session="s", plan={})
    first = diary.person.progression.ladders
    assert [made for made in diary.decisions if made.why[0].code == "gap"]
    diary.write("session_started", 24, 9.1, session="s", plan={})
    assert diary.person.progression.ladders == first


# --- Stand-ins, easier and harder ---------------------------------------------------------------------------


def setting(diary: Diary, day: int) -> coach.Setting:
    return coach.setting_on(catalogue(), diary.person, diary.day(day))


def trained(**profile: Any) -> Diary:
    """Return somebody who has trained for two weeks and checked in on the fifteenth day."""
    diary = Diary(catalogue())
    diary.begin(equipment=["mat", "chair", "wall", "band", "stick"], **profile)
    for day in (0, 2, 4, 7, 9, 11):
        train_as_told(diary, day)
    diary.write("day_checked_in", 14, 8, pain_now=2)
    return diary


STOPPED = coach.Stopped("bird-dog", "anti-rotation", 200)


def test_substitutes_come_first_then_what_else_meets_the_need() -> None:
    found = [
        item.exercise for item in coach.stand_ins(setting(trained(), 14), STOPPED, {"bridge", "dead-bug"})
    ]
    assert found[0] == "standing-bird-dog"
    assert set(found[1:]) <= {"pallof-press", "standing-anti-rotation"}
    assert len(found) <= 3


def test_nothing_is_offered_that_the_session_has_or_had_or_the_person_left_out() -> None:
    diary = trained()
    diary.write("exercise_excluded", 14, 8.1, exercise="pallof-press")
    found = {item.exercise for item in coach.stand_ins(setting(diary, 14), STOPPED, {"standing-bird-dog"})}
    assert found
    assert not found & {"standing-bird-dog", "pallof-press", "bird-dog"}


def test_a_stand_in_keeps_to_the_time_or_to_a_single_set() -> None:
    for seconds in (30, 60, 120, 300):
        stopped = coach.Stopped("bird-dog", "anti-rotation", seconds)
        for item in coach.stand_ins(setting(trained(), 14), stopped, ()):
            assert item.seconds <= seconds or item.dose.sets == 1


def test_what_stands_in_is_not_replaced_again() -> None:
    (first, *_) = coach.stand_ins(setting(trained(), 14), STOPPED, ())
    assert coach.stand_ins(setting(trained(), 14), coach.stopped_of(first, "anti-rotation"), ()) == ()


def planned(diary: Diary, slug: str) -> coach.Item:
    session = diary.today(14).session
    assert session
    return next(item for item in session.items if item.exercise == slug)


def test_easier_is_below_and_harder_above_on_the_same_ladder() -> None:
    diary = trained()
    session = diary.today(14).session
    assert session
    found = 0
    for item in session.items:
        exercise = catalogue().exercises[item.exercise]
        here = (exercise.rung_index(item.rung), item.step)
        down, up = coach.easier(setting(diary, 14), item), coach.harder(setting(diary, 14), item)
        assert down is None or (exercise.rung_index(down.rung), down.step) < here
        assert up is None or (exercise.rung_index(up.rung), up.step) > here
        found += bool(down) + bool(up)
    assert found >= 6


@pytest.mark.parametrize(
    ("why", "change"),
    [
        ("on a gentle day", lambda diary: diary.write("day_checked_in", 14, 8.2, pain_now=6)),
        ("after a red answer", lambda diary: red_lately(diary)),
        ("while an answer asks for care", lambda diary: screened(diary, age=75)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_nothing_harder_is_offered(why: str, change: Any) -> None:
    diary = trained()
    item = next(i for i in diary.today(14).session.items if coach.harder(setting(diary, 14), i))
    change(diary)
    assert coach.harder(setting(diary, 14), item) is None


def red_lately(diary: Diary) -> None:
    diary.write("session_started", 14, 9, session="s", plan={})
    diary.write("exercise_rated", 14, 9.1, session="s", exercise="squat", effort=4, pain=7)


def screened(diary: Diary, **answers: Any) -> None:
    told = all_clear(catalogue()) | answers
    diary.write("screening_answered", 14, 8.3, scope="full", questions="1", answers=told)
