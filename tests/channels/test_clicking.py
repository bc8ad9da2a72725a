"""The service worker's part for reminders: what it makes of odd messages, and where a click leads."""

import json
from pathlib import Path

import pytest

from tests.guide.playing import MODULES, node

HERE = Path(__file__).resolve().parent
HOME = "https://coach.example/today/"
SESSION = "https://coach.example/train/"
PAGE = "https://coach.example/progress/"

MESSAGES = {
    "a message that says nothing": None,
    "a message that is no message of ours": "hello",
    "an empty message": "{}",
    "a message with a word": json.dumps({"key": "k", "title": "T", "body": "B", "answer": "a"}),
}
CLICKS = {
    "no page is open": ([], "/walk/", [["open", "https://coach.example/walk/"]]),
    "a page is open": (
        [PAGE],
        "/walk/",
        [["navigate", "https://coach.example/walk/"], ["focus", "https://coach.example/walk/"]],
    ),
    "a session is under way": ([PAGE, SESSION], "/today/", [["focus", SESSION]]),
    "an address of somebody else": ([], "https://evil.example/", [["open", HOME]]),
    "an address of somebody else in disguise": ([], "//evil.example/", [["open", HOME]]),
    "no address": ([], None, [["open", HOME]]),
}


@pytest.fixture(scope="module")
def played():
    cases = [{"data": data, "pages": []} for data in MESSAGES.values()]
    cases += [{"pages": pages, "url": url} for pages, url, _ in CLICKS.values()]
    script = MODULES.parent / "reminders" / "push.js"
    came = node(HERE / "clicking.mjs", {"script": str(script), "cases": cases})
    return dict(zip([*MESSAGES, *CLICKS], came, strict=True))


@pytest.mark.parametrize("case", list(MESSAGES)[:3])
def test_something_is_always_shown_since_the_browser_asks_for_it(played, case):
    assert [(one["title"], one["body"], one["actions"]) for one in played[case]["shown"]] == [
        ("Mainstay", "Something.", [])
    ]


def test_only_a_message_with_a_word_can_be_answered(played):
    [shown] = played["a message with a word"]["shown"]
    assert shown["tag"] == "k"
    assert [one["action"] for one in shown["actions"]] == ["later", "not_today"]


@pytest.mark.parametrize("case", CLICKS)
def test_a_click_leads_into_the_app_and_never_out_of_a_session(played, case):
    assert played[case]["done"] == CLICKS[case][2]
