"""How cues are given: by which voice, over what, and what never leaves the device."""

from typing import Any

import pytest

from tests.guide.playing import HERE, MODULES, PHRASES, node


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    return node(HERE / "signals.mjs", {"modules": str(MODULES), "phrases": PHRASES})


def test_only_voices_that_live_on_the_device_are_offered_the_british_ones_first(told) -> None:
    assert told["order"] == ["Ada", "Homer"]


def test_without_a_voice_of_its_own_the_device_says_nothing(told) -> None:
    assert told["remoteOnly"] == []


def test_a_count_gives_way_to_a_sentence_and_is_cut_off_by_the_next(told) -> None:
    assert told["spoken"] == [
        ["Get ready.", "Ada", 0.5],
        ["2", "Ada", 0.5],
        ["(cut off)"],
        ["1", "Ada", 0.5],
        ["(cut off)"],
        ["Reach", "Ada", 0.5],
    ]


SAID = ["voice", "Rest, 20 seconds. Set 2 of 2."]
TURNED_OFF = [["hush"], ["signals", "silent"]]


def test_voice_and_sounds_are_given_as_chosen_and_silence_is_silence(told) -> None:
    assert told["both"] == [["sound", "end", 0.8], SAID, *TURNED_OFF]
    assert told["voice"] == [SAID, *TURNED_OFF]
    assert told["sound"] == [["sound", "end", 0.2], *TURNED_OFF]


def test_every_cue_that_sounds_has_a_tone(told) -> None:
    wanted = {"ready", "count", "work", "rep", "phase", "hold", "halfway", "end", "change", "finish"}
    assert set(told["sounds"]) == wanted


def test_done_is_heard_on_the_device_or_not_at_all(told) -> None:
    assert told["local"]["can"] is True
    assert told["local"]["made"][0] == {"langs": ["en-GB"], "processLocally": True}
    assert {"locally": True} in told["local"]["made"]
    assert told["local"]["words"] == ["done"]
    assert told["local"]["made"].count("start") == 1
    assert told["later"]["can"] is False
    assert "start" not in told["later"]["made"]
    assert told["none"] is False
