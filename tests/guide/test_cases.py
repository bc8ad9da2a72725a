"""The player, case by case: the files in ``cases`` are played by the browser's code and the terminal's."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.guide.playing import in_browser_code, in_terminal_code, the_lines

FOLDER = Path(__file__).parent / "cases"
FILES = ("time", "moving", "instead", "cues")
Json = dict[str, Any]


def read(name: str) -> list[Json]:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


CASES = [case for name in FILES for case in read(name)]


def steps_of(case: Json) -> list[Json]:
    """The steps as they are written, or a clock that simply runs."""
    if "steps" in case:
        return case["steps"]
    ticks = round(case["until"] / case["every"])
    return [{"do": "start", "at": 0}, *({"do": "tick", "at": n * case["every"]} for n in range(1, ticks + 1))]


def action(step: Json) -> Json:
    names = ("place", "why", "set", "side", "done", "pace")
    given = {name: step[name] for name in names if name in step}
    for name in {"line", "instead"} & set(step):
        given |= {name: the_lines()[step[name]], "key": step[name]}
    return {"type": step["do"], "at": step["at"] * 1000} | given


def play_of(case: Json) -> Json:
    told = {name: case[name] for name in ("keys", "pace", "done") if name in case}
    return told | {"actions": [action(step) for step in steps_of(case)]}


@cache
def played_in_browser_code() -> list[list[Json]]:
    return in_browser_code([play_of(case) for case in CASES])


def shown(one: Json) -> str:
    """A set as the cases write it: “2×3s”, “24s”, “4 6kg”, “?” for one to be asked about, “-” for none."""
    done = one["done"]
    if one["asked"] or not done:
        return "?" if one["asked"] else "-"
    held = f"{done['hold_seconds']}s" if done["hold_seconds"] else ""
    reps = f"{done['reps']}{'×' if held else ''}" if done["reps"] else ""
    load = f" {done['load_kg']:g}kg" if done["load_kg"] else ""
    return reps + held + load


def check(wanted: Json, got: Json) -> None:
    lines = got["state"]["lines"]
    seen = {name: got["view"][name] for name in wanted.get("view", {})}
    assert seen == wanted.get("view", {})
    if "sets" in wanted:
        place = wanted.get("sets_of", got["state"]["place"] if got["view"]["mode"] != "over" else 0)
        open_or_last = lines[place]
        assert [shown(one) for one in open_or_last["sets"]] == wanted["sets"]
    for name, field in (("over", "over"), ("reasons", "why")):
        if name in wanted:
            assert [line[field] for line in lines] == wanted[name]
    if "keys" in wanted:
        assert [line["key"] for line in lines] == wanted["keys"]
    if "sounds" in wanted:
        assert [cue["sound"] for cue in got["cues"]] == wanted["sounds"]
    if "says" in wanted:
        assert got["words"] == wanted["says"]


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case["name"] for case in CASES])
def test_case(number: int) -> None:
    case = CASES[number]
    for steps in (in_terminal_code(play_of(case)), played_in_browser_code()[number]):
        heard = [
            f"{cue['sound']}: {words}"
            for step in steps
            for cue, words in zip(step["cues"], step["words"], strict=True)
        ]
        if "heard" in case:
            assert heard == case["heard"]
        for wanted, got in zip(steps_of(case), steps[1:], strict=True):
            check(wanted, got)
