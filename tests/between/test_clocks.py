"""What the pages between sessions do without a server: time a walk, and make events of a form."""

from pathlib import Path
from typing import Any

import pytest

from tests.guide.playing import node

HERE = Path(__file__).resolve().parent
MODULES = HERE.parents[1] / "src" / "mainstay" / "web" / "static" / "mainstay" / "js" / "between"

WATCHES = [
    ("A watch that runs tells the time since it began", [["begin", 1000]], 61_000, 60_000),
    ("A pause stops it", [["begin", 0], ["pause", 5000]], 90_000, 5000),
    ("Going on leaves the pause out", [["begin", 0], ["pause", 5000], ["go", 9000]], 10_000, 6000),
    ("A second pause at once changes nothing", [["begin", 0], ["pause", 5000], ["pause", 7000]], 8000, 5000),
    ("Going on without a pause changes nothing", [["begin", 0], ["go", 5000]], 8000, 8000),
    ("A clock that was put back makes no time less than none", [["begin", 5000]], 1000, 0),
    ("A pause that ended before it began is none", [["begin", 0], ["pause", 5000], ["go", 4000]], 9000, 9000),
]
FACES = [
    (0, ["0:00", 1]),
    (59_999, ["0:59", 1]),
    (89_999, ["1:29", 1]),
    (90_000, ["1:30", 2]),
    (3_599_000, ["59:59", 60]),
    (3_600_000, ["1:00:00", 60]),
]
GOOD = {"began": 5, "rested": 0, "paused": None}
KEPT = [
    (GOOD, GOOD),
    (GOOD | {"paused": 9}, GOOD | {"paused": 9}),
    (None, None),
    ({}, None),
    (GOOD | {"began": "5"}, None),
    (GOOD | {"rested": -1}, None),
    (GOOD | {"paused": "now"}, None),
]
WALK = {
    "note": "walk_logged",
    "fields": "minutes:minutes:number",
    "then": "day_checked_in",
    "thenFields": "pain_now:pain_now:number symptom:symptom:text",
}
FORMS = [
    ("A walk is one event", WALK, {"minutes": "12"}, [["walk_logged", {"minutes": 12}]]),
    (
        "A walk with how it felt is two",
        WALK,
        {"minutes": "12", "pain_now": "0", "symptom": "none"},
        [["walk_logged", {"minutes": 12}], ["day_checked_in", {"pain_now": 0, "symptom": "none"}]],
    ),
    ("A feeling without its number is left to the server", WALK, {"minutes": "12", "symptom": "ache"}, None),
    ("No minutes are left to the server", WALK, {"minutes": ""}, None),
    ("Half minutes are left to the server", WALK, {"minutes": "1.5"}, None),
    (
        "A habit is one event",
        {"note": "habit_done", "fields": "habit:habit:text"},
        {"habit": "log-roll", "key": "x"},
        [["habit_done", {"habit": "log-roll"}]],
    ),
]


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    """Everything in one run of Node."""
    return node(
        HERE / "clocks.mjs",
        {
            "modules": str(MODULES),
            "watches": [{"does": does, "at": at} for _, does, at, _ in WATCHES],
            "faces": [time for time, _ in FACES],
            "kept": [kept for kept, _ in KEPT],
            "forms": [{"plan": plan, "told": typed} for _, plan, typed, _ in FORMS],
        },
    )


@pytest.mark.parametrize("number", range(len(WATCHES)), ids=[name for name, *_ in WATCHES])
def test_a_watch(told: dict[str, Any], number: int) -> None:
    assert told["watches"][number] == WATCHES[number][-1]


def test_a_face_counts_whole_seconds_and_a_walk_is_noted_in_round_minutes(told: dict[str, Any]) -> None:
    assert told["faces"] == [shown for _, shown in FACES]


def test_only_a_watch_is_read_as_one(told: dict[str, Any]) -> None:
    assert told["kept"] == [read for _, read in KEPT]


@pytest.mark.parametrize("number", range(len(FORMS)), ids=[name for name, *_ in FORMS])
def test_a_form(told: dict[str, Any], number: int) -> None:
    assert told["forms"][number] == FORMS[number][-1]
