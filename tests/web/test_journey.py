"""The whole way in a real browser: from the welcome to a second week that has changed."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.web.conftest import MONDAY

pytestmark = pytest.mark.django_db(transaction=True)

DAY = timedelta(days=1)


def nothing():
    """Check nothing: what an open page is like is another test's matter."""


def pick(page: Page, name: str, value: str) -> None:
    page.locator(f'input[name="{name}"][value="{value}"]').check()


def go_on(page: Page) -> None:
    with page.expect_navigation():
        page.locator("main form .button").first.click()


def press(page: Page, button: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=button, exact=True).click()


def follow(page: Page, link: str) -> None:
    with page.expect_navigation():
        page.get_by_role("link", name=link, exact=True).click()


def answer_safety(page: Page, check=nothing) -> None:
    follow(page, "Begin with the safety questions")
    while "/safety/result/" not in page.url:
        for question in page.locator("fieldset.question:visible").all():
            choices = question.locator('input[value="no"], input[value="2"]')
            choices.first.check()
        if page.locator("input[name=age]").count():
            page.get_by_label("How old are you?").fill("44")
        check()
        go_on(page)
    check()


def tell_about_oneself(page: Page, check=nothing) -> None:
    follow(page, "Now a little about you")
    while "/about/" in page.url:
        if "/time/" in page.url:
            for day in ("mon", "fri"):
                pick(page, "days", day)
            page.locator('input[name="days"][value="wed"]').uncheck()
        check()
        go_on(page)


def check_in(page: Page) -> None:
    follow(page, "Start the session")
    follow(page, "Go on without it")
    pick(page, "pain_now", "2")
    for question in ("today-nerves", "today-unwell", "today-fall"):
        pick(page, question, "no")
    press(page, "Start training")


def train(page: Page) -> None:
    """Tick every set of the plain player, rate each exercise and finish."""
    check_in(page)
    for box in page.locator('input[name="done"]').all():
        box.check()
    press(page, "Go on")
    for card in page.locator("main section.card").all():
        card.locator('input[name^="effort:"][value="5"]').check()
        card.locator('input[name^="pain:"][value="2"]').check()
    press(page, "Go on")
    pick(page, "effort", "5")
    pick(page, "pain_after", "2")
    press(page, "Finish the session")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Well done")


def tell_the_morning(page: Page) -> None:
    follow(page, "Answer in one tap")
    pick(page, "pain", "2")
    go_on(page)


@pytest.fixture
def plain_page(browser, browser_context_args, live_server):
    """A browser that runs no scripts."""
    context = browser.new_context(**browser_context_args, java_script_enabled=False, base_url=live_server.url)
    yield context.new_page()
    context.close()


def test_two_good_sessions_change_the_second_week_and_no_script_is_needed(plain_page, travel, diary):
    page = plain_page
    page.goto("/")
    answer_safety(page)
    tell_about_oneself(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Your week")
    follow(page, "Start today")
    train(page)
    travel(MONDAY + DAY)
    page.goto("/today/")
    tell_the_morning(page)
    travel(MONDAY + 4 * DAY)
    page.goto("/today/")
    train(page)
    travel(MONDAY + 5 * DAY)
    page.goto("/today/")
    tell_the_morning(page)
    expect(page.get_by_role("heading", name="What changed, and why")).to_be_visible()
    travel(MONDAY + 7 * DAY)
    page.goto("/today/")
    expect(page.get_by_text("One step up. Two good sessions in a row").first).to_be_visible()
    assert len(diary.told("session_finished")) == 2


def test_every_screen_up_to_the_first_session_can_be_used_by_everybody(page, live_server, travel, accessible):
    page.goto(live_server.url)
    accessible()
    answer_safety(page, accessible)
    tell_about_oneself(page, accessible)
    for path in ("/today/", "/programme/?exercise=superman", "/history/", "/settings/", "/flare/"):
        page.goto(live_server.url + path)
        accessible()
    for path in (
        "/settings/import/",
        "/settings/delete/",
        "/about-mainstay/",
        "/safety/cleared/",
        "/about/limits/",
    ):
        page.goto(live_server.url + path)
        accessible()


def test_a_locked_programme_can_be_used_by_everybody(page, live_server, diary, travel, accessible):
    diary.write("screening_answered", MONDAY, questions="t", scope="full", answers={"saddle-numbness": "yes"})
    page.goto(live_server.url)
    expect(page.get_by_role("heading", level=1)).to_have_text("Please get care now")
    accessible()


def test_after_some_training_everything_can_still_be_used(page, live_server, diary, travel, accessible):
    diary.set_up(days=["mon", "fri"])
    session = diary.train(MONDAY)
    diary.write("morning_after", MONDAY + DAY, session=session, pain=2)
    diary.train(MONDAY + 4 * DAY)
    travel(MONDAY + 5 * DAY)
    page.goto(live_server.url + "/morning/")
    accessible()
    pick(page, "pain", "2")
    go_on(page)
    for path in ("/today/", "/programme/", "/history/"):
        page.goto(live_server.url + path)
        accessible()
    page.get_by_role("button", name="Take this step back").click()
    expect(page.get_by_text("You took this back")).to_be_visible()


def test_what_is_missing_gets_the_focus_and_leads_to_its_question(page, live_server, diary):
    page.goto(live_server.url + "/safety/right-now/")
    go_on(page)
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    expect(page).to_have_title("Still open: First things first · Mainstay")
    summary.get_by_role("link").nth(1).click()
    expect(page.locator("#bladder-bowel-first")).to_be_focused()


def test_the_keyboard_alone_is_enough(page, live_server, diary, travel):
    diary.set_up()
    page.goto(live_server.url + "/today/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Start the session", exact=True)).to_be_focused()
    page.goto(live_server.url + "/safety/right-now/")
    page.locator("#saddle-numbness-first").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator('input[name="saddle-numbness"][value="yes"]')).to_be_checked()


def test_whatever_can_be_tapped_is_large_enough(page, live_server, diary, travel):
    diary.set_up()
    for path in ("/today/", "/settings/", "/safety/right-now/", "/about/time/", "/programme/"):
        page.goto(live_server.url + path)
        sizes = page.evaluate(
            """() => [...document.querySelectorAll(
                'button, .button, .tile, .tabs a, summary, select, .field input')]
                .filter(e => e.checkVisibility())
                .map(e => [e.textContent.trim(), e.getBoundingClientRect()])
                .filter(([_, box]) => box.height < 44 || box.width < 24)
                .map(([name, box]) => `${name}: ${box.width} x ${box.height}`)"""
        )
        assert sizes == [], path


def test_the_browser_tells_its_time_zone(page, live_server, diary, travel):
    diary.set_up(at=MONDAY - DAY)
    page.goto(live_server.url + "/today/")
    [cookie] = [one for one in page.context.cookies() if one["name"] == "tz"]
    assert cookie["value"] == "Europe%2FLondon"


def test_nothing_is_asked_of_another_host(page, live_server, diary, travel):
    diary.set_up()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    wrong = []
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    for path in ("/today/", "/programme/", "/history/", "/settings/", "/library/"):
        page.goto(live_server.url + path)
    assert [url for url in asked if not url.startswith(live_server.url)] == []
    assert wrong == []
