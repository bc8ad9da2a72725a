"""“This hurts” in the guided session: the coach's answer at once, without a connection, and what follows."""

import pytest
from playwright.sync_api import expect

from tests.web.guided import done_sets, items

HEADING = {"level": 1}


@pytest.fixture
def strength(trainee, diary, page):
    """In the middle of the first exercise that is rated, with nothing said of it yet."""
    trainee.open()
    trainee.check_in()
    trainee.start()
    trainee.until_saved()
    rated = [
        block["items"]
        for block in diary.told("session_started")[-1]["plan"]["blocks"]
        if block["block"] != "warm-up"
    ]
    exercise = rated[0][0]["exercise"]
    name = page.evaluate("slug => fetch(`/library/${slug}/`).then((a) => a.text())", exercise)
    trainee.go_to(lambda title: f">{title}</h1>" in name)
    trainee.get_into_place()
    trainee.later(3)
    return exercise


def test_a_mild_pain_is_answered_and_the_session_goes_on_where_it_was(strength, trainee, page, diary):
    at = trainee.title
    trainee.tell_pain("ache", 2)
    expect(page.get_by_role("heading", **HEADING)).to_have_text("That can be all right")
    trainee.press("Go on, more gently")
    expect(page.get_by_role("heading", **HEADING)).to_have_text(at)
    expect(page.locator(".guide")).to_have_attribute("data-mode", "paused")
    trainee.arrived()
    trainee.until_saved()
    [told] = diary.told("exercise_rated")
    assert (told["exercise"], told["symptom"], told["pain"], told["effort"]) == (strength, "ache", 2, 5)


def test_a_strong_pain_ends_the_exercise_also_without_a_connection(strength, trainee, page, diary, context):
    context.set_offline(True)
    at = trainee.title
    trainee.tell_pain("ache", 9)
    assert "9" in page.locator(".notice").inner_text()
    trainee.press("Go on with the session")
    expect(page.get_by_role("heading", **HEADING)).not_to_have_text(at)
    expect(page.locator(".guide")).to_have_attribute("data-mode", "waiting")
    assert not diary.told("exercise_rated")
    context.set_offline(False)
    trainee.until_saved()
    [told] = diary.told("exercise_rated")
    assert (told["exercise"], told["pain"]) == (strength, 9)


def test_after_numbness_nothing_is_trained_until_it_was_looked_at(strength, trainee, page, diary):
    trainee.tell_pain("numbness", 3)
    expect(page.get_by_role("link", name="Answer the safety questions")).to_be_visible()
    trainee.press("Close this session")
    trainee.finish()
    trainee.until_saved()
    assert len(diary.told("session_finished")) == 1
    page.goto(trainee.address + "/train/")
    expect(page.get_by_role("link", name="Answer the safety questions")).to_be_visible()
    assert not page.get_by_role("button", name="Go on", exact=True).count()


def test_a_second_strong_pain_ends_the_session(strength, trainee, page, diary):
    trainee.tell_pain("ache", 9)
    trainee.press("Go on with the session")
    trainee.press("Start")
    trainee.get_into_place()
    trainee.later(3)
    trainee.tell_pain("sharp", 7)
    expect(page.get_by_role("heading", **HEADING)).to_have_text("That is enough for today")
    trainee.press("Close this session")
    trainee.finish()
    trainee.until_saved()
    assert [one["pain"] for one in diary.told("exercise_rated")] == [9, 7]


def test_leaving_it_out_after_a_mild_pain_is_written_with_its_reason(strength, trainee, diary):
    trainee.tell_pain("soreness", 3)
    trainee.press("Leave it out today")
    trainee.arrived()
    trainee.until_saved()
    assert diary.told("exercise_skipped") == [
        {"session": diary.told("session_started")[0]["session"], "exercise": strength, "why": "pain"}
    ]


def test_going_back_from_the_questions_tells_nothing(strength, trainee, page, diary):
    trainee.press("This hurts")
    trainee.act(page.locator('.pick[value="ache"]'))
    trainee.press("Back")
    expect(page.get_by_role("heading", **HEADING)).to_have_text("What does it feel like?")
    trainee.press("Back")
    expect(page.locator(".guide")).to_be_visible()
    trainee.arrived()
    trainee.until_saved()
    assert not diary.told("exercise_rated")


def test_what_was_done_before_the_pain_is_kept(strength, trainee, diary):
    before = len(done_sets(diary))
    for _ in range(40):
        if len(done_sets(diary)) > before:
            break
        trainee.later(9)
    trainee.until_saved()
    slugs = {item["exercise"] for item in items(diary)}
    assert {slug for slug, _, _ in done_sets(diary)} <= slugs
