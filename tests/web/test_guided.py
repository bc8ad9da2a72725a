"""The guided session in a real browser, from the first question to the last."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from mainstay.diary import store
from tests.web.guided import asked_sets, done_sets, items

SMALL = {"width": 320, "height": 640}
PHONE = {"width": 390, "height": 844}
LYING = {"width": 844, "height": 390}
DESK = {"width": 1280, "height": 800}


def way(manner, size, scheme, motion):
    """One way of training: by what, on which screen, in which light, with or without motion."""
    context = pytest.mark.browser_context_args(
        viewport=size, color_scheme=scheme, reduced_motion=motion, has_touch=manner == "touch"
    )
    name = f"{manner}-{size['width']}-{scheme}-{'still' if motion == 'reduce' else 'moving'}"
    return pytest.param(manner, id=name, marks=context)


WAYS = [
    way("touch", PHONE, "light", "no-preference"),
    way("touch", SMALL, "dark", "reduce"),
    way("touch", LYING, "light", "reduce"),
    way("keys", DESK, "dark", "no-preference"),
    way("keys", SMALL, "light", "reduce"),
    way("mouse", DESK, "light", "reduce"),
]


@pytest.mark.parametrize("manner", WAYS)
def test_a_whole_session_is_guided_and_every_set_of_it_is_in_the_diary_once(trainee, diary, manner, page):
    trainee.manner = manner
    trainee.open("/today/")
    trainee.press("Start the session")
    trainee.check_in()
    trainee.start()
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider <= 0
    trainee.train_to_the_end()
    trainee.finish()
    trainee.until_saved()
    assert done_sets(diary) == asked_sets(diary)
    told = {one["exercise"] for one in diary.told("exercise_rated")}
    assert told
    assert told <= {item["exercise"] for item in items(diary)}
    assert diary.told("session_finished") == [
        {"session": diary.told("session_started")[0]["session"], "effort": 5, "pain_after": 2}
    ]
    kinds = [event.kind for event in store.events_of(store.the_diary(), standing=True)]
    first = kinds.index("day_checked_in")
    assert kinds[first - 1] == "screening_answered"
    assert kinds[first + 1] == "session_started"
    assert kinds[-1] == "session_finished"


def test_nothing_that_was_left_open_is_written(trainee, diary):
    trainee.open()
    trainee.check_in()
    trainee.start()
    trainee.press("More")
    trainee.press("Enough for today")
    trainee.press("Leave these open")
    trainee.until_saved()
    assert diary.told("day_checked_in") == [{"pain_now": 2}]
    assert not diary.told("set_performed") + diary.told("exercise_rated") + diary.told("session_finished")


def test_what_is_missing_at_the_check_in_is_pointed_out(trainee, diary, page, accessible):
    trainee.open()
    trainee.press("Go on")
    expect(page.get_by_role("alert")).to_be_focused()
    assert page.get_by_role("alert").get_by_role("link").count() == 4
    accessible()
    assert not diary.told("day_checked_in")


def test_a_pause_holds_the_count_and_the_way_on_is_named(trainee, page):
    trainee.open()
    trainee.check_in()
    trainee.start()
    trainee.get_into_place()
    trainee.later(7)
    trainee.press("Pause")
    before = trainee.number
    trainee.later(60)
    assert trainee.number == before
    expect(page.get_by_role("button", name="Go on")).to_be_focused()


def test_the_keys_steer_the_player(trainee, page):
    trainee.open()
    trainee.check_in()
    trainee.start()
    first = trainee.title
    page.keyboard.press("Space")
    expect(page.locator(".guide")).to_have_attribute("data-mode", "paused")
    page.keyboard.press("Space")
    expect(page.locator(".guide")).to_have_attribute("data-mode", "running")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert trainee.title != first
    page.keyboard.press("h")
    expect(page.get_by_role("heading", level=1)).to_have_text("What does it feel like?")
    page.go_back()
    expect(page.locator(".guide")).to_have_attribute("data-mode", "paused")
    trainee.arrived()


def test_an_exercise_can_be_left_out_with_a_reason(trainee, diary, page):
    trainee.open()
    trainee.check_in()
    trainee.start()
    first = trainee.title
    trainee.press("More")
    page.get_by_text("Skip this exercise").click()
    trainee.press("No time")
    expect(page.get_by_role("heading", level=1)).not_to_have_text(first)
    trainee.until_saved()
    assert [one["why"] for one in diary.told("exercise_skipped")] == ["time"]


def test_something_else_takes_the_place_of_an_exercise(trainee, diary, page):
    trainee.open()
    trainee.check_in()
    trainee.start()
    trainee.until_saved()
    before = [item["exercise"] for item in items(diary)]
    trainee.press("More")
    page.get_by_text("Easier, harder, something else").click()
    swap = page.get_by_role("button", name=" instead").first
    name = swap.inner_text().removesuffix(" instead")
    swap.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    trainee.arrived()
    trainee.press("Start")
    trainee.until_saved()
    after = [item["exercise"] for item in items(diary)]
    assert len(after) == len(before)
    assert after[1:] == before[1:]
    assert after[0] != before[0]


def test_a_set_is_put_right_afterwards(trainee, diary, page):
    trainee.open()
    trainee.check_in()
    trainee.start()
    while trainee.kind is not None:
        trainee.later(9)
    page.locator("summary", has_text="Your sets").click()
    page.locator(".amount input").first.fill("1")
    trainee.press("Done as planned")
    trainee.until_saved()
    exercise = items(diary)[0]["exercise"]
    rated = [one for one in diary.told("set_performed") if one["set"] == 1]
    assert 1 in [one.get("reps", one.get("hold_seconds")) for one in rated], (exercise, rated)


def test_the_last_morning_is_asked_before_anything_else(trainee, diary, travel, page):
    session = diary.train(trainee.now + timedelta(minutes=1))
    trainee.now += timedelta(days=2)
    travel(trainee.now)
    trainee.open()
    expect(page.get_by_role("heading", level=1)).to_have_text("How is it this morning?")
    trainee.arrived()
    trainee.choose("pain", "1")
    trainee.press("Go on")
    trainee.check_in()
    trainee.start()
    trainee.until_saved()
    assert diary.told("morning_after") == [{"session": session, "pain": 1}]


def test_the_count_in_says_what_to_get_into_and_the_arrow_starts_at_once(trainee, page):
    trainee.open()
    trainee.check_in()
    trainee.start()
    trainee.until_saved()
    packet = page.evaluate(
        "() => fetch(`/api/v1/days/${new Date().toJSON().slice(0, 10)}`).then((a) => a.json())"
    )
    first = next(line for line in packet["lines"].values() if line["name"] == trainee.title)
    expect(page.locator(".guide")).to_have_attribute("data-kind", "ready")
    assert 0 < int(trainee.number) <= first["parts"][0]["seconds"]
    expect(page.locator(".guide-now")).to_have_text(first["set_up"][0])
    expect(page.locator(".guide-then")).to_contain_text("arrow")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".guide")).to_have_attribute("data-kind", "work")
    expect(page.locator(".guide-then")).not_to_contain_text("arrow")
