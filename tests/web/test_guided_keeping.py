"""A device that cannot keep what is done: it is said, the session goes on, and nothing is called saved."""

import pytest
from playwright.sync_api import expect

from tests.web.guided import asked_sets, done_sets

# What a full device does: it reads, and aborts what would write.
FULL = """() => { globalThis.put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }; }"""
ROOM = "() => { IDBObjectStore.prototype.put = globalThis.put; }"
SAID = "This device cannot keep what you do"


@pytest.fixture
def full(trainee, page):
    """Somebody in the middle of a session, on a device that has just become full."""
    trainee.open()
    trainee.check_in()
    trainee.start()
    trainee.until_saved()
    page.evaluate(FULL)
    trainee.press("Next")
    trainee.later(9)
    expect(page.get_by_role("alert").filter(has_text=SAID)).to_be_visible()
    return trainee


def test_a_full_device_says_so_and_calls_nothing_saved(full, page, accessible):
    expect(page.locator("[data-sync]")).to_have_attribute("data-state", "not-kept")
    expect(page.locator(".guide")).to_have_attribute("data-mode", "running")
    for name in ("Pause", "This hurts", "More"):
        expect(page.get_by_role("button", name=name)).to_be_in_viewport(ratio=1)
    accessible()


@pytest.mark.browser_context_args(viewport={"width": 320, "height": 640})
def test_on_the_smallest_screen_the_line_leaves_room_for_the_keys(full, page):
    for name in ("Pause", "This hurts", "More"):
        expect(page.get_by_role("button", name=name)).to_be_in_viewport(ratio=1)
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider <= 0


def test_what_was_done_on_a_full_device_is_in_the_diary_once_there_is_room(full, page, diary):
    full.train_to_the_end()
    before = len(done_sets(diary))
    page.evaluate(ROOM)
    full.later(9)
    expect(page.get_by_role("alert").filter(has_text=SAID)).to_have_count(0)
    full.finish()
    full.until_saved()
    assert before < len(done_sets(diary))
    assert done_sets(diary) == [one for one in asked_sets(diary) if one in done_sets(diary)]
    assert len(diary.told("session_finished")) == 1


def test_a_session_can_be_ended_on_a_full_device(full, page, diary):
    full.train_to_the_end()
    full.finish()
    expect(page.get_by_role("alert").filter(has_text=SAID)).to_be_visible()
    expect(page.locator("[data-sync]")).to_have_attribute("data-state", "not-kept")
    expect(page.get_by_text("Your coach decides when this device has been online.")).to_be_visible()
    assert not diary.told("session_finished")


def test_leaving_is_asked_about_while_something_is_in_this_page_alone(full, page):
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    with page.expect_event("dialog"):
        page.get_by_role("button", name="Leave for now").click()
    assert asked == ["beforeunload"]
    expect(page.locator(".guide")).to_be_visible()
    page.evaluate(ROOM)
    full.later(9)
    page.get_by_role("button", name="Leave for now").click()
    expect(page).to_have_url(f"{full.address}/today/")


def test_a_device_that_keeps_nothing_from_the_start_leads_to_the_plain_form(trainee, page):
    page.add_init_script(f"({FULL})()")
    trainee.open()
    expect(page.get_by_role("link", name="Open the plain form")).to_be_visible()
    trainee.arrived()


FOUND_LATE = """() => { const late = [];
    speechSynthesis.getVoices = () => late;
    globalThis.find = () => {
        late.push({ name: 'Ada', lang: 'en-GB', localService: true, default: true });
        speechSynthesis.dispatchEvent(new Event('voiceschanged'));
    }; }"""


def test_voices_that_the_device_finds_late_can_be_chosen_in_the_open_panel(trainee, page):
    page.add_init_script(f"({FOUND_LATE})()")
    trainee.open()
    trainee.check_in()
    page.locator("summary", has_text="Pace, sound and voice").click()
    expect(page.get_by_text("no voice of its own")).to_be_visible()
    page.evaluate("find()")
    expect(page.get_by_role("combobox", name="Voice")).to_contain_text("Ada")
    expect(page.get_by_text("no voice of its own")).to_have_count(0)
