"""The guided session without a connection: it goes on, it is found again, and nothing is written twice."""

import pytest
from playwright.sync_api import expect

from tests.web.guided import asked_sets, done_sets

PREPARED = "import('/static/mainstay/js/store.js').then((m) => m.open()).then((s) => s.setting('prepared'))"


@pytest.fixture
def prepared(trainee, page):
    """A device that has been on the Today page: the week and the shell are on it."""
    trainee.open("/today/")
    for _ in range(1200):
        if page.evaluate(PREPARED):
            return trainee
        page.wait_for_timeout(50)
    raise AssertionError("the week is not on the device after a minute")


def another_tab(trainee, context):
    """The tab is gone, without a word to the page; another one is opened."""
    page = context.new_page()
    trainee.page.close()
    trainee.page = page
    trainee.open()
    return page


def test_a_whole_session_without_a_connection_is_in_the_diary_once_it_is_back(prepared, context, diary):
    context.set_offline(True)
    prepared.press("Start the session")
    prepared.check_in()
    prepared.start()
    prepared.train_to_the_end()
    prepared.finish()
    expect(prepared.page.get_by_text("Your coach decides when this device has been online.")).to_be_visible()
    assert not diary.told("session_started")
    context.set_offline(False)
    prepared.until_saved()
    assert done_sets(diary) == asked_sets(diary)
    assert len(diary.told("session_finished")) == 1


def test_the_network_may_break_in_the_middle(prepared, context, diary):
    prepared.press("Start the session")
    prepared.check_in()
    prepared.start()
    prepared.later(30)
    context.set_offline(True)
    prepared.train_to_the_end()
    context.set_offline(False)
    prepared.finish()
    prepared.until_saved()
    assert done_sets(diary) == asked_sets(diary)


def test_a_tab_that_was_killed_is_found_again_at_the_same_second_and_paused(prepared, context, diary):
    prepared.press("Start the session")
    prepared.check_in()
    prepared.start()
    prepared.go_to(lambda title: title != "Easy walk")
    prepared.get_into_place()
    prepared.later(3)
    prepared.page.wait_for_timeout(300)
    title, where = prepared.title, prepared.page.locator(".guide-where").inner_text()
    number = prepared.number
    context.set_offline(True)
    page = another_tab(prepared, context)
    expect(page.locator(".guide")).to_have_attribute("data-mode", "paused")
    assert (prepared.title, page.locator(".guide-where").inner_text()) == (title, where)
    assert abs(int(prepared.number) - int(number)) <= 1
    prepared.arrived()
    prepared.press("Go on")
    prepared.train_to_the_end()
    context.set_offline(False)
    prepared.finish()
    prepared.until_saved()
    assert len(done_sets(diary)) == len(set(done_sets(diary)))


def test_a_reload_between_the_sets_writes_none_of_them_twice(prepared, diary):
    prepared.press("Start the session")
    prepared.check_in()
    prepared.start()
    for _ in range(4):
        prepared.later(45)
        prepared.page.reload()
        prepared.page.locator(".guide, form").first.wait_for()
        if prepared.kind is None:
            prepared.rate(5, 2)
        else:
            prepared.press_first("Go on", "Start", "Pause")
    prepared.train_to_the_end()
    prepared.finish()
    prepared.until_saved()
    assert done_sets(diary) == asked_sets(diary)


def test_a_session_is_carried_on_on_another_device(prepared, browser, browser_context_args, diary):
    prepared.press("Start the session")
    prepared.check_in()
    prepared.start()
    prepared.later(150)
    prepared.press("Pause")
    prepared.until_saved()
    done = done_sets(diary)
    assert done
    other = browser.new_context(**browser_context_args)
    prepared.page = other.new_page()
    prepared.open()
    expect(prepared.page.locator(".guide")).to_have_attribute("data-mode", "waiting")
    prepared.press("Start")
    prepared.train_to_the_end()
    prepared.finish()
    prepared.until_saved()
    other.close()
    assert done_sets(diary) == asked_sets(diary)


def test_a_device_that_was_never_prepared_says_what_would_help(trainee, context, page):
    page.route("**/api/v1/**", lambda route: route.abort())
    trainee.open()
    expect(page.get_by_role("button", name="Try again")).to_be_visible()
    trainee.arrived()
    page.unroute("**/api/v1/**")
    trainee.press("Try again")
    expect(page.get_by_role("heading", name="How are you today?")).to_be_visible()
