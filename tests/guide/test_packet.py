"""The packet of a day: what is in it on days of every kind, and that nothing in it is left hanging."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest

from mainstay import coach
from mainstay.exchange import session_json
from mainstay.guide.packet import Known, day_packet, folded
from mainstay.kernel import Clearance
from tests.coach.diaries import Diary, all_clear, performed, train_as_told
from tests.coach.living import catalogue
from tests.guide.playing import HERE, MODULES, node

TODAY = 14
HOLES = {"pain", "usual", "line"}
Json = dict[str, Any]


def known(diary: Diary, day: int = TODAY, hour: int = 8) -> Known:
    """Return what the store knows on a day."""
    now = datetime.combine(diary.day(day), time(hour), UTC)
    events = list(coach.standing_events(diary.events))
    return Known(catalogue(), diary.person, events, diary.decisions, now, "diary", "version")


def packet(diary: Diary, ahead: int = 0, day: int = TODAY) -> Json:
    told = known(diary, day)
    return json.loads(json.dumps(day_packet(told, told.now.date() + timedelta(days=ahead))))


@pytest.fixture
def trained() -> Diary:
    """Two weeks of training, and the morning of the next session."""
    diary = Diary(catalogue())
    diary.begin(equipment=["mat", "chair", "wall", "band", "stick"])
    for day in (0, 2, 4, 7, 9, 11):
        train_as_told(diary, day)
    return diary


def leads(line: Json) -> Iterator[str]:
    """Yield the key of every line that a line may lead to."""
    yield from line["swaps"]
    yield from filter(None, [line["easier"], line["harder"]])
    for answer in [*line["hurts"].values(), *line["begun"].values()]:
        yield from filter(None, [answer["instead"], *answer["others"]])


def test_every_line_that_something_leads_to_is_there(trained: Diary) -> None:
    made = packet(trained)
    named = {key for session in made["sessions"] for key in session["lines"]}
    named |= {key for line in made["lines"].values() for key in leads(line)}
    assert named == set(made["lines"])


def test_every_number_in_the_tree_leads_somewhere(trained: Diary) -> None:
    trained.write("session_started", 13, 9, session="last", plan={})
    made = packet(trained)
    assert set(made["after_morning"]) == {"-", *map(str, range(11))}
    assert set(made["after_morning"].values()) == set(range(len(made["after_safety"])))
    for row in made["after_safety"]:
        assert len(row) == 27
        assert all(-len(made["halts"]) <= place < len(made["check_ins"]) for place in row.values())
    words = [w for table in made["check_ins"] for row in table.values() for w in row.values()]
    assert {len(word) for word in words} == {11}
    outcomes = {DIGITS.index(letter) for word in words for letter in word}
    assert outcomes == set(range(len(made["outcomes"])))
    assert {o["session"] for o in made["outcomes"]} - {None} == set(range(len(made["sessions"])))


DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


def test_only_the_person_fills_what_is_left_open(trained: Diary) -> None:
    assert set(re.findall(r"{(\w+)}", json.dumps(packet(trained)))) == HOLES


def test_a_plan_holds_the_items_of_its_lines(trained: Diary) -> None:
    made = packet(trained)
    for session in made["sessions"]:
        items = [item for block in session["plan"]["blocks"] for item in block["items"]]
        assert items == [made["lines"][key]["item"] for key in session["lines"]]


def test_a_warm_up_is_not_rated_and_everything_else_is(trained: Diary) -> None:
    for line in packet(trained)["lines"].values():
        assert line["rates"] == (line["block"] != "warm-up")


def test_on_a_day_of_rest_it_says_when_the_next_session_is(trained: Diary) -> None:
    made = packet(trained, ahead=1)
    assert made["rest"]["next"] == "Your next session is tomorrow."
    assert made["sessions"] == []
    assert packet(trained, ahead=5)["rest"]["next"].endswith("on Monday 26 January.")


def test_without_a_profile_the_person_begins_elsewhere() -> None:
    made = packet(Diary(catalogue()))
    assert made["gate"]["title"] == "First a little about you"


@pytest.mark.parametrize(
    ("answers", "title"),
    [
        ({}, None),
        ({"saddle-numbness": "yes"}, "Please get care now"),
        ({"below-knee": "new"}, "Please speak"),
    ],
)
def test_a_lock_comes_first(trained: Diary, answers: dict[str, str], title: str | None) -> None:
    told = all_clear(catalogue()) | answers
    trained.write("screening_answered", 13, 9, scope="full", questions="1", answers=told)
    gate = packet(trained)["gate"]
    assert (gate is None) == (title is None)
    assert title is None or gate["title"].startswith(title)


def test_after_a_red_answer_all_questions_come_first_and_then_it_goes_on(trained: Diary) -> None:
    trained.write("exercise_rated", 13, 9, session="s", exercise="squat", effort=4, pain=8)
    assert packet(trained)["gate"]["title"] == "A few questions first"
    trained.write("screening_answered", 13, 10, scope="full", questions="1", answers=all_clear(catalogue()))
    assert packet(trained)["gate"] is None


def test_an_emergency_says_whom_to_call(trained: Diary) -> None:
    made = packet(trained)
    row = made["after_safety"][0]
    first = next(q for q in made["safety"] if q["id"] == "today-nerves")
    letters = "".join("y" if question == first else "n" for question in made["safety"])
    halt = made["halts"][-row[letters] - 1]
    assert halt["clearance"] == Clearance.EMERGENCY
    assert halt["emergency"]
    assert ["112", "Europe"] in halt["numbers"]
    assert not made["halts"][-row["".join("n" if q == first else "y" for q in made["safety"])] - 1]["numbers"]


# --- Days ahead -------------------------------------------------------------------------------------------


def test_a_day_ahead_is_as_if_the_sessions_until_then_were_done(trained: Diary) -> None:
    """What is done as planned and not rated moves no ladder; only whose turn it is changes."""
    ahead = packet(trained, ahead=2)
    train_unrated(trained, TODAY)
    then = packet(trained, day=TODAY + 2)
    (session,) = {json.dumps(normal(made)["plan"]) for made in (ahead, then)}
    assert session
    assert ahead["mornings"][0]["session"] is None
    assert then["mornings"][0]["session"] == "really"
    assert ahead["mornings"][0]["ask"] == then["mornings"][0]["ask"]


def normal(made: Json) -> Json:
    return next(session for session in made["sessions"] if session["mode"] == "normal")


def train_unrated(diary: Diary, day: int) -> None:
    tasks = diary.prescribed(day)
    diary.write("session_started", day, 9, session="really", plan={})
    for task in tasks:
        for fields in performed("really", task, {}):
            diary.write("set_performed", day, 9.1, **fields)
    diary.write("session_finished", day, 9.9, session="really", effort=4, pain_after=0)


def test_a_whole_week_is_on_the_device_and_ladders_stay_where_they_are(trained: Diary) -> None:
    week = [packet(trained, ahead) for ahead in range(7)]
    assert [bool(made["sessions"]) for made in week] == [True, False, True, False, True, False, False]
    steps: dict[str, set[tuple[str, int]]] = {}
    for made in week:
        for key in normal(made)["lines"] if made["sessions"] else ():
            line = made["lines"][key]
            if line["rates"]:
                steps.setdefault(line["exercise"], set()).add((line["rung"], line["step"]))
    assert {slug: len(places) for slug, places in steps.items() if len(places) > 1} == {}


# --- Under way --------------------------------------------------------------------------------------------


@pytest.fixture
def under_way(trained: Diary) -> Diary:
    """A session begun: one set done, one exercise rated, one stopped, one left out."""
    trained.write("day_checked_in", TODAY, 7, pain_now=2, pain_usual=1)
    plan = session_json(catalogue(), trained.today(TODAY).session)
    trained.write("session_started", TODAY, 7.1, session="now", plan=plan)
    tasks = [task for task in trained.prescribed(TODAY) if trained.is_rated(task.exercise)]
    done, stopped, left = tasks[:3]
    trained.write("set_performed", TODAY, 7.2, **performed("now", done, {})[0])
    rated = {"session": "now", "effort": 4}
    trained.write("exercise_rated", TODAY, 7.3, exercise=done.exercise, pain=2, **rated)
    trained.write("exercise_rated", TODAY, 7.4, exercise=stopped.exercise, pain=7, **rated)
    trained.write("exercise_skipped", TODAY, 7.5, session="now", exercise=left.exercise, why="time")
    return trained


def test_a_session_under_way_can_be_carried_on(under_way: Diary) -> None:
    # The red answer asks for all questions, but not in the middle of the session that gave it.
    made = packet(under_way)
    now = made["under_way"]
    rated = [event.fields["exercise"] for event in under_way.events[-3:-1]]
    assert made["gate"] is None
    assert now["session"] == "now"
    assert now["rated"] == rated
    assert now["halted"] == [rated[1]]
    assert now["skipped"] == [under_way.events[-1].fields["exercise"]]
    assert (now["reds"], now["usual"]) == (1, 1)
    assert [(one["exercise"], one["set"]) for one in now["sets"]] == [(rated[0], 1)]
    assert [made["lines"][key]["exercise"] for key in now["lines"]] == [
        item["exercise"] for block in now["plan"]["blocks"] for item in block["items"]
    ]


def test_a_nerve_symptom_closes_even_a_session_under_way(under_way: Diary) -> None:
    fields = {"session": "now", "exercise": "bird-dog", "effort": 4, "pain": 2, "symptom": "numbness"}
    under_way.write("exercise_rated", TODAY, 7.6, **fields)
    assert packet(under_way)["gate"]["title"] == "A few questions first"


def test_a_finished_session_is_not_under_way(under_way: Diary) -> None:
    under_way.write("session_finished", TODAY, 7.6, session="now", effort=4, pain_after=2)
    under_way.write(
        "screening_answered", TODAY, 7.7, scope="full", questions="1", answers=all_clear(catalogue())
    )
    made = packet(under_way)
    assert made["under_way"] is None
    assert made["rest"]["text"].startswith("You have trained today.")


def test_another_version_is_another_packet(trained: Diary) -> None:
    told = known(trained)
    other = day_packet(replace(told, version="next"), told.now.date())
    assert other["version"] == "next"
    assert {**other, "version": "version"} == day_packet(told, told.now.date())


def test_what_travels_folded_is_the_same_packet_again_in_the_browser() -> None:
    diary = Diary(catalogue())
    diary.begin()
    training = json.loads(json.dumps(day_packet(known(diary, 0), diary.day(0))))
    resting = json.loads(json.dumps(day_packet(known(diary, 1), diary.day(1))))
    assert training["lines"]
    assert not resting["lines"]
    travelling = [folded(training), folded(resting)]
    assert len(json.dumps(travelling[0])) < len(json.dumps(training)) * 2 / 3
    told = node(HERE / "folding.mjs", {"modules": str(MODULES), "packets": travelling})
    assert told == [training, resting]
