"""The plain form of a session in a real browser, with scripts and without: everybody can use it."""

import re

import pytest
from playwright.sync_api import expect

from tests.web.test_checkin import GOOD
from tests.web.test_training import items, strength, ticks

SIZES = """() => [...document.querySelectorAll(
    'button, .button, .tile, summary, select, a.card, a.chip, a.back, .amount input')]
    .filter((e) => e.checkVisibility()).map((e) => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
    .filter(([, box]) => box.height < 44 || box.width < 44).map(([name, box]) => [name, box.height])"""


@pytest.fixture
def plain(page, live_server, client, diary, travel):
    """The plain form of a first session, open in the browser."""
    diary.set_up(experience="returning")
    started = client.post("/checkin/", GOOD).headers["Location"]
    page.goto(f"{live_server.url}{started}")
    return page


def test_the_plain_form_can_be_used_by_everybody(plain, accessible):
    accessible()
    assert plain.evaluate(SIZES) == []


def test_the_plain_form_leads_on_with_everything_that_was_ticked(plain, diary):
    for box in plain.locator('input[name="done"]').all():
        box.check(force=True)
    plain.get_by_role("button", name="Go on").click()
    plain.wait_for_url("**/rate/")
    assert {told["exercise"] for told in diary.told("set_performed")} == {i["exercise"] for i in items(diary)}


def test_this_hurts_keeps_the_ticks_and_is_answered(plain, diary, accessible):
    slug = strength(diary)
    plain.locator(f'#{slug} input[name="done"]').first.check(force=True)
    plain.locator(f"#{slug}").get_by_role("button", name="This hurts").click()
    plain.wait_for_url(re.compile(f"/hurts/{slug}/"))
    assert len(diary.told("set_performed")) == 1
    accessible()
    plain.get_by_role("button", name="What now?").click()
    expect(plain.get_by_role("alert")).to_be_focused()
    accessible()


@pytest.mark.parametrize("address", ["/library/", "/library/?role=glute", "/library/bird-dog/", "/checkin/"])
def test_the_other_pages_can_be_used_by_everybody(page, live_server, diary, travel, accessible, address):
    diary.set_up()
    page.goto(f"{live_server.url}{address}")
    accessible()
    assert page.evaluate(SIZES) == []


@pytest.mark.parametrize(("symptom", "pain"), [("ache", "3"), ("sharp", "6"), ("numbness", "2")])
def test_whatever_the_answer_to_pain_is_everybody_can_use_it(
    page, live_server, client, diary, travel, accessible, symptom, pain
):
    diary.set_up(experience="returning")
    started = client.post("/checkin/", GOOD).headers["Location"]
    hurts = f"{started}hurts/{strength(diary)}/"
    client.post(hurts, {"symptom": symptom, "pain": pain, "effort": "4"})
    page.goto(live_server.url + hurts)
    accessible()


def test_the_way_out_of_a_session_can_be_used_by_everybody(
    page, live_server, client, diary, travel, accessible
):
    diary.set_up(experience="returning")
    started = client.post("/checkin/", GOOD).headers["Location"]
    client.post(started, ticks(diary) | {"save": "1"})
    page.goto(f"{live_server.url}{started}rate/")
    accessible()
    assert page.evaluate(SIZES) == []
    slug = strength(diary)
    client.post(f"{started}rate/", {f"effort:{slug}": "9", f"pain:{slug}": "1"})
    page.goto(f"{live_server.url}{started}finish/")
    accessible()
    client.post(f"{started}finish/", {"effort": "9", "pain_after": "1"})
    page.goto(f"{live_server.url}{started}done/")
    accessible()
