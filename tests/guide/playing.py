"""Playing the same session through both reducers: the browser's in Node, and the terminal's."""

import json
import subprocess
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from playwright._impl._driver import compute_driver_executable

from mainstay.guide.cues import cues_of, words_of
from mainstay.guide.session import State
from mainstay.guide.state import begin, reduce, resumed
from mainstay.guide.view import view_of

HERE = Path(__file__).resolve().parent
MODULES = HERE.parents[1] / "src" / "mainstay" / "web" / "static" / "mainstay" / "js" / "guide"
OPTIONS = {"sleep_gap_seconds": 10, "halfway_hold_seconds": 20}
PHRASES = {
    "cue.ready": "Get ready.",
    "cue.rest": "Rest, {seconds} seconds.",
    "cue.change.right": "Now the right side.",
    "cue.change.left": "Now the left side.",
    "cue.hold": "Hold.",
    "cue.halfway": "Halfway.",
    "cue.own-pace": "{reps} times.",
    "cue.exercise-done": "Exercise done.",
    "cue.finish": "Well done.",
    "cue.paused": "Paused.",
    "cue.resumed": "Going on.",
}
Json = dict[str, Any]
Play = Mapping[str, Any]
"""``keys``, ``actions``, and where they matter ``pace``, ``done`` and other ``lines`` than the cases'."""


@cache
def the_lines() -> Json:
    """The lines that the cases are about."""
    return json.loads((HERE / "cases" / "lines.json").read_text(encoding="utf-8"))


def node(script: Path, document: object, timeout: float = 60) -> Any:
    """Run a script in the Node that Playwright brings; both ends are JSON."""
    program = compute_driver_executable()[0]
    done = subprocess.run(
        [program, "--no-warnings", str(script)],
        input=json.dumps(document),
        capture_output=True,
        text=True,
        timeout=timeout,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def in_browser_code(plays: Iterable[Play]) -> list[list[Json]]:
    """Play sessions through the modules that the browser runs."""
    document = [
        {
            "lines": play.get("lines") or the_lines(),
            "keys": play["keys"],
            "options": {
                "pace": play.get("pace", "paced"),
                "done": play.get("done"),
                "sleepGapSeconds": OPTIONS["sleep_gap_seconds"],
                "halfwayHoldSeconds": OPTIONS["halfway_hold_seconds"],
            },
            "phrases": PHRASES,
            "actions": play["actions"],
        }
        for play in plays
    ]
    return node(HERE / "play.mjs", {"modules": str(MODULES), "plays": document})


def in_terminal_code(play: Play) -> list[Json]:
    """Play a session through the terminal's reducer."""
    lines = play.get("lines") or the_lines()
    state = begin(lines, play["keys"], OPTIONS, pace=play.get("pace", "paced"), done=play.get("done"))
    steps = [_step(state, [])]
    for action in play["actions"]:
        before = state
        if action["type"] == "reload":
            state = resumed(msgspec.json.decode(msgspec.json.encode(state), type=State))
            steps.append(_step(state, []))
        else:
            state = reduce(state, action)
            steps.append(_step(state, cues_of(before, state)))
    return steps


def _step(state: State, cues: list[Any]) -> Json:
    view = msgspec.to_builtins(view_of(state))
    flat = {name: value for name, value in view.items() if name != "count"} | view["count"]
    told = [_cue(msgspec.to_builtins(cue)) for cue in cues]
    words = [words_of(cue, PHRASES) for cue in cues]
    kept = msgspec.json.decode(msgspec.json.encode(state))
    names = ("key", "sets", "over", "why", "rated")
    lines = [{name: line[name] for name in names} for line in kept["lines"]]
    return {"state": kept | {"lines": lines}, "view": flat, "cues": told, "words": words}


def _cue(cue: Json) -> Json:
    """A cue as the browser writes it, where a word has either text or a phrase."""
    say = [
        {"text": word["text"]}
        if word["text"] is not None
        else {"phrase": word["phrase"], "holes": word["holes"]}
        for word in cue["say"]
    ]
    return cue | {"say": say}
