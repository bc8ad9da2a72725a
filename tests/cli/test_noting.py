"""``mainstay walk`` and ``habit``: noted in a file or in the own diary, or refused with nothing written."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.cli.conftest import EXAMPLE, Run


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    file = tmp_path / "diary.jsonl"
    shutil.copy(EXAMPLE, file)
    return file


def last(file: Path) -> dict:
    return json.loads(file.read_text().splitlines()[-1])


def test_a_walk_is_noted_at_the_end_of_a_file(run: Run, diary: Path) -> None:
    before = diary.read_text()
    done = run("walk", "--minutes", "12", "--steps", "1300", "--diary", str(diary))
    assert (done.code, done.out) == (0, "Noted: a walk of 12 minutes.\n")
    assert diary.read_text().startswith(before)
    noted = last(diary)
    assert (noted["kind"], noted["minutes"], noted["steps"]) == ("walk_logged", 12, 1300)


def test_a_habit_is_noted_and_counted_once_unless_it_was_more(run: Run, diary: Path) -> None:
    assert run("habit", "mobility-break", "--diary", str(diary)).code == 0
    assert "count" not in last(diary)
    noted = run("habit", "mobility-break", "--count", "3", "--diary", str(diary), "--json").json
    assert noted == last(diary)
    today = run("today", "--diary", str(diary), "--on", date.today().isoformat(), "--json").json
    # Long after the example the programme is locked until the safety questions are answered.
    assert (today["mode"], today["habits"], today["walk"]) == ("locked", [], None)


def test_a_walk_is_noted_in_the_own_diary_where_no_file_is_named(run: Run) -> None:
    assert run("import", str(EXAMPLE)).code == 0
    assert run("walk", "--minutes", "9").code == 0
    assert run("progress", "--json").json["walks"][-1] == {
        "date": date.today().isoformat(),
        "minutes": 9,
        "steps": None,
    }


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("habit", "mobility-brake"), "mobility-brake: is not a habit; did you mean mobility-break?"),
        (("habit", "zzz"), "zzz: is not a habit; it is one of mobility-break, posture-change"),
        (("walk", "--minutes", "-3"), "`minutes` is -3, which is below 0"),
        (("walk", "--minutes", "nan"), "nan is not a number of minutes"),
        (("habit", "log-roll", "--count", "0"), "`count` is 0, which is below 1"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_written(
    run: Run, diary: Path, arguments: tuple[str, ...], said: str
) -> None:
    before = diary.read_bytes()
    refused = run(*arguments, "--diary", str(diary))
    assert (refused.code, refused.out) == (1, "")
    assert said in refused.err
    assert diary.read_bytes() == before


def test_a_faulty_file_is_not_written_to(run: Run, diary: Path) -> None:
    diary.write_text(diary.read_text() + "{\n")
    before = diary.read_bytes()
    assert run("walk", "--minutes", "12", "--diary", str(diary)).code == 1
    assert diary.read_bytes() == before


def test_standard_input_cannot_be_written_to(run: Run) -> None:
    refused = run("walk", "--minutes", "12", "--diary", "-", text="")
    assert refused.code == 1
    assert "give a file with --diary" in refused.err


def test_today_shows_the_walk_and_the_habits_in_words(run: Run) -> None:
    shown = run("today", "--diary", str(EXAMPLE), "--on", "2026-03-23").out
    assert "Walk  15 minutes, easy pace" in shown
    assert "0 of 5 days this week" in shown
    assert "These are your own easy minutes." in shown
    assert "hips back, support in the small of the back, feet flat" in shown
