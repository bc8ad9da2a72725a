"""Two windows of one device: one of them leads through the session, and the other says so."""

from collections import Counter

import pytest
from playwright.sync_api import expect

from tests.web.guided import asked_sets, done_sets

ELSEWHERE = "Your session is open in another window"


def second_window(trainee, context):
    """Open the guided session once more; the first window stays."""
    first, trainee.page = trainee.page, context.new_page()
    trainee.open()
    return first, trainee.page


def heading(page):
    return page.get_by_role("heading", level=1)


@pytest.fixture
def playing(trainee):
    trainee.open()
    trainee.check_in()
    trainee.start()
    return trainee


def test_a_second_window_says_that_the_session_is_open_elsewhere(playing, context, accessible):
    playing.later(30)
    first, second = second_window(playing, context)
    expect(heading(second)).to_have_text(ELSEWHERE)
    playing.arrived()
    expect(first.locator(".guide")).to_have_attribute("data-mode", "running")
    accessible()


def test_the_session_goes_on_here_at_the_second_at_which_the_other_window_stopped(playing, context, diary):
    playing.go_to(lambda title: title != "Easy walk")
    playing.get_into_place()
    playing.later(2)
    title, number = playing.title, playing.number
    first, second = second_window(playing, context)
    playing.press("Carry on here")
    expect(second.locator(".guide")).to_have_attribute("data-mode", "paused")
    expect(heading(first)).to_have_text(ELSEWHERE)
    assert playing.title == title
    assert abs(int(playing.number) - int(number)) <= 2
    playing.arrived()
    playing.press("Go on")
    playing.train_to_the_end()
    playing.finish()
    playing.until_saved()
    # The walk was passed over.
    assert done_sets(diary) == [one for one in asked_sets(diary) if one[0] != "easy-walk"]


def test_a_session_can_be_taken_back_again(playing, context, diary):
    first, second = second_window(playing, context)
    playing.press("Carry on here")
    playing.press("Go on")
    playing.later(45)
    playing.page = first
    playing.press("Carry on here")
    expect(heading(second)).to_have_text(ELSEWHERE)
    playing.press("Go on")
    playing.train_to_the_end()
    playing.finish()
    playing.until_saved()
    assert done_sets(diary) == asked_sets(diary)
    assert len({one["session"] for one in diary.told("set_performed")}) == 1


def test_a_window_that_was_at_the_check_in_does_not_begin_a_second_session(trainee, context, diary):
    trainee.open()
    trainee.check_in()
    first, second = second_window(trainee, context)
    trainee.check_in()
    trainee.start()
    trainee.page = first
    trainee.press("Start training")
    expect(heading(first)).to_have_text(ELSEWHERE)
    trainee.press("Carry on here")
    expect(first.locator(".guide")).to_be_visible()
    expect(heading(second)).to_have_text(ELSEWHERE)
    trainee.until_saved()
    assert len({one["session"] for one in diary.told("session_started")}) == 1


def test_a_window_that_was_closed_is_in_nobodys_way(playing, context):
    first, second = playing.page, context.new_page()
    first.close()
    playing.page = second
    playing.open()
    expect(second.locator(".guide")).to_be_visible()


def test_a_finished_session_is_in_nobodys_way(playing, context):
    playing.press("More")
    playing.press("Enough for today")
    playing.press("Leave these open")
    expect(heading(playing.page)).not_to_have_text("And all in all?")
    _, second = second_window(playing, context)
    expect(heading(second)).not_to_have_text(ELSEWHERE)


def test_windows_that_cannot_speak_to_each_other_lose_nothing(trainee, context, diary):
    context.add_init_script("delete globalThis.BroadcastChannel")
    trainee.open()
    trainee.check_in()
    trainee.start()
    _, second = second_window(trainee, context)
    expect(second.locator(".guide")).to_have_attribute("data-mode", "paused")
    trainee.press("Go on")
    trainee.train_to_the_end()
    trainee.finish()
    trainee.until_saved()
    # The first window has counted along all the while, up to where it asks.
    assert Counter(done_sets(diary)).most_common(1)[0][1] == 2
    assert set(done_sets(diary)) == set(asked_sets(diary))
    assert len({one["session"] for one in diary.told("set_performed")}) == 1
