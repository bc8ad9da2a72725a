"""The page of the day: what stands first, what folds away, and what is said when all is done."""

import re
from datetime import timedelta

import pytest

from mainstay.catalogue import load_catalogue
from mainstay.diary import store
from mainstay.reminders.models import ReminderSettings
from tests.web.conftest import MONDAY
from tests.web.test_days import DAY, text_of

HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def monday(travel):
    """It is a Monday."""


def folded(page):
    """The page without what stands in a fold that is closed."""
    text = page.content.decode()
    while "<details" in text:
        text, count = re.subn(
            r"<details(?![^>]* open)[^>]*>(?:(?!<details).)*?</details>", "", text, flags=re.DOTALL
        )
        assert count
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))


def test_the_session_comes_with_its_minutes_and_purpose_and_its_lines_are_folded_away(client, diary):
    diary.set_up(experience="regular")
    page = client.get("/today/")
    assert re.search(r"\d+ minutes \d+ exercises", folded(page))
    assert "After a warm-up: " in folded(page)
    assert "Start the session" in folded(page)
    assert "Why this?" in text_of(page)
    assert "Why this?" not in folded(page)


def test_the_strip_shows_no_more_than_four_exercises_and_repeats_nothing_aloud(client, diary):
    diary.set_up(experience="regular")
    [strip] = re.findall(
        r'<div class="strip" aria-hidden="true">(.*?)</div>\s*<p', client.get("/today/").content.decode()
    )
    assert 1 <= strip.count("<img") <= 4


def test_a_session_that_was_begun_can_be_carried_on(client, diary):
    diary.set_up()
    diary.write(
        "session_started", MONDAY, session="019cae0e-0000-7000-8000-000000000001", plan={"blocks": []}
    )
    assert "Carry on where you were" in text_of(client.get("/today/"))


def test_after_training_the_day_says_so_and_what_is_left_can_wait(client, diary, travel):
    diary.set_up()
    diary.train(MONDAY)
    page = text_of(client.get("/today/"))
    assert "Trained today" in page
    assert "The walk and the lesson can wait" in page
    assert "Next session: on Wednesday 4 March" in page
    assert "Start the session" not in page


def all_done(diary, lessons, minutes):
    diary.train(MONDAY)
    for lesson in lessons:
        diary.write("lesson_read", MONDAY + HOUR, lesson=lesson)
    if minutes:
        diary.write("walk_logged", MONDAY + HOUR, minutes=minutes)


@pytest.mark.parametrize(
    ("minutes", "read", "title"),
    [(60, True, "That is all for today"), (60, False, "Trained today"), (0, True, "Trained today")],
)
def test_when_nothing_is_left_that_is_all_for_today(client, diary, travel, minutes, read, title):
    diary.set_up()
    all_done(diary, load_catalogue().lessons if read else (), minutes)
    travel(MONDAY + 2 * HOUR)
    page = client.get("/today/").content.decode()
    assert f"<h1>{title}</h1>" in page
    assert "Next session: on Wednesday 4 March" in page


def test_a_rest_day_takes_one_tap_for_how_the_back_is(client, diary, travel):
    diary.set_up()
    assert "How is your back today?" not in text_of(client.get("/today/")), (
        "the check-in asks before a session"
    )
    travel(MONDAY + DAY)
    page = client.get("/today/")
    assert "How is your back today?" in text_of(page)
    assert page.content.decode().count('name="pain"') == 11
    assert client.post("/today/back/", {"pain": "0"})["Location"] == "/today/"
    assert diary.told("day_checked_in") == [{"pain_now": 0}]
    assert "Noted today: 0 of 10" in text_of(client.get("/today/"))


@pytest.mark.parametrize("pain", ["11", "-1", "", "two", "²"])
def test_what_is_no_number_of_the_scale_is_not_noted(client, diary, travel, pain):
    diary.set_up()
    client.post("/today/back/", {"pain": pain})
    assert diary.told("day_checked_in") == []


def test_nothing_is_noted_before_there_is_a_profile(client, diary):
    client.post("/today/back/", {"pain": "3"})
    assert diary.told("day_checked_in") == []


@pytest.mark.parametrize("asked_at", [None, MONDAY])
def test_after_reminders_that_nothing_followed_the_day_asks_whether_to_go_on(client, diary, asked_at):
    diary.set_up()
    ReminderSettings.objects.update_or_create(diary=store.the_diary(), defaults={"asked_at": asked_at})
    assert ("Shall I go on reminding you?" in text_of(client.get("/today/"))) == (asked_at is not None)


def test_a_locked_day_offers_nothing_to_do(client, diary):
    diary.set_up()
    diary.write("screening_answered", MONDAY, questions="t", scope="full", answers={"saddle-numbness": "yes"})
    page = client.get("/today/").content.decode()
    for absent in ('id="walk"', 'id="lesson"', 'id="breaks"', "/flare/", "Next session", "note-today"):
        assert absent not in page


@pytest.mark.parametrize("path", ["/today/", "/lessons/", "/lessons/sleep/", "/lessons/all/"])
def test_the_pages_say_what_they_are_for_those_who_search(client, diary, path):
    diary.set_up()
    assert re.search(r'<meta name="description" content="[^"]{20,}">', client.get(path).content.decode())
