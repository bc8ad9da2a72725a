"""The screens on which nothing is trained, or not yet: everybody can use them, and each says what to do."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from tests.web.conftest import MONDAY
from tests.web.guided import Trainee
from tests.web.test_guided_states import SIZES


@pytest.fixture
def visitor(page, live_server, travel, no_faults, accessible):
    """Somebody before a screen that everybody can use, in light and dark, on every width."""

    def check():
        accessible()
        assert page.evaluate(SIZES) == [], visitor.title

    visitor = Trainee(page, live_server.url, travel, MONDAY, check=check)
    return visitor


def shown(visitor, heading):
    """The screen has this heading, and it can be used."""
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text(heading)
    visitor.arrived()


def way_on(visitor, link):
    """The main way on has a name, and is there."""
    return visitor.page.get_by_role("link", name=link, exact=True).get_attribute("href")


def test_the_morning_question(visitor, diary, travel):
    diary.set_up()
    diary.train(visitor.now + timedelta(minutes=1))
    visitor.now += timedelta(days=2)
    travel(visitor.now)
    visitor.open()
    shown(visitor, "How is it this morning?")


def test_somebody_new_is_led_to_the_questions_about_them(visitor, diary):
    visitor.open()
    shown(visitor, "First a little about you")
    assert way_on(visitor, "Begin") == "/"


def test_a_verdict_that_stands_is_the_first_thing_that_is_told(visitor, diary):
    diary.set_up()
    answers = {"today-nerves": "yes", "today-unwell": "no", "today-fall": "no"}
    diary.write("screening_answered", MONDAY, questions="test", scope="short", answers=answers)
    visitor.open()
    shown(visitor, "Please get care now")
    assert way_on(visitor, "See what it means").startswith("/safety/")


def test_a_day_of_rest_says_when_it_goes_on(visitor, diary, travel):
    diary.set_up()
    visitor.now += timedelta(days=1)
    travel(visitor.now)
    visitor.open()
    expect(visitor.page.get_by_text("Your next session is tomorrow.")).to_be_visible()
    visitor.arrived()


@pytest.mark.parametrize(
    ("question", "numbers"), [("today-nerves", True), ("today-unwell", False), ("today-fall", False)]
)
def test_an_answer_that_stands_in_the_way_says_who_looks_at_it(visitor, diary, page, question, numbers):
    diary.set_up()
    visitor.open()
    visitor.choose("pain_now", "2")
    for asked in ("today-nerves", "today-unwell", "today-fall"):
        visitor.choose(asked, "yes" if asked == question else "no")
    visitor.press("Go on")
    expect(page.locator(".verdict")).to_be_visible()
    visitor.arrived()
    assert (page.locator("a[href^='tel:']").count() > 0) == numbers
    visitor.press("Go back and change it")
    expect(page.get_by_role("heading", name="How are you today?")).to_be_focused()


def test_a_day_that_this_device_knows_nothing_of(visitor, diary, page):
    page.route("**/api/v1/**", lambda route: route.abort())
    visitor.open()
    shown(visitor, "Not on this device yet")
