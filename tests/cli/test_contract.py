"""Each command prints what the contract promises, and nothing else."""

import json
import re
from pathlib import Path

import pytest

from mainstay.catalogue import load_catalogue
from tests.cli.conftest import EXAMPLE, Run

DAY = "2026-03-23"
DIARY = ("--diary", str(EXAMPLE))
MODES = {"normal", "relief", "ramp", "rest", "locked", "first-day"}
BLOCKS = ["warm-up", "activation", "strength", "stretch"]
REASON = {"code", "text", "numbers", "source"}


def answers_file(folder: Path, **changed: object) -> str:
    numbers = {"age": 40, "pain-now": 2}
    answers = {q.id: numbers.get(q.id, "no") for q in load_catalogue().asked_in("full")} | changed
    file = folder / "answers.json"
    file.write_text(json.dumps(answers))
    return str(file)


def test_today_has_every_promised_field(run: Run) -> None:
    today = run("today", *DIARY, "--on", DAY, "--json").json
    promised = {"date", "clearance", "mode", "session", "walk_minutes", "habits", "reasons"}
    assert set(today) == promised | {"walk"}
    assert today["walk_minutes"] == today["walk"]["minutes"]
    told = {"habit", "text", "exercise", "rung", "why"}
    assert all(told < set(habit) and habit["why"] for habit in today["habits"])
    assert today["date"] == DAY
    assert today["mode"] in MODES
    blocks = [block["block"] for block in today["session"]["blocks"]]
    assert blocks == [block for block in BLOCKS if block in blocks]
    items = [item for block in today["session"]["blocks"] for item in block["items"]]
    wanted = {
        "exercise",
        "rung",
        "sets",
        "reps",
        "hold_seconds",
        "sides",
        "rest_seconds",
        "load_kg",
        "seconds",
    }
    assert all(wanted < set(item) and item["why"] for item in items)
    assert all(item["sides"] in ([], ["left", "right"]) for item in items)
    assert all(set(reason) == REASON and reason["text"] for item in items for reason in item["why"])
    assert sum(item["seconds"] for item in items) <= 20 * 60
    assert today["session"]["minutes"] <= 20


def test_a_day_that_is_not_for_training_is_for_rest(run: Run) -> None:
    today = run("today", *DIARY, "--on", "2026-03-24", "--json").json
    assert today["mode"] == "rest"
    assert today["session"] is None
    assert "not-a-training-day" in [reason["code"] for reason in today["reasons"]]


def test_the_plan_has_seven_days_and_the_ladder(run: Run) -> None:
    plan = run("plan", *DIARY, "--on", DAY, "--json").json
    assert set(plan) == {"clearance", "phase", "week", "ladder", "reasons"}
    assert [day["date"] for day in plan["week"]] == [f"2026-03-{n}" for n in range(23, 30)]
    promised = {"date", "session", "walk_minutes", "stretches"}
    assert all(set(day) == promised | {"walk_days"} for day in plan["week"])
    assert plan["ladder"]["bird-dog"].keys() == {"rung", "step"}


def test_the_plan_begins_with_the_session_that_today_shows(run: Run) -> None:
    today = run("today", *DIARY, "--on", DAY, "--json").json
    plan = run("plan", *DIARY, "--on", DAY, "--json").json
    assert plan["week"][0]["session"] == today["session"]


def test_decisions_say_what_from_where_to_where_and_why(run: Run) -> None:
    decisions = run("decisions", *DIARY, "--json").json
    assert {"date", "exercise", "decision", "from", "to", "why"} < set(decisions[0])
    kinds = {"progress", "maintain", "regress", "substitute", "remove", "stop"}
    assert {decision["decision"] for decision in decisions} <= kinds
    assert all(decision["why"] for decision in decisions)
    down = [d for d in decisions if d["decision"] == "regress"]
    assert [(d["exercise"], d["why"][0]["code"]) for d in down] == [("bridge", "red-pain")]


def test_progress_keeps_a_pain_of_zero_and_leaves_out_what_was_not_told(run: Run) -> None:
    lines = [
        {"id": "018f0000-0000-7000-8000-000000000001", "kind": "day_checked_in", "pain_now": 0},
        {"id": "018f0000-0000-7000-8000-000000000002", "kind": "walk_logged", "minutes": 12},
    ]
    text = "".join(json.dumps(line | {"at": "2026-03-02T08:00:00+01:00"}) + "\n" for line in lines)
    progress = run("progress", "--diary", "-", "--on", "2026-03-03", "--json", text=text).json
    assert progress["pain"] == [{"date": "2026-03-02", "when": "now", "pain": 0}]
    assert progress["walks"] == [{"date": "2026-03-02", "minutes": 12, "steps": None}]
    assert progress["sessions"] == []


def test_an_all_clear_person_is_clear(run: Run, tmp_path: Path) -> None:
    assert run("screen", "--answers", answers_file(tmp_path), "--json").json == {
        "clearance": "clear",
        "reasons": [],
    }


EMERGENCY = ["saddle-numbness", "bladder-bowel", "both-legs", "abdominal-tearing", "chest-symptoms"]


@pytest.mark.parametrize("answer", ["yes", "unsure"])
@pytest.mark.parametrize("question", EMERGENCY)
def test_an_emergency_answer_is_an_emergency_alone_and_among_others(
    run: Run, tmp_path: Path, question: str, answer: str
) -> None:
    among = run("screen", "--answers", answers_file(tmp_path, **{question: answer}), "--json").json
    alone = tmp_path / "alone.json"
    alone.write_text(json.dumps({question: answer}))
    for printed in (among, run("screen", "--answers", str(alone), "--json").json):
        assert printed["clearance"] == "emergency"
        first = printed["reasons"][0]
        assert (first["code"], first["question"]) == (question, question)
        assert first["text"]
        assert first["source"]


SLUGS = """
    drawing-in cat-camel dead-bug bird-dog bridge front-plank side-plank superman prone-cobra good-morning
    squat pallof-press hip-hinge knee-to-chest floor-rotation seated-rotation hip-flexor-stretch
    kneeling-back-stretch side-straddle walking easy-walk easy-cycling hip-circles leg-swings mini-squat
    mini-lunge nerve-glide repeated-extension
"""


def test_the_catalogue_holds_every_slug_of_the_contract(run: Run) -> None:
    slugs = {exercise["slug"] for exercise in run("catalogue", "--json").json["exercises"]}
    assert slugs >= set(SLUGS.split())
    assert not [slug for slug in slugs if re.search("sit-up|crunch|curl-up", slug)]


def test_one_exercise_can_be_printed(run: Run) -> None:
    bird_dog = run("exercise", "bird-dog", "--json").json
    assert bird_dog["slug"] == "bird-dog"
    assert bird_dog["rungs"][0]["steps"]
    assert "Bird dog" in run("exercise", "bird-dog").out


def test_the_schema_is_a_json_schema(run: Run) -> None:
    assert run("schema").json["$schema"].startswith("https://json-schema.org/")


def test_content_has_no_faults(run: Run) -> None:
    checked = run("check")
    assert checked.code == 0
    assert "no faults" in checked.out
