"""Leaving takes nothing along that is on a device alone: signing out, deleting all, a diary begun anew."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.sync.device import add, setting, unsaved, wait_until
from tests.sync.serving import Server

SAM = ("sam", "correct horse battery")


@pytest.fixture
def signed_in(page: Page, tmp_path):
    """Somebody signed in at an open server, at the settings."""
    server = Server(tmp_path / "data", login=SAM)
    server.start()
    page.goto(f"{server.url}/enter/?next=/settings/")
    page.get_by_label("Name").fill(SAM[0])
    page.get_by_label("Password").fill(SAM[1])
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/settings/")
    yield server
    server.kill()


def panel(page: Page):
    return page.get_by_role("region", name="On this device alone")


def cut_off_with(page: Page, *walks: int) -> None:
    """Let a device have something that the server has not heard of."""
    page.context.set_offline(True)
    add(page, *walks)


def test_nothing_is_asked_where_everything_is_saved(page, signed_in):
    add(page, 10)
    wait_until(lambda: unsaved(page) == 0)
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/enter/")
    assert setting(page, "diary") is None, "the device has forgotten the person"


def test_signing_out_waits_until_the_person_has_sent_what_is_here_alone(page, signed_in, accessible):
    cut_off_with(page, 10, 20)
    page.get_by_role("button", name="Sign out").click()
    expect(panel(page)).to_be_focused()
    expect(panel(page)).to_contain_text("2 entries are on this device alone")
    expect(panel(page)).to_contain_text("Signing out clears this device")
    accessible()
    page.get_by_role("button", name="Send to my diary").click()
    expect(panel(page)).to_contain_text("could not be sent just now")
    assert unsaved(page) == 2
    # It is sent by itself as soon as that is possible.
    page.context.set_offline(False)
    expect(panel(page)).to_contain_text("All of it is in your diary now")
    assert [walk["minutes"] for walk in signed_in.told("walk_logged")] == [10, 20]
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/enter/")


def test_what_is_dropped_is_dropped_knowingly(page, signed_in):
    cut_off_with(page, 10)
    page.get_by_role("button", name="Sign out").click()
    page.get_by_text("Or drop it").click()
    page.get_by_role("button", name="Drop it").click()
    expect(panel(page)).to_contain_text("tick the box")
    assert unsaved(page) == 1
    page.get_by_label("Yes, drop what is on this device alone").check()
    page.get_by_role("button", name="Drop it").click()
    expect(panel(page)).to_contain_text("It is gone")
    assert unsaved(page) == 0


def test_what_is_here_alone_can_be_kept_as_a_diary_file(page, server):
    page.goto(f"{server.url}/settings/")
    page.context.set_offline(True)
    events = add(page, 10, 20)
    expect(panel(page)).to_contain_text("2 entries")
    with page.expect_download() as download:
        page.get_by_role("button", name="Keep as a file").click()
    file = Path(download.value.path())
    assert download.value.suggested_filename.endswith(".jsonl")
    assert [json.loads(line) for line in file.read_text().splitlines()] == events
    page.context.set_offline(False)
    page.goto(f"{server.url}/settings/import/")
    page.get_by_label("Diary file").set_input_files(file)
    page.get_by_role("button", name="Bring it in").click()
    expect(page.get_by_role("status")).to_contain_text("Done")
    assert [walk["minutes"] for walk in server.told("walk_logged")] == [10, 20]


def test_a_clear_device_shows_no_panel(page, server):
    page.goto(f"{server.url}/settings/")
    expect(page.get_by_role("heading", name="Settings")).to_be_visible()
    expect(panel(page)).to_be_hidden()


def test_deleting_everything_waits_too(page, server):
    page.goto(f"{server.url}/settings/delete/")
    cut_off_with(page, 10)
    page.get_by_label("Yes, delete everything of mine").check()
    page.get_by_role("button", name="Delete everything").click()
    expect(panel(page)).to_be_focused()
    expect(panel(page)).to_contain_text("One entry is on this device alone")
    # It is sent by itself as soon as that is possible.
    page.context.set_offline(False)
    expect(panel(page)).to_contain_text("All of it is in your diary now")
    page.get_by_role("button", name="Delete everything").click()
    page.wait_for_url(f"{server.url}/")
    assert server.events == []


def test_events_for_a_diary_that_was_deleted_elsewhere_wait_for_a_decision(page, context, server):
    page.goto(f"{server.url}/today/")
    wait_until(lambda: setting(page, "diary") is not None)
    cut_off_with(page, 10)
    delete_elsewhere(context.browser.new_page(), server)
    context.set_offline(False)
    page.goto(f"{server.url}/settings/")
    page.get_by_role("button", name="Send to my diary").click()
    expect(panel(page)).to_contain_text("a diary that was deleted")
    assert (server.told("walk_logged"), unsaved(page)) == ([], 1)
    page.get_by_role("button", name="Add to the diary here").click()
    expect(panel(page)).to_contain_text("All of it is in your diary now")
    assert [walk["minutes"] for walk in server.told("walk_logged")] == [10]


def delete_elsewhere(page: Page, server: Server) -> None:
    """Delete everything, on another device."""
    page.goto(f"{server.url}/settings/delete/")
    page.get_by_label("Yes, delete everything of mine").check()
    page.get_by_role("button", name="Delete everything").click()
    page.wait_for_url(f"{server.url}/")
    page.context.close()


def test_a_device_on_which_all_is_saved_forgets_a_deleted_diary_by_itself(page, context, server):
    page.goto(f"{server.url}/today/")
    wait_until(lambda: setting(page, "diary") is not None)
    before = setting(page, "diary")
    delete_elsewhere(context.browser.new_page(), server)
    page.goto(f"{server.url}/train/")
    wait_until(lambda: setting(page, "diary") != before)
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_what_the_diary_refused_is_told_with_its_faults_and_is_not_lost(page, server):
    page.goto(f"{server.url}/settings/")
    add(page, -5)
    expect(panel(page)).to_contain_text("a number of minutes from 0 to 1440")
    expect(panel(page)).to_contain_text("One entry")
    assert unsaved(page) == 1


def test_the_day_says_whether_all_is_saved(page, server, accessible):
    page.goto(f"{server.url}/today/")
    state = page.locator("[data-sync]")
    expect(state).to_have_text("Saved")
    expect(state).to_have_role("status")
    accessible()
    page.context.set_offline(True)
    add(page, 10)
    expect(state).to_have_text("Saved on this device")
    page.context.set_offline(False)
    expect(state).to_have_text("Saved")
    add(page, -5)
    expect(state).to_contain_text("could not take some of it")
    page.get_by_role("link", name="Have a look").click()
    expect(panel(page)).to_be_in_viewport()
