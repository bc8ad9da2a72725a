"""``mainstay session`` in a real terminal: what is asked, shown and pressed, and what the diary holds."""

import json
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from mainstay.catalogue import load_catalogue
from mainstay.diary import new_id, read_lines, to_line
from mainstay.kernel import Event
from tests.cli.conftest import Run, run
from tests.terminal.terminal import Terminal, at_terminal

__all__ = ["run"]
NOW = "2026-03-02T08:00:00+00:00"
SETUP = datetime(2026, 3, 1, 18, 0, tzinfo=UTC)
PROFILE = {
    "birth_year": 1982,
    "experience": "returning",
    "months_in_pain": 0,
    "session_minutes": 15,
    "days": ["mon", "wed", "fri"],
    "equipment": ["mat", "chair", "wall"],
}


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    """A diary of somebody who is about to train for the first time."""
    numbers = {"age": 44, "pain-now": 2}
    asked = [q for q in load_catalogue().asked_in("full") if q.asked_if is None]
    answers = {q.id: numbers.get(q.id, "no") for q in asked}
    events = (
        Event(
            new_id(SETUP),
            "screening_answered",
            SETUP,
            {"questions": "t", "scope": "full", "answers": answers},
        ),
        Event(new_id(SETUP), "profile_set", SETUP + timedelta(seconds=1), PROFILE),
    )
    file = tmp_path / "diary.jsonl"
    # The last line has no end, as some editors leave it.
    file.write_text("\n".join(to_line(event) for event in events), encoding="utf-8")
    return file


def told(file: Path, kind: str) -> list[dict[str, Any]]:
    reading = read_lines(file.read_bytes(), file.name, load_catalogue())
    assert not reading.faults
    return [dict(event.fields) for event in reading.events if event.kind == kind]


def check_in(terminal: Terminal, pain: str = "2") -> None:
    for question in load_catalogue().asked_in("short"):
        terminal.answer(question.ask[:40], "n")
    terminal.answer("right now", pain)
    terminal.answer("usual day", "")
    terminal.see("Press Enter")
    terminal.press("\n")
    terminal.see("Press Space")


RATING, END, CLOCK = "How hard was it?", "session as a whole", "left"


def train_by_key(terminal: Terminal, key: str = "d") -> None:
    """Press a key until the session is over; answer what is asked on the way."""
    terminal.press(" ")
    for _ in range(200):
        shown = terminal.newest((RATING, END, CLOCK))
        if shown == END:
            return
        if shown == RATING:
            terminal.press("5\n")
            terminal.answer("How much pain", "1")
        else:
            terminal.press(key)
    raise AssertionError("the session never ends")


def test_a_session_from_the_first_question_to_the_last_is_in_the_diary(diary: Path) -> None:
    with at_terminal(diary, NOW) as terminal:
        check_in(terminal)
        train_by_key(terminal)
        terminal.press("6\n")
        terminal.answer("your back now", "2")
        terminal.see("are in your diary")
        assert terminal.end() == 0
    (started,) = told(diary, "session_started")
    items = [item for block in started["plan"]["blocks"] for item in block["items"]]
    asked = [
        (item["exercise"], number, side)
        for item in items
        for number in range(1, item["sets"] + 1)
        for side in item["sides"] or [None]
    ]
    done = told(diary, "set_performed")
    # A plain hold counts what was held, and these keys were quick.
    held = {item["exercise"] for item in items if item["reps"] is None}
    wanted = [key for key in asked if key[0] not in held]
    assert [(one["exercise"], one["set"], one.get("side")) for one in done] == wanted
    assert all(one["session"] == started["session"] for one in done)
    assert {one["exercise"] for one in told(diary, "exercise_rated")} <= {item["exercise"] for item in items}
    assert told(diary, "exercise_rated")[0]["effort"] == 5
    assert [one["pain_now"] for one in told(diary, "day_checked_in")] == [2]
    assert "pain_usual" not in told(diary, "day_checked_in")[0]
    assert [(one["effort"], one["pain_after"]) for one in told(diary, "session_finished")] == [(6, 2)]


def test_by_the_clock_a_set_is_done_as_asked_with_a_bell_and_a_big_number(diary: Path) -> None:
    with at_terminal(diary, NOW, speed=20) as terminal:
        check_in(terminal)
        terminal.press(" ")
        terminal.see("Get ready")
        terminal.see("█████")
        terminal.see("Next:")
        deadline = time.monotonic() + 30
        while not told(diary, "set_performed") and time.monotonic() < deadline:
            terminal.newest((CLOCK,))
        assert "\a" in terminal.raw
        terminal.press("q")
        terminal.see("goes on from here")
        assert terminal.end() == 0
    (started,) = told(diary, "session_started")
    done = told(diary, "set_performed")[0]
    items = (item for block in started["plan"]["blocks"] for item in block["items"])
    (asked,) = [item for item in items if item["exercise"] == done["exercise"]]
    names = ("rung", "reps", "hold_seconds")
    assert [done.get(name) for name in names] == [asked[name] for name in names]


def test_what_ended_while_nobody_looked_is_asked_about_and_not_believed(diary: Path) -> None:
    # Two hundred times as fast, every look comes after a gap that counts as sleep.
    with at_terminal(diary, NOW, speed=200) as terminal:
        check_in(terminal)
        terminal.press(" ")
        terminal.answer("nobody looked", "n")
        assert told(diary, "set_performed") == []
        terminal.answer(RATING, "")
        terminal.answer("How much pain", "")
        terminal.answer("nobody looked", "y")
        terminal.see(RATING)
        assert len({one["exercise"] for one in told(diary, "set_performed")}) == 1
        terminal.interrupt()
        assert terminal.end() == 0
    assert told(diary, "exercise_rated") == []


