"""Self-tests on their pages: who may, when to stop, the clock, the result and whom it stands beside."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from mainstay.catalogue import load_catalogue
from tests.web.conftest import MONDAY
from tests.web.test_progress import text_of

TESTS = load_catalogue().tests
DAY = timedelta(days=1)
LATER = MONDAY + 8 * DAY


@pytest.fixture
def ready(diary, travel):
    """A person with a first session behind them who has checked in today."""
    diary.set_up(birth_year=2003, sex="female", equipment=["mat", "chair", "wall", "stick"])
    diary.train(MONDAY)
    travel(LATER)
    diary.write("day_checked_in", LATER, pain_now=1)


def results(diary):
    return [(one["value"], one.get("side"), one.get("stopped_by")) for one in diary.told("self_test_done")]


@pytest.mark.parametrize("slug", list(TESTS))
def test_every_test_says_how_it_is_done_and_when_to_stop(client, ready, slug):
    page = text_of(client.get(f"/progress/tests/{slug}/"))
    for text in (*TESTS[slug].set_up, *TESTS[slug].steps, *TESTS[slug].stop_rules):
        assert text in page


def test_a_result_can_be_typed_without_any_script(client, diary, ready):
    answer = client.post("/progress/tests/front-plank/", {"side": "", "value": "42", "ended-": "tired"})
    assert answer["Location"] == "/progress/tests/front-plank/#results"
    assert results(diary) == [(42, None, "tired")]
    assert "42 seconds" in text_of(client.get("/progress/tests/front-plank/"))


def test_zero_is_a_result(client, diary, ready):
    client.post("/progress/tests/sit-to-stand-30s/", {"side": "", "value": "0"})
    assert results(diary) == [(0, None, None)]


@pytest.mark.parametrize("value", ["", "-1", "121", "4.5", "a while", "inf"])
def test_what_cannot_be_a_result_is_asked_again(client, diary, ready, value):
    page = client.post("/progress/tests/front-plank/", {"side": "", "value": value})
    assert page.status_code == 422
    assert results(diary) == []


def test_half_a_centimetre_is_a_step_of_a_distance(client, diary, ready):
    client.post("/progress/tests/fingertip-to-floor/", {"side": "", "value": "4,5"})
    assert results(diary) == [(4.5, None, None)]


def test_each_side_has_its_own_try_and_the_other_one_stays_open(client, diary, ready):
    client.post("/progress/tests/side-bridge/", {"side": "left", "value-left": "30"})
    page = client.get("/progress/tests/side-bridge/").content.decode()
    assert 'name="value-right"' in page
    assert 'name="value-left"' not in page
    assert "Rest until" in page
    assert results(diary) == [(30, "left", None)]


def test_a_side_that_is_none_is_not_taken(client, diary, ready):
    client.post("/progress/tests/side-bridge/", {"side": "up", "value-up": "30"})
    client.post("/progress/tests/side-bridge/", {"value": "30"})
    assert results(diary) == []


def test_the_group_beside_a_result_is_named_and_called_no_risk(client, ready):
    client.post("/progress/tests/side-bridge/", {"side": "left", "value-left": "30"})
    page = text_of(client.get("/progress/tests/side-bridge/"))
    assert "Healthy young adults of about 23 years, women, 18 to 30 years" in page
    assert "nothing about your risk" in page


def test_without_a_check_in_the_pain_is_asked_first(client, diary, ready, travel):
    travel(LATER + DAY)
    address = "/progress/tests/front-plank/"
    page = client.get(address)
    assert "How is your back now?" in text_of(page)
    assert 'name="value"' not in page.content.decode()
    assert client.post(address, {}).status_code == 422
    client.post(address, {"side": "", "value": "40"})
    assert results(diary) == []
    client.post(address, {"pain": "2"})
    assert 'name="value"' in client.get(address).content.decode()


@pytest.mark.parametrize(("pain", "may"), [("4", True), ("5", False)])
def test_with_much_pain_there_is_no_test(client, diary, ready, travel, pain, may):
    travel(LATER + DAY)
    client.post("/progress/tests/front-plank/", {"pain": pain})
    client.post("/progress/tests/front-plank/", {"side": "", "value": "40"})
    assert bool(results(diary)) is may
    assert (
        "self-tests are for days with 4 or less" in text_of(client.get("/progress/tests/front-plank/"))
    ) is not may


def test_before_the_first_weeks_end_and_soon_after_a_try_it_is_not_offered(client, diary, ready, travel):
    travel(MONDAY + 3 * DAY)
    client.post("/progress/tests/front-plank/", {"side": "", "value": "40"})
    assert results(diary) == []
    travel(LATER)
    client.post("/progress/tests/front-plank/", {"side": "", "value": "40"})
    client.post("/progress/tests/front-plank/", {"side": "", "value": "41"})
    assert results(diary) == [(40, None, None)]


def test_a_try_that_pain_ended_is_thanked_for_and_left_at_that(client, ready):
    client.post("/progress/tests/front-plank/", {"side": "", "value": "12", "ended-": "pain"})
    page = text_of(client.get("/progress/tests/front-plank/"))
    assert "Leave the tests at that for today" in page
    assert "Stopping was right" in page


def test_an_unknown_test_is_not_there(client, ready):
    assert client.get("/progress/tests/handstand/").status_code == 404


# --- The clock, in a real browser ------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
class TestTheClock:
    @pytest.fixture(autouse=True)
    def here(self, page, live_server, ready, no_faults):
        page.clock.install(time=LATER)
        self.page, self.url = page, live_server.url

    def open(self, slug):
        self.page.goto(f"{self.url}/progress/tests/{slug}/")
        return self.page.get_by_role("button", name="Start", exact=True)

    def test_counts_a_hold_fills_it_in_and_lets_it_be_put_right(self, diary):
        self.open("front-plank").click()
        self.page.clock.run_for(5_000 + 23_400)
        self.page.get_by_role("button", name="Stop", exact=True).click()
        field = self.page.get_by_label("Result")
        expect(field).to_have_value("23")
        field.fill("25")
        with self.page.expect_navigation():
            self.page.get_by_role("button", name="Keep this result").click()
        assert results(diary) == [(25, None, None)]

    def test_ends_a_hold_at_the_cap(self):
        self.open("front-plank").click()
        self.page.clock.run_for(5_000 + 130_000)
        expect(self.page.get_by_text("That is the end of the test.")).to_be_visible()
        expect(self.page.get_by_label("Result")).to_have_value("120")

    def test_stopped_before_it_began_it_fills_in_nothing(self):
        self.open("front-plank").click()
        self.page.clock.run_for(2_000)
        self.page.get_by_role("button", name="Stop", exact=True).click()
        expect(self.page.get_by_label("Result")).to_have_value("")

    def test_tells_when_half_a_minute_is_over_and_asks_how_many(self):
        self.open("sit-to-stand-30s").click()
        self.page.clock.run_for(5_000 + 30_100)
        expect(self.page.locator("[data-word]")).to_have_text("Time is over. How many were there?")
        expect(self.page.get_by_label("Result")).to_be_focused()
        expect(self.page.get_by_label("Result")).to_have_value("")

    def test_the_stop_rules_and_the_clock_are_in_sight_together_while_it_runs(self):
        self.open("front-plank").click()
        self.page.clock.run_for(8_000)
        for text in TESTS["front-plank"].stop_rules:
            expect(self.page.get_by_text(text)).to_be_in_viewport(ratio=1)
        for part in ("count", "key"):
            seen = self.page.locator(f"[data-{part}]").evaluate(
                "part => { const { x, y, width, height } = part.getBoundingClientRect();"
                " return part.contains(document.elementFromPoint(x + width / 2, y + height / 2)) }"
            )
            assert seen, f"something lies over the {part}"
