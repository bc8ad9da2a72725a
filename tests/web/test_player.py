"""The player in a real browser: the clock ticks sets off, nothing is lost, everybody can use it."""

import re

import pytest
from playwright.sync_api import expect

from tests.web.test_checkin import GOOD
from tests.web.test_training import items, strength, ticks


@pytest.fixture
def player(page, live_server, client, diary, travel):
    """The player open in the browser, at the first exercise of a first session."""
    faults = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "console", lambda line: line.type == "error" and " 422 " not in line.text and faults.append(line.text)
    )
    diary.set_up(experience="returning")
    started = client.post("/checkin/", GOOD).headers["Location"]
    page.clock.install()
    page.goto(f"{live_server.url}{started}")
    yield page
    # What the page saves when it is closed must not meet a database that is being emptied.
    page.wait_for_load_state("networkidle")
    page.route("**/*", lambda route: route.abort())
    assert not faults


def go_to(page, slug):
    while not page.locator(f"#{slug}").is_visible():
        page.locator("[data-next]:visible").click()


def saving(page):
    """Wait for what is saved on the way; looking into the diary meanwhile would be in its way."""
    return page.expect_response(lambda answer: answer.request.method == "POST" and answer.status == 204)


def test_one_exercise_is_shown_at_a_time_with_its_way_out(player, diary, accessible):
    assert player.locator("[data-exercise]:visible").count() == 1
    expect(player.get_by_role("button", name="This hurts")).to_be_in_viewport()
    accessible()
    go_to(player, strength(diary))
    expect(player.locator(f"#{strength(diary)} h2")).to_be_focused()


def test_the_clock_ticks_every_set_and_saves(player, diary, accessible):
    slug = strength(diary)
    (item,) = [one for one in items(diary) if one["exercise"] == slug]
    go_to(player, slug)
    section = player.locator(f"#{slug}")
    section.get_by_role("button", name="Start").click()
    expect(section.locator("[data-say]")).to_contain_text("Get ready")
    player.clock.run_for(6_000)
    expect(section.locator("[data-of]")).not_to_be_empty()
    accessible()
    with saving(player):
        player.clock.run_for(item["seconds"] * 1000)
    expect(section.locator("[data-say]")).to_have_text("Well done")
    assert (
        section.locator('input[name="done"]:checked').count() == section.locator('input[name="done"]').count()
    )
    assert len(diary.told("set_performed")) == section.locator('input[name="done"]').count()
    accessible()


def test_a_set_that_is_ended_early_has_what_was_done_of_it(player, diary):
    slug = strength(diary)
    go_to(player, slug)
    section = player.locator(f"#{slug}")
    section.get_by_role("button", name="Start").click()
    (item,) = [one for one in items(diary) if one["exercise"] == slug]
    player.clock.run_for(5_000)
    player.clock.run_for(20_000)
    section.get_by_role("button", name="End this set").click()
    reps = int(section.locator('[data-number-of="reps"]').first.input_value())
    assert 0 < reps < item["reps"]
    assert section.locator('input[name="done"]').first.is_checked()


def test_a_pause_holds_the_clock(player, diary):
    section = player.locator("[data-exercise]:visible")
    section.get_by_role("button", name="Start").click()
    player.clock.run_for(8_000)
    section.get_by_role("button", name="Pause").click()
    before = section.locator("[data-number]").inner_text()
    player.clock.run_for(30_000)
    assert section.locator("[data-number]").inner_text() == before
    expect(section.get_by_role("button", name="Go on")).to_be_visible()


def test_a_reload_goes_on_where_it_was(player, diary):
    first = items(diary)[0]["exercise"]
    player.locator(f'#{first} input[name="done"]').first.check(force=True)
    with saving(player):
        player.locator("[data-next]:visible").click()
    assert len(diary.told("set_performed")) == 1
    player.reload()
    expect(player.locator("[data-exercise]:visible")).to_have_attribute(
        "data-exercise", items(diary)[1]["exercise"]
    )


def test_an_old_page_on_which_nothing_changed_takes_no_set_back(player, diary, client):
    path = "/" + player.url.split("/", 3)[3]
    slug = items(diary)[0]["exercise"]
    client.post(path, {"shown": [slug], "done": [f"{slug}/1"], "save": "1"})
    player.locator("[data-next]:visible").click()
    player.get_by_role("link", name="Pause for now").click()
    player.wait_for_url("**/today/")
    assert len(diary.told("set_performed")) == 1


def test_the_end_leads_on_with_everything_that_was_ticked(player, diary):
    for item in items(diary):
        for box in player.locator(f'#{item["exercise"]} input[name="done"]').all():
            box.check(force=True)
        player.locator("[data-next]:visible").click()
    expect(player.get_by_role("heading", name="That was the session")).to_be_focused()
    player.get_by_role("button", name="Go on").click()
    player.wait_for_url("**/rate/")
    assert {told["exercise"] for told in diary.told("set_performed")} == {i["exercise"] for i in items(diary)}


def test_this_hurts_keeps_the_ticks_and_is_answered(player, diary, accessible):
    slug = strength(diary)
    go_to(player, slug)
    player.locator(f'#{slug} input[name="done"]').first.check(force=True)
    player.get_by_role("button", name="This hurts").click()
    player.wait_for_url(re.compile(f"/hurts/{slug}/"))
    assert len(diary.told("set_performed")) == 1
    accessible()
    player.get_by_role("button", name="What now?").click()
    expect(player.get_by_role("alert")).to_be_focused()
    accessible()


def test_sounds_can_be_turned_off_and_stay_off(player):
    sounds = player.get_by_role("button", name="Sounds")
    expect(sounds).to_have_attribute("aria-pressed", "true")
    sounds.click()
    player.reload()
    expect(sounds).to_have_attribute("aria-pressed", "false")


SIZES = """() => [...document.querySelectorAll(
    'button, .button, .tile, summary, select, a.card, a.chip, a.back, .amount input')]
    .filter((e) => e.checkVisibility()).map((e) => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
    .filter(([, box]) => box.height < 44 || box.width < 44).map(([name, box]) => [name, box.height])"""


def test_what_can_be_tapped_in_the_player_is_large_enough(player):
    assert player.evaluate(SIZES) == []
    player.get_by_role("button", name="Start").click()
    assert player.evaluate(SIZES) == []


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
