"""The count against the monotonic clock: ten minutes of late and uneven pictures, and three minutes of sleep.

The time here is virtual, the driver and the reducer are the real ones; ``tests/web/test_guide_clock.py``
measures a real stretch in a real browser.
"""

from math import ceil
from typing import Any

import pytest

from tests.guide.playing import HERE, MODULES, OPTIONS, node

READY, REPS, UP, DOWN = 5, 150, 2.0, 2.0
LATEST_PICTURE = 200
Json = dict[str, Any]


def ten_minutes() -> Json:
    """One set of 150 repetitions of four seconds: ten minutes without a rest."""
    phases = (("Up", UP), ("Down", DOWN))
    beats = [
        {
            "name": name,
            "phase": name,
            "breath": "in",
            "seconds": seconds,
            "rep": rep,
            "hold": False,
            "stop": None,
        }
        for rep in range(1, REPS + 1)
        for name, seconds in phases
    ]
    work = {"kind": "work", "seconds": REPS * (UP + DOWN), "set": 1, "side": ""}
    parts = [{"kind": "ready", "seconds": READY, "set": 1, "side": ""}, work]
    return {
        "exercise": "squat",
        "counts": "reps",
        "rates": True,
        "targets": {"reps": REPS},
        "parts": parts,
        "beats": beats,
        "say": {"intro": "", "set": {}},
    }


def played(seed: int, sleep: int | None = None) -> Json:
    options = {"sleepGapSeconds": OPTIONS["sleep_gap_seconds"], "halfwayHoldSeconds": 20}
    document = {"modules": str(MODULES), "line": ten_minutes(), "options": options}
    return node(HERE / "drift.mjs", document | {"seconds": 604.9, "seed": seed, "sleep": sleep})


def true_count(now: float) -> int:
    """What the clock on the wall would count, by plain arithmetic."""
    seconds = now / 1000
    return ceil(READY - seconds) if seconds < READY else int((seconds - READY) // (UP + DOWN)) + 1


@pytest.mark.parametrize("seed", [7, 71, 713])
def test_over_ten_minutes_of_late_pictures_the_count_is_right_in_every_one(seed: int) -> None:
    ticks = played(seed)["ticks"]
    assert ticks[-1][0] > 600_000
    wrong = [(now, number) for now, number, *_ in ticks if number != true_count(now)]
    assert wrong == []


def test_over_ten_minutes_no_spoken_count_is_later_than_the_picture_it_waits_for() -> None:
    heard = [now for now, sound in played(7)["cues"] if sound == "rep"]
    due = [(READY + rep * (UP + DOWN)) * 1000 for rep in range(1, REPS)]
    assert len(heard) == len(due)
    late = [now - at for now, at in zip(heard, due, strict=True)]
    assert all(0 <= one <= LATEST_PICTURE for one in late)
    # What is late does not add up: the last minute is no later than the first.
    assert abs(sum(late[-15:]) - sum(late[:15])) / 15 < 50


def test_after_three_minutes_of_sleep_the_first_picture_is_right_and_nothing_missed_is_told() -> None:
    run = played(7, sleep=60)
    before = [tick for tick in run["ticks"] if tick[0] < 61_000][-1]
    first = next(tick for tick in run["ticks"] if tick[0] > 200_000)
    assert first[0] - before[0] > 180_000
    assert first[1] == true_count(first[0])
    at_waking = [sound for now, sound in run["cues"] if before[0] < now <= first[0]]
    assert at_waking == []
