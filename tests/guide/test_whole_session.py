"""A session as the coach plans it, from its packet to its end, in both players."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from mainstay.catalogue import load_catalogue
from mainstay.coach import fold
from mainstay.guide.packet import Known, day_packet
from mainstay.kernel import Event
from mainstay.words import phrases_in
from tests.guide.playing import in_browser_code, in_terminal_code

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
PROFILE: dict[str, Any] = {
    "birth_year": 1982,
    "experience": "regular",
    "months_in_pain": 0,
    "session_minutes": 25,
    "days": ["mon", "wed", "fri"],
    "equipment": ["mat", "chair", "wall", "band"],
}


@pytest.fixture(scope="module")
def packet() -> dict[str, Any]:
    catalogue = load_catalogue()
    numbers = {"age": 44, "pain-now": 2}
    asked = [q for q in catalogue.asked_in("full") if q.asked_if is None]
    answers = {q.id: numbers.get(q.id, "no") for q in asked}
    screened = {"questions": "t", "scope": "full", "answers": answers}
    before = NOW - timedelta(hours=1)
    events = (Event("1", "screening_answered", before, screened), Event("2", "profile_set", before, PROFILE))
    known = Known(catalogue, fold(catalogue, events).person, events, (), NOW, diary="", version="")
    return day_packet(known, NOW.date())


def play_of(packet: dict[str, Any]) -> dict[str, Any]:
    """The first session of the packet, run by the clock, each exercise rated two seconds after its end."""
    keys = packet["sessions"][0]["lines"]
    actions: list[dict[str, Any]] = [{"type": "start", "at": 0}]
    at = 0.0
    for key in keys:
        line = packet["lines"][key]
        end = at + sum(part["seconds"] for part in line["parts"]) * 1000
        while at < end:
            at = min(at + 900, end)
            actions.append({"type": "tick", "at": at})
        if line["rates"]:
            at += 2000
            actions.append({"type": "rate", "at": at})
    return {"keys": keys, "lines": packet["lines"], "actions": actions}


def test_a_planned_session_is_done_as_planned_and_takes_the_time_it_was_given(packet) -> None:
    play = play_of(packet)
    steps = in_terminal_code(play)
    assert in_browser_code([play])[0] == steps
    assert steps[-1]["view"]["mode"] == "over"
    for line in steps[-1]["state"]["lines"]:
        told = packet["lines"][line["key"]]
        assert line["over"] == "done"
        assert len(line["sets"]) == told["item"]["sets"] * max(1, len(told["item"]["sides"]))
        for one in line["sets"]:
            assert {name: value for name, value in one["done"].items() if value is not None} == told[
                "targets"
            ]
    planned = sum(packet["lines"][key]["seconds"] for key in packet["sessions"][0]["lines"])
    assert steps[0]["view"]["left"] <= planned
    left = [step["view"]["left"] for step in steps]
    assert left == sorted(left, reverse=True)


def test_whatever_is_said_is_in_words_and_every_phrase_is_there(packet) -> None:
    steps = in_terminal_code(play_of(packet))
    words = [word for step in steps for cue in step["cues"] for word in cue["say"]]
    assert {word["phrase"] for word in words if "phrase" in word} <= set(phrases_in())
    assert all(word["text"] for word in words if "text" in word)
