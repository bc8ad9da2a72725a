"""A day between sessions in a real browser: a walk by the timer, a break, and both without a connection."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.django_db(transaction=True)

READY = "caches.match('/habits/').then(Boolean)"
DRAWN = "[...document.querySelectorAll('.moving img')].filter((one) => one.naturalWidth > 0).length"
KEPT = "caches.keys().then((names) => names.filter((name) => name.startsWith('mainstay-pages-')).length)"


def until(page, script, wanted):
    """Wait for what a page finds out in its own time."""
    for _ in range(300):
        if wanted(page.evaluate(script)):
            return
        page.wait_for_timeout(50)
    raise AssertionError(script)


def pass_time(trainee, minutes):
    """Let minutes pass at once, as on a phone that was locked."""
    trainee.now += timedelta(minutes=minutes)
    trainee.travel(trainee.now)
    trainee.page.clock.fast_forward(minutes * 60_000)


def test_a_walk_is_timed_through_a_locked_phone_and_a_reload_and_then_noted(trainee, diary, accessible):
    page = trainee.page
    trainee.open("/walk/")
    trainee.press("Start the timer")
    expect(page.get_by_role("button", name="Pause")).to_be_focused()
    pass_time(trainee, 8)
    page.reload()
    # The clock runs on while the test looks.
    expect(page.locator("[data-time]")).to_have_text(re.compile(r"8:[0-2]\d"))
    trainee.press("Pause")
    shown = page.locator("[data-time]").inner_text()
    pass_time(trainee, 30)
    expect(page.locator("[data-time]")).to_have_text(shown)
    trainee.press("Go on")
    pass_time(trainee, 4)
    expect(page.locator("[data-timer] [data-said]")).to_have_text("10 minutes. That is the walk for today.")
    trainee.press("Finish")
    expect(page.get_by_label("I walked")).to_be_focused()
    expect(page.get_by_label("I walked")).to_have_value("12")
    page.get_by_text("How it felt, if you like").click()
    trainee.choose("pain_now", "2")
    accessible()
    trainee.press("Note this walk")
    expect(page.get_by_role("heading", name="12 minutes walked today")).to_be_visible()
    expect(page.locator("[data-time]")).to_have_text("0:00")
    assert diary.told("walk_logged") == [{"minutes": 12}]
    assert diary.told("day_checked_in") == [{"pain_now": 2}]
    trainee.press("Take back 12 minutes, Monday 2 March")
    expect(page.get_by_role("heading", name="Note a walk")).to_be_visible()
    assert not diary.told("walk_logged")


def test_pages_seen_before_are_there_without_a_connection_and_what_is_noted_arrives(
    trainee, context, diary, accessible
):
    page = trainee.page
    trainee.open("/today/")
    until(page, READY, bool)
    context.set_offline(True)
    trainee.press("I walked 10 minutes")
    expect(page.locator("[data-told]")).to_contain_text("Noted on this device.")
    page.goto(trainee.address + "/breaks/")
    until(page, DRAWN, bool)
    accessible()
    trainee.press("Start 2 minutes")
    pass_time(trainee, 1)
    expect(page.locator("[data-break] [data-time]")).to_have_text(re.compile(r"1:00|0:[3-5]\d"))
    pass_time(trainee, 1)
    expect(page.locator("[data-break] [data-said]")).to_have_text("That was it. Press Done to note it.")
    trainee.press("Done")
    expect(page.locator("[data-told]")).to_contain_text("Noted on this device.")
    page.goto(trainee.address + "/walk/")
    page.get_by_label("I walked").fill("7")
    trainee.press("Note this walk")
    expect(page.locator("[data-told]")).to_contain_text("Noted on this device.")
    assert not diary.told("walk_logged")
    context.set_offline(False)
    trainee.until_saved()
    assert diary.told("habit_done") == [{"habit": "mobility-break"}]
    assert diary.told("walk_logged") == [{"minutes": 10}, {"minutes": 7}]
    page.goto(trainee.address + "/habits/")
    accessible()
    expect(page.get_by_text("Done once in the last seven days")).to_be_visible()
    page.evaluate("import('/static/mainstay/js/store.js').then((m) => m.open()).then((s) => s.forgetAll())")
    until(page, KEPT, lambda left: left == 0)
