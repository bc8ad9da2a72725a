"""Between sessions: the walk, breaks from sitting, and small habits."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.template.loader import render_to_string

from mainstay.catalogue import load_catalogue
from mainstay.diary import new_id, store
from mainstay.web.between import breaks_card, walk_card
from mainstay.web.desk import Desk
from mainstay.web.train.events import Stamp
from tests.web.conftest import MONDAY

DAY = timedelta(days=1)
PAGES = ("/walk/", "/breaks/", "/habits/", "/habits/sitting-set-up/", "/habits/short-stretch/")
MOST = 2000
"""Bytes that a card may take of the page of the day."""


def text_of(answer):
    """The words of a page, without pictures."""
    page = re.sub(r"<(svg|style|script).*?</\1>", "", answer.content.decode(), flags=re.S)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def hidden(answer, name, action):
    """The hidden field of the form that is sent to an address."""
    form = re.search(rf'<form[^>]*action="{action}".*?</form>', answer.content.decode(), flags=re.S)
    return re.search(rf'name="{name}" value="([^"]*)"', form[0])[1]


def desk(at=MONDAY):
    return Desk(load_catalogue(), store.the_diary(), at.date(), Stamp(at, new_id))


@pytest.mark.parametrize("path", PAGES)
def test_before_anything_was_told_a_page_leads_to_the_beginning(client, diary, path):
    assert client.get(path)["Location"] == "/"


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_there_on_the_first_day(client, diary, travel, path):
    diary.set_up()
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", PAGES)
def test_while_the_programme_is_locked_a_page_leads_to_what_to_do(client, diary, travel, path):
    diary.set_up()
    answers = {"today-nerves": "yes"}
    diary.write("screening_answered", MONDAY, questions="test", scope="short", answers=answers)
    assert client.get(path)["Location"] == "/safety/result/"


# --- The walk ----------------------------------------------------------------------------------------------


def test_a_walk_is_noted_with_its_minutes_and_shown(client, diary, travel):
    diary.set_up()
    key = hidden(client.get("/walk/"), "key", "/walk/note/")
    assert client.post("/walk/note/", {"minutes": "12", "key": key})["Location"] == "/walk/"
    assert diary.told("walk_logged") == [{"minutes": 12}]
    page = text_of(client.get("/walk/"))
    assert "12 minutes walked today" in page
    assert "1 day walked since Monday 2 March" in page


def test_two_quick_taps_are_one_walk_and_a_new_page_notes_another(client, diary, travel):
    diary.set_up()
    told = {"minutes": "12", "pain_now": "2", "key": hidden(client.get("/walk/"), "key", "/walk/note/")}
    for _ in range(2):
        client.post("/walk/note/", told)
    assert (len(diary.told("walk_logged")), len(diary.told("day_checked_in"))) == (1, 1)
    told["key"] = hidden(client.get("/walk/"), "key", "/walk/note/")
    client.post("/walk/note/", told)
    assert len(diary.told("walk_logged")) == 2


@pytest.mark.parametrize("minutes", ["", "0", "-3", "12.5", "601", "ten", "\uff11\uff12"])
def test_what_is_no_number_of_minutes_is_asked_for_again(client, diary, travel, minutes):
    diary.set_up()
    page = client.post("/walk/note/", {"minutes": minutes})
    assert page.status_code == 422
    assert "Please write whole minutes, from 1 to 600." in text_of(page)
    assert not diary.told("walk_logged")


@pytest.mark.parametrize("minutes", ["1", "600", " 12 "])
def test_the_shortest_and_the_longest_walk_are_noted(client, diary, travel, minutes):
    diary.set_up()
    client.post("/walk/note/", {"minutes": minutes, "key": "no id"})
    assert diary.told("walk_logged") == [{"minutes": int(minutes)}]


def test_something_in_a_leg_leads_to_the_questions_and_then_asks_for_short_bouts(client, diary, travel):
    diary.set_up()
    client.post("/walk/note/", {"minutes": "12", "pain_now": "3", "symptom": "spreading"})
    assert diary.told("day_checked_in") == [{"pain_now": 3, "symptom": "spreading"}]
    assert client.get("/walk/")["Location"] == "/safety/result/"
    diary.answer_all_clear(MONDAY + timedelta(minutes=5))
    assert "You felt something in a leg today" in text_of(client.get("/walk/"))


def test_a_feeling_without_its_number_is_asked_for_and_nothing_is_noted_yet(client, diary, travel):
    diary.set_up()
    page = client.post("/walk/note/", {"minutes": "12", "symptom": "spreading"})
    assert page.status_code == 422
    assert not diary.told("walk_logged")


def test_a_walk_without_a_word_on_the_back_says_nothing_of_it(client, diary, travel):
    diary.set_up()
    client.post("/walk/note/", {"minutes": "12", "symptom": "", "pain_now": ""})
    assert not diary.told("day_checked_in")


def test_the_morning_after_a_walk_is_asked_for_and_decides(client, diary, travel):
    diary.set_up(walking_minutes=12)
    diary.write("day_checked_in", MONDAY, pain_now=2)
    diary.write("walk_logged", MONDAY, minutes=12)
    assert "How is your back this morning?" not in text_of(client.get("/walk/"))
    travel(MONDAY + DAY)
    assert "How is your back this morning?" in text_of(client.get("/walk/"))
    assert client.post("/walk/morning/", {"morning": ""}).status_code == 422
    client.post("/walk/morning/", {"morning": "5", "usual": "2"})
    assert diary.told("day_checked_in")[-1] == {"pain_now": 5, "pain_usual": 2}
    page = text_of(client.get("/walk/"))
    assert "A walk of 9 minutes" in page
    assert "The morning after a walk pain was 5, your usual is 2." in page
    assert "How is your back this morning?" not in page


def test_the_morning_of_a_session_serves_the_walk_too(client, diary, travel):
    diary.set_up()
    diary.train(MONDAY)
    diary.write("walk_logged", MONDAY + timedelta(hours=9), minutes=12)
    travel(MONDAY + DAY)
    page = client.get("/walk/").content.decode()
    assert 'href="/morning/"' in page
    assert "/walk/morning/" not in page


def test_the_weeks_ahead_are_drawn_and_stand_in_a_table(client, diary, travel):
    diary.set_up(walking_minutes=10)
    page = client.get("/walk/")
    rows = re.findall(r'<th scope="row">([^<]+)</th><td>(\d+)</td><td>([^<]+)</td>', page.content.decode())
    assert [(week, minutes) for week, minutes, _ in rows[:3]] == [
        ("2 Mar 2026", "10"),
        ("9 Mar 2026", "11"),
        ("16 Mar 2026", "12"),
    ]
    assert len(rows) == 12


def test_someone_with_no_easy_minutes_is_asked_for_none_and_may_note_one(client, diary, travel):
    diary.set_up(walking_minutes=0)
    page = client.get("/walk/")
    assert "A walk, if you like" in text_of(page)
    assert "data-timer" not in page.content.decode()
    assert 'value=""' in page.content.decode()


def test_whom_walking_bothers_is_asked_for_none_and_told_why(client, diary, travel):
    diary.set_up(provoked_by=["walking"])
    page = text_of(client.get("/walk/"))
    assert "No walk is asked for" in page
    assert "walking" in page


def test_what_another_app_counted_says_so_and_can_be_taken_back(client, diary, travel):
    diary.set_up()
    counted = {"minutes": 41, "steps": 4300, "source": "google-fit", "covers": "day"}
    event = diary.write("walk_logged", MONDAY, **counted)
    page = client.get("/walk/")
    assert "41 minutes in the whole day" in text_of(page)
    assert "4300 steps, counted by google fit" in text_of(page)
    client.post("/habits/take-back/", {"event": event.id, "back": "walk"})
    assert not diary.told("walk_logged")
    assert "41 minutes" not in text_of(client.get("/walk/"))


def test_only_walks_and_habits_can_be_taken_back_here(client, diary, travel):
    diary.set_up()
    checked = diary.write("day_checked_in", MONDAY, pain_now=3)
    for name in (checked.id, "nothing", ""):
        client.post("/habits/take-back/", {"event": name})
    assert diary.told("day_checked_in") == [{"pain_now": 3}]
    assert not diary.told("event_retracted")


def test_a_form_leads_back_to_its_page_and_to_no_other(client, diary, travel):
    diary.set_up()
    assert client.post("/walk/note/", {"minutes": "5", "back": "today"})["Location"] == "/today/"
    assert client.post("/walk/note/", {"minutes": "5", "back": "https://evil"})["Location"] == "/walk/"


# --- Breaks ------------------------------------------------------------------------------------------------


def test_a_break_shows_movements_in_turn_and_comes_round(client, diary, travel):
    diary.set_up()
    seen, path = [], "/breaks/"
    for _ in range(20):
        page = client.get(path).content.decode()
        name = re.search(r'<h2 id="movement-title">([^<]+)<', page)[1]
        if name in seen:
            break
        seen.append(name)
        path = "/breaks/" + re.search(r'href="(\?n=\d+)', page)[1]
    assert len(seen) > 4
    assert name == seen[0]


@pytest.mark.parametrize("number", ["-1", "x", "9" * 30, "٣"])
def test_a_number_that_no_page_wrote_shows_the_movement_of_the_day(client, diary, travel, number):
    diary.set_up()
    title = re.compile(r'<h2 id="movement-title">[^<]+<')
    first, other = (client.get(path).content.decode() for path in ("/breaks/", f"/breaks/?n={number}"))
    assert title.search(first)[0] == title.search(other)[0]


def test_a_break_that_is_done_is_counted_today_and_not_tomorrow(client, diary, travel):
    diary.set_up()
    for _ in range(2):
        key = hidden(client.get("/breaks/"), "key", "/habits/mobility-break/done/")
        client.post("/habits/mobility-break/done/", {"key": key, "back": "breaks"})
    assert "Done twice today." in text_of(client.get("/breaks/"))
    travel(MONDAY + DAY)
    assert "today." not in text_of(client.get("/breaks/"))


def test_minutes_and_hours_are_kept_in_the_profile_with_all_the_rest(client, diary, travel):
    diary.set_up(goal="Garden again")
    told = {"minutes": "30", "since": "08:30", "until": "16:00"}
    assert client.post("/breaks/hours/", told)["Location"] == "/breaks/"
    profile = diary.told("profile_set")[-1]
    assert profile["break_minutes"] == 30
    assert profile["break_hours"] == {"from": "08:30", "to": "16:00"}
    assert profile["goal"] == "Garden again"
    assert "After about 30 minutes of sitting" in text_of(client.get("/breaks/"))
    client.post("/breaks/hours/", told)
    assert len(diary.told("profile_set")) == 2


@pytest.mark.parametrize(
    "told",
    [
        {"minutes": "29", "since": "09:00", "until": "17:00"},
        {"minutes": "", "since": "09:00", "until": "17:00"},
        {"minutes": "30", "since": "25:00", "until": "17:00"},
        {"minutes": "30", "since": "09:00", "until": ""},
        {"minutes": "30", "since": "17:00", "until": "17:00"},
    ],
)
def test_what_is_no_choice_and_no_time_is_asked_for_again(client, diary, travel, told):
    diary.set_up()
    assert client.post("/breaks/hours/", told).status_code == 422
    assert len(diary.told("profile_set")) == 1


def test_who_wants_no_breaks_gets_no_card_and_still_finds_a_movement(client, diary, travel):
    diary.set_up()
    client.post("/breaks/hours/", {"minutes": "0", "since": "09:00", "until": "17:00"})
    assert breaks_card(desk(), desk().today) is None
    page = client.get("/breaks/")
    assert "You chose no breaks." in text_of(page)
    assert "movement-title" in page.content.decode()
    assert "data-sitting" not in page.content.decode()


# --- Habits ------------------------------------------------------------------------------------------------


def test_what_was_done_is_shown_and_of_what_was_not_nothing_is_said(client, diary, travel):
    diary.set_up()
    client.post("/habits/sitting-set-up/done/", {"back": "habits"})
    page = text_of(client.get("/habits/"))
    assert page.count("Done once in the last seven days") == 1
    assert not re.search(r"\b(missed|streak|failed|not done|0 times)\b", page, re.IGNORECASE)


def test_a_habit_that_is_ruled_out_is_named_with_its_reason_and_cannot_be_ticked(client, diary, travel):
    diary.set_up(precautions=["recent-surgery"])
    page = text_of(client.get("/habits/"))
    assert "Not for you at the moment Picking up the laundry It is left out because" in page
    check = client.get("/habits/lifting-hinge/")
    assert "Not for you at the moment" in text_of(check)
    assert "I did this" not in text_of(check)


def test_every_habit_of_the_catalogue_has_its_steps_and_sources(client, diary, travel):
    diary.set_up()
    for slug, habit in load_catalogue().habits.items():
        page = client.get(f"/habits/{slug}/", follow=True)
        for check in habit.checks if slug != "mobility-break" else ():
            assert check.text in text_of(page)
        assert habit.why in text_of(page)


@pytest.mark.parametrize(
    ("path", "lesson"),
    [("/walk/", "walking"), ("/breaks/", "sitting"), ("/habits/sleep-set-up/", "sleep")],
)
def test_a_page_leads_to_the_lesson_that_says_more(client, diary, travel, path, lesson):
    diary.set_up()
    assert f'href="/lessons/{lesson}/"' in client.get(path).content.decode()


def test_every_picture_of_every_habit_is_drawn(client, diary, travel):
    diary.set_up()
    pages = [client.get(f"/habits/{slug}/", follow=True).content.decode() for slug in load_catalogue().habits]
    pictures = {path for page in pages for path in re.findall(r'<img class="figure" src="([^"]+)"', page)}
    assert {path.split("?")[0] for path in pictures} >= {
        "/habits/sleep-set-up/on-side.svg",
        "/habits/sleep-set-up/on-back.svg",
        "/library/hip-hinge/hip-crease.svg",
    }
    for path in pictures:
        answer = client.get(unescape(path))
        assert (answer.status_code, answer["Content-Type"]) == (200, "image/svg+xml")


def test_a_pose_that_there_is_not_is_not_found(client, diary, travel):
    assert client.get("/habits/sleep-set-up/on-the-ceiling.svg").status_code == 404


@pytest.mark.parametrize("path", ["/habits/handstand/", "/habits/handstand/done/"])
def test_a_habit_that_there_is_not_is_not_found(client, diary, travel, path):
    diary.set_up()
    assert (client.post(path) if path.endswith("done/") else client.get(path)).status_code == 404
    assert not diary.told("habit_done")


# --- The cards on the page of the day ----------------------------------------------------------------------


def test_the_cards_say_what_is_asked_for_and_are_small(diary, travel):
    diary.set_up(walking_minutes=12)
    day = desk().today
    walk, breaks = walk_card(desk(), day), breaks_card(desk(), day)
    assert (walk.title, walk.minutes, walk.done) == ("A walk of 12 minutes", 12, 0)
    assert (breaks.minutes, breaks.done) == (45, "")
    for name, card in (("walk", walk), ("breaks", breaks)):
        made = render_to_string(f"between/_{name}_card.html", {name: card, "csrf_token": "x" * 64})
        assert len(made.encode()) < MOST


def test_a_card_tells_what_was_done_today(diary, travel):
    diary.set_up()
    diary.write("walk_logged", MONDAY, minutes=7)
    diary.write("habit_done", MONDAY, habit="mobility-break")
    day = desk().today
    assert walk_card(desk(), day).done == 7
    assert breaks_card(desk(), day).done == "once"


@pytest.mark.parametrize(
    ("flare", "walked", "offered"),
    [(False, 0, True), (False, 1, False), (True, 0, True), (True, 10, True), (True, 11, False)],
)
def test_a_tap_is_offered_until_the_walk_or_the_last_short_one_is_noted(
    diary, travel, flare, walked, offered
):
    diary.set_up(walking_minutes=12)
    if flare:
        diary.write("flare_reported", MONDAY)
    if walked:
        diary.write("walk_logged", MONDAY, minutes=walked)
    assert walk_card(desk(), desk().today).open is offered


def test_a_locked_day_has_no_cards(diary, travel):
    diary.set_up()
    answers = {"today-nerves": "yes"}
    diary.write("screening_answered", MONDAY, questions="test", scope="short", answers=answers)
    day = desk().today
    assert (walk_card(desk(), day), breaks_card(desk(), day)) == (None, None)