def test_ctrl_c_loses_nothing_and_the_session_goes_on_where_it_was(diary: Path) -> None:
    with at_terminal(diary, NOW) as terminal:
        check_in(terminal)
        terminal.press(" ")
        for _ in range(4):
            terminal.newest((CLOCK,))
            terminal.press("d")
        terminal.newest((CLOCK,))
        terminal.interrupt()
        terminal.see("goes on from here")
        assert terminal.end() == 0
    before = told(diary, "set_performed")
    assert before
    (started,) = told(diary, "session_started")
    with at_terminal(diary, NOW.replace("08:00", "08:20")) as terminal:
        terminal.see("under way")
        terminal.see("Press Space")
        train_by_key(terminal)
        terminal.press("6\n")
        terminal.answer("your back now", "2")
        assert terminal.end() == 0
    after = told(diary, "set_performed")
    assert after[: len(before)] == before
    keys = [(one["exercise"], one["set"], one.get("side")) for one in after]
    assert len(set(keys)) == len(keys)
    assert {one["session"] for one in after} == {started["session"]}
    assert len(told(diary, "session_started")) == 1
    assert len(told(diary, "session_finished")) == 1


@pytest.mark.parametrize(
    ("kind", "pain", "title", "over"),
    [("1", "1", "That can be all right", False), ("3", "7", "Leave this one for now", True)],
)
def test_this_hurts_is_answered_by_the_coach_and_written_at_once(
    diary: Path, kind: str, pain: str, title: str, over: bool
) -> None:
    with at_terminal(diary, NOW) as terminal:
        check_in(terminal)
        terminal.press(" ")
        # Past the warm-up, to an exercise that can be rated.
        for _ in range(60):
            if told(diary, "exercise_rated"):
                break
            shown = terminal.newest((RATING, CLOCK))
            terminal.press("5\n1\n" if shown == RATING else "d")
        terminal.newest((CLOCK,))
        terminal.press("h")
        terminal.answer("What does it feel like?", kind)
        terminal.answer("How strong is it", pain)
        terminal.answer("up to then", "4")
        terminal.see(title)
        rated = told(diary, "exercise_rated")[-1]
        assert (rated["pain"], rated["effort"]) == (int(pain), 4)
        terminal.press("\n")
        terminal.newest((CLOCK,))
        terminal.press("q")
        assert terminal.end() == 0
    plans = [started["plan"] for started in told(diary, "session_started")]
    assert (len(plans) == 2) is over
    if over:
        first, second = (sum(len(block["items"]) for block in plan["blocks"]) for plan in plans)
        assert second == first + 1


def test_at_ones_own_pace_the_clock_waits_for_the_person(diary: Path) -> None:
    with at_terminal(diary, NOW, pace="self", speed=20) as terminal:
        check_in(terminal)
        terminal.press(" ")
        for _ in range(40):
            if terminal.newest(("own pace", "Walk", RATING), 0.1) == "own pace":
                break
            terminal.press("n")
        count = len(told(diary, "set_performed"))
        terminal.newest(("own pace",), 2.5)
        assert len(told(diary, "set_performed")) == count
        terminal.press("d")
        terminal.newest((CLOCK,))
        assert len(told(diary, "set_performed")) == count + 1
        terminal.press("q")
        assert terminal.end() == 0


def test_an_exercise_that_is_left_out_says_why_in_the_diary(diary: Path) -> None:
    with at_terminal(diary, NOW) as terminal:
        check_in(terminal)
        terminal.press("s")
        terminal.answer("Why?", "t")
        terminal.newest((CLOCK,))
        terminal.press("e")
        terminal.answer("session as a whole", "3")
        terminal.answer("your back now", "1")
        terminal.see("Nothing was done")
        assert terminal.end() == 0
    (started,) = told(diary, "session_started")
    first = started["plan"]["blocks"][0]["items"][0]["exercise"]
    assert [(one["exercise"], one["why"]) for one in told(diary, "exercise_skipped")] == [(first, "time")]


def test_an_answer_that_is_no_answer_is_asked_again(diary: Path) -> None:
    with at_terminal(diary, NOW) as terminal:
        terminal.answer(load_catalogue().asked_in("short")[0].ask[:40], "perhaps")
        terminal.see("Please answer with")
        terminal.interrupt()
        assert terminal.end() == 0
    assert not told(diary, "screening_answered")[1:]


def test_a_bad_answer_to_the_safety_questions_starts_no_session(diary: Path) -> None:
    with at_terminal(diary, NOW) as terminal:
        first, *others = load_catalogue().asked_in("short")
        terminal.answer(first.ask[:40], "y")
        for question in others:
            terminal.answer(question.ask[:40], "n")
        terminal.answer("right now", "2")
        terminal.answer("usual day", "")
        terminal.see("mainstay serve")
        assert terminal.end() == 0
    assert not told(diary, "session_started")
    assert told(diary, "screening_answered")[-1]["answers"][first.id] == "yes"


def test_your_own_diary_is_kept_in_the_local_store(diary: Path, run: Run, tmp_path: Path) -> None:
    assert run("import", str(diary)).code == 0
    with at_terminal(None, NOW, data=tmp_path / "data") as terminal:
        check_in(terminal)
        terminal.press(" ")
        terminal.newest((CLOCK,))
        terminal.press("d")
        terminal.newest((CLOCK,))
        terminal.press("d")
        terminal.newest((CLOCK,))
        terminal.interrupt()
        assert terminal.end() == 0
    lines = [json.loads(line) for line in run("export").out.splitlines()]
    assert [one["kind"] for one in lines][2:5] == ["screening_answered", "day_checked_in", "session_started"]
    assert lines[5]["kind"] == "set_performed"
