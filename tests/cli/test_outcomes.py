"""``mainstay review`` and ``measures``: what they promise as JSON, and what a person reads."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import EXAMPLE, Run

DAY = "2026-03-23"
REASON = {"code", "text", "numbers", "source"}


def line(number: int, kind: str, at: str, **fields: Any) -> str:
    identity = f"0197a3c4-5b6d-7e8f-9a0b-{number:012d}"
    return json.dumps({"id": identity, "kind": kind, "at": f"{at}:00+01:00", **fields})


@pytest.fixture
def diary(tmp_path: Path) -> tuple[str, str]:
    """The example, with answers and self-tests."""
    lines = [
        line(1, "measure_answered", "2026-03-02T07:00", measure="pain-average", score=6),
        line(2, "measure_answered", "2026-03-22T20:00", measure="pain-average", score=0),
        line(3, "measure_answered", "2026-03-22T20:01", measure="my-form", score=12.5, answers={"q": "yes"}),
        line(4, "self_test_done", "2026-03-10T20:00", test="side-bridge", value=30, side="left"),
        line(5, "self_test_done", "2026-03-10T20:06", test="side-bridge", value=35, side="right"),
        line(6, "measure_answered", "2026-04-22T20:00", measure="pain-average", score=9),
    ]
    file = tmp_path / "diary.jsonl"
    file.write_text(EXAMPLE.read_text() + "\n".join(lines) + "\n")
    return "--diary", str(file)


def test_measures_print_everything_that_is_promised(run: Run, diary: tuple[str, str]) -> None:
    found = run("measures", *diary, "--on", DAY, "--json").json
    assert set(found) == {"on", "started", "due", "measures", "tests", "advice"}
    measures = {one["measure"]: one for one in found["measures"]}
    pain = measures["pain-average"]
    assert pain["scores"] == [{"date": "2026-03-02", "score": 6}, {"date": "2026-03-22", "score": 0}]
    assert (pain["change"], pain["better_by"]) == ("improved", 6)
    assert all(set(reason) == REASON and reason["text"] for reason in pain["why"])
    assert pain["mic"]["value"] == 2
    assert "own-activities" in found["due"]
    assert "pain-average" not in found["due"]
    assert measures["my-form"]["kind"] == "own-questionnaire"
    assert measures["my-form"]["change"] == "unknown"
    assert [point["week"] for point in pain["schedule"]] == [0, 6]


def test_self_tests_print_results_trends_and_whether_they_are_for_today(
    run: Run, diary: tuple[str, str]
) -> None:
    found = run("measures", *diary, "--on", DAY, "--json").json
    bridge = next(one for one in found["tests"] if one["test"] == "side-bridge")
    assert [(one["side"], one["value"]) for one in bridge["results"]] == [("left", 30), ("right", 35)]
    assert [one["side"] for one in bridge["trends"]] == ["left", "right"]
    assert bridge["offer"]["due_on"] == "2026-04-07"
    assert bridge["sides_differ"] is None


def test_a_later_answer_does_not_change_an_earlier_day(run: Run, diary: tuple[str, str]) -> None:
    later = run("measures", *diary, "--on", "2026-04-23", "--json").json
    pain = next(one for one in later["measures"] if one["measure"] == "pain-average")
    assert pain["change"] == "worse"


def test_measures_are_pleasant_to_read(run: Run, diary: tuple[str, str]) -> None:
    said = run("measures", *diary, "--on", DAY).out
    assert "Average pain of the week (better): 6 → 0. Better by 6, which is 100 % of the start" in said
    assert "· My activities: Name three things" in said
    assert "Left: 30 seconds on Tuesday 10 March." in said


def test_a_group_is_never_shown_without_its_name(run: Run, diary: tuple[str, str], tmp_path: Path) -> None:
    young = line(
        *(7, "profile_set", "2026-03-01T08:00"),
        **{"birth_year": 2002, "experience": "new", "months_in_pain": 6, "session_minutes": 20},
        **{"days": ["mon"], "equipment": ["mat"], "sex": "male"},
    )
    file = tmp_path / "young.jsonl"
    kept = [row for row in Path(diary[1]).read_text().splitlines() if '"profile_set"' not in row]
    file.write_text("\n".join([young, *kept]) + "\n")
    said = run("measures", "--diary", str(file), "--on", DAY).out
    assert (
        "Left: Healthy young adults of about 23 years, men, 18 to 30 years: usually 62 to 132 seconds" in said
    )


def test_a_review_prints_everything_that_is_promised(run: Run) -> None:
    found = run("review", "--diary", str(EXAMPLE), "--on", DAY, "--json").json
    assert set(found) == {
        *("week", "begins", "ends", "until", "done", "told", "changes"),
        *("ahead", "plan", "expect", "measured", "advice", "suggestion"),
    }
    assert (found["week"], found["begins"], found["ends"]) == (3, "2026-03-16", "2026-03-22")
    assert found["done"]["sessions"] == 3
    assert found["done"]["target"] == 3
    assert all(change["date"] <= "2026-03-22" for change in found["changes"])
    assert found["changes"]
    assert set(found["suggestion"]) == REASON


def test_a_review_is_pleasant_to_read(run: Run) -> None:
    said = run("review", "--diary", str(EXAMPLE), "--on", DAY).out
    assert said.startswith("Week 3, Monday 16 March to Sunday 22 March\nYou trained 3 times this week.")
    for head in ("What the coach changed, and why", "What comes next", "One suggestion"):
        assert head in said


@pytest.mark.parametrize("command", ["review", "measures"])
def test_an_empty_diary_is_no_error(run: Run, command: str) -> None:
    ran = run(command, "--on", DAY)
    assert (ran.code, ran.err) == (0, "")
    assert run(command, "--on", DAY, "--json").json


def test_progress_has_measures_and_self_tests_beside_what_it_had(run: Run, diary: tuple[str, str]) -> None:
    found = run("progress", *diary, "--on", DAY, "--json").json
    assert {"on", "pain", "sessions", "ladders", "walks", "summary", "measures", "tests"} <= set(found)
    assert [one["test"] for one in found["tests"] if one["results"]] == ["side-bridge"]


def test_the_catalogue_has_measures_and_self_tests(run: Run) -> None:
    found = run("catalogue", "--json").json
    assert {"pain-average", "odi"} <= {one["slug"] for one in found["measures"]}
    assert len(found["tests"]) == 7
