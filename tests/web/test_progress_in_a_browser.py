"""Progress in a real browser: usable by everybody, read with the keyboard, and files sent with a bar."""

import json
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from playwright.sync_api import expect

from tests.exchange.people import course
from tests.questionnaire.forms import GARDEN
from tests.web.looking import stored
from tests.web.test_take_along import apple

pytestmark = pytest.mark.django_db(transaction=True)

PAGES = (
    "",
    "?span=all",
    "exercises/",
    "week/",
    "own-days/",
    "measures/",
    "measures/own-activities/",
    "measures/change-since-start/",
    "measures/odi/",
    "measures/bring/",
    "tests/",
    "tests/side-bridge/",
    "tests/front-plank/",
    "report/",
)


@pytest.fixture
def after_weeks(travel):
    """Fourteen weeks, on a day with a check-in on which self-tests are due."""
    diary = course(14)
    end = diary.events[-1].at + timedelta(hours=3)
    diary.write("day_checked_in", 98, 8, pain_now=1)
    stored(diary.events)
    travel(diary.events[-1].at + timedelta(hours=1))
    return end


@pytest.mark.parametrize("path", PAGES)
def test_every_page_can_be_used_by_everybody(page, live_server, after_weeks, accessible, no_faults, path):
    page.goto(f"{live_server.url}/progress/{path}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    for fold in page.locator("details").all():
        fold.evaluate("fold => { fold.open = true }")
    accessible()


def test_a_brought_questionnaire_can_be_used_by_everybody(page, live_server, client, after_weeks, accessible):
    file = SimpleUploadedFile("form.json", json.dumps(GARDEN).encode())
    address = client.post("/progress/measures/bring/", {"questionnaire": file})["Location"]
    page.goto(live_server.url + address)
    accessible()


@pytest.mark.parametrize(("width", "shown"), [(390, "narrow"), (1280, "wide")])
def test_one_drawing_is_shown_and_its_words_can_be_read(page, live_server, after_weeks, width, shown):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{live_server.url}/progress/")
    frame = page.locator("[data-chart]").first
    visible = frame.locator("svg:visible")
    expect(visible).to_have_count(1)
    expect(frame.locator(f".{shown}-chart svg")).to_be_visible()
    size = visible.evaluate(
        "svg => parseFloat(getComputedStyle(svg.querySelector('text')).fontSize)"
        " * svg.clientWidth / svg.viewBox.baseVal.width"
    )
    assert size >= 11


def test_a_chart_is_read_with_the_arrow_keys_and_the_pointer(page, live_server, after_weeks, no_faults):
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{live_server.url}/progress/")
    frame = page.locator("[data-chart]").first
    told = frame.get_by_role("status")
    frame.locator(".wide-chart").focus()
    page.keyboard.press("End")
    expect(told).to_have_text("13 Apr 2026: 1")
    page.keyboard.press("ArrowLeft")
    expect(told).not_to_have_text("13 Apr 2026: 1")
    page.keyboard.press("Tab")
    expect(told).to_be_empty()
    frame.locator(".wide-chart circle[data-said]").last.hover()
    expect(told).not_to_be_empty()


def test_without_scripts_the_charts_and_their_numbers_are_there(browser, live_server, after_weeks):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{live_server.url}/progress/")
    expect(page.locator("[data-chart] svg:visible").first).to_be_visible()
    page.get_by_text("The numbers").first.click()
    expect(page.locator("table:visible").first).to_be_visible()
    page.context.close()


def test_at_twice_the_size_nothing_is_cut_off(page, live_server, after_weeks):
    page.set_viewport_size({"width": 640, "height": 400})
    page.goto(f"{live_server.url}/progress/")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    wider = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wider) <= 0


def test_a_file_is_sent_with_a_bar_and_its_outcome_told(page, live_server, diary, travel):
    diary.set_up()
    page.goto(f"{live_server.url}/settings/import/")
    data = {"name": "export.xml", "mimeType": "text/xml", "buffer": apple()}
    page.get_by_label("Diary file").set_input_files([data])
    page.get_by_role("button", name="Bring it in").click()
    expect(page.get_by_text("Done: 2 walks or days added")).to_be_visible()
    page.get_by_role("button", name="Bring it in").click()
    expect(page.get_by_text("Please choose a file first")).to_be_visible()
    page.get_by_label("Diary file").set_input_files([data])
    page.get_by_role("button", name="Bring it in").click()
    expect(page.get_by_text("2 were here already")).to_be_visible()
    assert len(diary.told("walk_logged")) == 2
