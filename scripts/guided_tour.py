"""A walk through every state of a guided session, in a real browser, for pictures and measurements."""

from collections.abc import Iterator

from playwright.sync_api import Page

STEP_MS = 9_000
"""Shorter than a gap after which the player asks what was done in it."""
QUESTIONS = ("today-nerves", "today-unwell", "today-fall")
_FULL = """() => { IDBObjectStore.prototype.put = () => {
    throw new DOMException("full", "QuotaExceededError"); }; }"""


def check_in(page: Page) -> None:
    """Answer what is asked before training, with pain 2 and nothing unusual."""
    _answer(page)
    page.get_by_role("button", name="Start training").wait_for()


def _answer(page: Page, yes: str = "") -> None:
    page.locator('input[name="pain_now"][value="2"]').check(force=True)
    for question in QUESTIONS:
        answer = "yes" if question == yes else "no"
        page.locator(f'input[name="{question}"][value="{answer}"]').check(force=True)
    press(page, "Go on")


def press(page: Page, name: str) -> None:
    """Press a button by its name."""
    page.get_by_role("button", name=name, exact=True).click()


def later(page: Page, milliseconds: int) -> None:
    """Let time pass on the page's clock, without ever sleeping."""
    while milliseconds > 0:
        step = min(STEP_MS, milliseconds)
        page.clock.fast_forward(step)
        milliseconds -= step
    page.wait_for_timeout(250)


def is_playing(page: Page) -> bool:
    """Whether the player is on the screen."""
    return page.locator(".guide").count() > 0


def until(page: Page, wanted: str) -> None:
    """Press on to an exercise, rating nothing on the way."""
    while page.get_by_role("heading", level=1).inner_text() != wanted:
        press_on(page)


def press_on(page: Page) -> None:
    """Go on to what comes next, in the player or after an exercise."""
    if is_playing(page):
        press(page, "Next")
    else:
        page.locator("form .button.whole").click()


def hurt(page: Page, *values: str) -> None:
    """Answer the questions about what hurts."""
    for value in values:
        page.locator(f'.pick[value="{value}"]').click()


def tour(page: Page, address: str) -> Iterator[str]:
    """Yield the name of each state while it is on the screen; the last one is the end of the session."""
    _open(page, address)
    if page.locator("#pain").count():
        yield "morning"
        page.locator('input[name="pain"][value="2"]').check(force=True)
        press(page, "Go on")
    page.locator("#pain_now").wait_for()
    yield "check-in"
    check_in(page)
    yield "ready"
    press(page, "Start training")
    yield from _playing(page)
    yield from _hurting(page)
    while is_playing(page):
        later(page, STEP_MS)
    yield "rate"
    page.locator("summary", has_text="Your sets").click()
    yield "sets"
    press(page, "Done as planned")
    press(page, "More")
    press(page, "Enough for today")
    yield "finish"
    page.locator('input[name="effort"][value="5"]').check(force=True)
    page.locator('input[name="pain_after"][value="2"]').check(force=True)
    press(page, "Finish the session")
    page.get_by_role("heading", name="What comes next").wait_for()
    page.wait_for_timeout(800)
    yield "done"


def first(page: Page, address: str) -> Iterator[str]:
    """Yield the screen that comes first, whatever the diary makes it."""
    _open(page, address)
    yield "first"


def before(page: Page, address: str) -> Iterator[str]:
    """Yield what stands in the way of training or disturbs it, for a diary that may train today."""
    page.route("**/api/v1/**", lambda route: route.abort())
    _open(page, address)
    page.get_by_role("button", name="Try again").wait_for()
    yield "offline"
    page.unroute("**/api/v1/**")
    press(page, "Try again")
    for name, question in (("halt-emergency", QUESTIONS[0]), ("halt-clinician", QUESTIONS[2])):
        page.locator("#pain_now").wait_for()
        _answer(page, yes=question)
        page.locator(".verdict").wait_for()
        yield name
        press(page, "Go back and change it")
    page.locator("#pain_now").wait_for()
    check_in(page)
    yield from _elsewhere(page, address)
    page.evaluate(_FULL)
    later(page, STEP_MS)
    yield "not-kept"


def _elsewhere(page: Page, address: str) -> Iterator[str]:
    other = page.context.new_page()
    _open(other, address)
    other.locator("#pain_now").wait_for()
    check_in(other)
    press(other, "Start training")
    other.locator(".guide").wait_for()
    press(page, "Start training")
    page.get_by_role("button", name="Carry on here").wait_for()
    yield "elsewhere"
    press(page, "Carry on here")
    page.locator(".guide").wait_for()
    other.close()
    press(page, "Go on")


def _open(page: Page, address: str) -> None:
    page.clock.install()
    page.goto(f"{address}/train/")
    page.get_by_role("heading", level=1).wait_for()


def _playing(page: Page) -> Iterator[str]:
    later(page, 1_500)
    yield "play-get-ready"
    press(page, "Next")
    later(page, 3_000)
    yield "play-walk"
    until(page, "Bird dog")
    press(page, "Next")
    later(page, 2_200)
    yield "play-work"
    press(page, "Pause")
    yield "play-paused"
    press(page, "More")
    page.wait_for_timeout(300)
    yield "more"
    page.locator("dialog summary", has_text="Easier").click()
    yield "more-other"
    page.keyboard.press("Escape")
    press(page, "Go on")
    while page.locator(".guide").get_attribute("data-kind") != "change":
        later(page, 1_000)
    yield "play-change"
    while page.locator(".guide").get_attribute("data-kind") != "rest":
        later(page, 4_000)
    yield "play-rest"


def _hurting(page: Page) -> Iterator[str]:
    press(page, "This hurts")
    yield "hurts-kind"
    hurt(page, "ache")
    yield "hurts-pain"
    hurt(page, "3", "5")
    yield "answer-mild"
    press(page, "It got worse")
    hurt(page, "ache", "8", "5")
    yield "answer-strong"
    press(page, "Go on with the session")
    yield "play-waiting"
    press(page, "Start")
