"""The figure moves on its exercise's page: when asked, at the pace asked for, on the side asked for."""

import gzip
import json
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from mainstay.catalogue import load_catalogue
from mainstay.catalogue.movements import load_movements
from mainstay.web.library.moving import phases_of
from tests.web.conftest import MONDAY

PLACES = (
    "[...document.querySelectorAll('[data-stage] svg .f-line + g > path')].map((p) => p.getAttribute('d'))"
)


@pytest.fixture(scope="module")
def movements():
    """Every movement of the content: setting them in place takes a second."""
    return load_movements(load_catalogue().exercises.values())


@pytest.fixture(autouse=True)
def monday(travel):
    """The coach plans for a Monday."""


@pytest.fixture
def bird_dog(page, live_server, diary):
    """The page of an exercise that is done on each side, before a person who takes motion as it comes."""
    diary.set_up()
    page.emulate_media(reduced_motion="no-preference")
    page.goto(f"{live_server.url}/library/bird-dog/")
    return page


@pytest.fixture
def slow_motion(bird_dog):
    """The same page with its clock in the test's hands: it moves as far as it is let, on any machine."""
    bird_dog.clock.install(time=MONDAY)
    bird_dog.reload()
    bird_dog.clock.pause_at(MONDAY + timedelta(hours=1))
    return bird_dog


def key(page, name):
    return page.get_by_role("button", name=name, exact=True)


def playing(page):
    key(page, "Play").click()
    page.wait_for_selector("[data-stage] svg")


def test_frames_are_json_that_browsers_keep_and_that_travels_compressed(client, db, movements):
    answer = client.get("/library/bird-dog/full.json", headers={"accept-encoding": "gzip"})
    assert answer.headers["Content-Type"] == "application/json"
    assert "immutable" in answer.headers["Cache-Control"]
    assert json.loads(gzip.decompress(answer.content))["t"] == movements["bird-dog", "full"].title
    assert len(answer.content) < 4096


@pytest.mark.parametrize(
    "path", ["bird-dog/handstand.json", "handstand/full.json", "bird-dog/no/storyboard.svg"]
)
def test_frames_and_storyboards_of_what_is_not_there_are_not_found(client, db, path):
    assert client.get(f"/library/{path}").status_code == 404


def test_every_rung_has_frames_and_a_storyboard(client, db, movements):
    for slug, rung in movements:
        assert client.get(f"/library/{slug}/{rung}.json").status_code == 200
        assert client.get(f"/library/{slug}/{rung}/storyboard.svg").headers["Content-Type"] == "image/svg+xml"


def test_phases_are_told_in_order_with_the_hold_where_it_is_spent(movements):
    found = [(p.name, p.breath, p.seconds, p.holds) for p in phases_of(movements["bird-dog", "full"])]
    assert found == [
        ("Reach", "breathe out", 1.5, False),
        ("Hold", "keep breathing", None, True),
        ("Return", "breathe in", 1.5, False),
    ]


def test_every_stop_belongs_to_one_phase(movements):
    for name, movement in movements.items():
        told = [k for p in phases_of(movement) if not p.holds for k in range(p.first, p.last + 1)]
        assert told == list(range(len(movement.keyframes))), name


def test_nothing_moves_or_is_loaded_until_play_is_pressed(bird_dog):
    assert bird_dog.locator("[data-stage] svg").count() == 0
    assert bird_dog.locator("[data-still] img").is_visible()
    assert bird_dog.locator(".phases li").all_inner_texts()[0].split("\n")[0] == "Reach"


def test_it_moves_and_pauses(slow_motion):
    playing(slow_motion)
    first = slow_motion.evaluate(PLACES)
    slow_motion.clock.run_for(400)
    assert slow_motion.evaluate(PLACES) != first
    assert "Reach" in slow_motion.locator(".phases .now").inner_text()
    key(slow_motion, "Pause").press("Enter")
    paused = slow_motion.evaluate(PLACES)
    slow_motion.clock.run_for(300)
    assert slow_motion.evaluate(PLACES) == paused
    key(slow_motion, "Play").press("Space")
    slow_motion.clock.run_for(300)
    assert slow_motion.evaluate(PLACES) != paused


def test_the_phase_goes_in_step(bird_dog):
    playing(bird_dog)
    for name in ("Reach", "Hold", "Return", "Reach"):
        bird_dog.locator(".phases .now", has_text=name).wait_for(timeout=4000)


def test_half_speed_takes_twice_as_long(slow_motion):
    key(slow_motion, "Half speed").click()
    playing(slow_motion)
    slow_motion.clock.run_for(1900)
    assert "Reach" in slow_motion.locator(".phases .now").inner_text()


def test_the_other_side_can_be_chosen_before_and_while_it_moves(bird_dog):
    key(bird_dog, "Left side").click()
    playing(bird_dog)
    turned = "document.querySelector('[data-stage] svg').lastElementChild.getAttribute('transform')"
    assert bird_dog.evaluate(turned).startswith("matrix(-1 0 0 1")
    key(bird_dog, "Left side").click()
    assert bird_dog.evaluate(turned) == ""


def test_what_both_sides_do_at_once_has_no_other_side(page, live_server, diary):
    page.goto(f"{live_server.url}/library/squat/")
    assert page.locator("[data-other]").count() == 0


def test_less_motion_asked_for_leaves_a_storyboard_without_keys(page, live_server, diary):
    page.goto(f"{live_server.url}/library/bird-dog/")
    assert "storyboard.svg" in page.locator("[data-still] img").evaluate("(i) => i.currentSrc")
    assert key(page, "Play").count() == 0
    assert page.locator("[data-stage] svg").count() == 0


def test_less_motion_asked_for_while_it_moves_brings_the_storyboard_back(bird_dog, live_server):
    playing(bird_dog)
    bird_dog.emulate_media(reduced_motion="reduce")
    image = bird_dog.locator("[data-still] img")
    expect(image).to_be_visible()
    board = bird_dog.locator("[data-still] source").get_attribute("srcset")
    expect(image).to_have_js_property("currentSrc", live_server.url + board)
    assert not bird_dog.locator("[data-keys]").is_visible()


def test_a_lost_connection_is_said_and_can_be_tried_again(bird_dog):
    bird_dog.route("**/*.json*", lambda route: route.abort())
    key(bird_dog, "Play").click()
    bird_dog.get_by_role("status").filter(has_text="could not be loaded").wait_for()
    bird_dog.unroute("**/*.json*")
    playing(bird_dog)
    assert bird_dog.locator("[data-trouble]").inner_text() == ""


def test_it_breaks_no_rule_of_the_page(page, live_server, diary):
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.emulate_media(reduced_motion="no-preference")
    page.goto(f"{live_server.url}/library/bird-dog/")
    playing(page)
    page.wait_for_timeout(200)
    assert said == []
    assert (
        page.evaluate("getComputedStyle(document.querySelector('[data-stage] .f-top')).fill")
        == "rgb(76, 154, 146)"
    )


def test_the_page_is_accessible_while_it_moves_and_while_it_may_not(bird_dog, accessible):
    playing(bird_dog)
    key(bird_dog, "Pause").click()
    accessible()
    bird_dog.emulate_media(reduced_motion="reduce")
    accessible()
