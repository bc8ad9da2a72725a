"""Today, the week, the morning after, a flare-up, and the decisions with their reasons."""

import re
from datetime import timedelta

from mainstay.web.day.decisions import undoable_ids
from tests.web.conftest import MONDAY

DAY = timedelta(days=1)
FRIDAY, SATURDAY = MONDAY + 4 * DAY, MONDAY + 5 * DAY


def text_of(response):
    """The page's words, without tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def two_good_sessions(diary):
    diary.set_up(days=["mon", "fri"])
    session = diary.train(MONDAY)
    diary.write("morning_after", MONDAY + DAY, session=session, pain=2)
    diary.train(FRIDAY)


def test_the_first_day_is_shown_with_its_session_and_a_start(client, diary, travel):
    diary.set_up()
    page = client.get("/today/")
    assert "Monday 2 March" in text_of(page)
    assert "Your first day" in text_of(page)
    assert "/train/" in page.content.decode()
    assert "Why this?" in text_of(page)


def test_a_day_without_training_says_when_the_next_one_is(client, diary, travel):
    diary.set_up()
    diary.train(MONDAY)
    travel(MONDAY + DAY)
    page = text_of(client.get("/today/"))
    assert "Rest day" in page
    assert "Next session: tomorrow" in page


def test_a_locked_day_leads_to_what_to_do(client, diary, travel):
    diary.set_up()
    answers = {"today-nerves": "yes"}
    diary.write("screening_answered", MONDAY, questions="test", scope="short", answers=answers)
    page = client.get("/today/")
    assert "/safety/result/" in page.content.decode()
    assert "/train/" not in page.content.decode()
    assert client.get("/programme/")["Location"] == "/safety/result/"


def test_the_morning_after_is_asked_once_and_decides(client, diary, travel):
    diary.set_up()
    session = diary.train(MONDAY)
    assert client.get("/morning/")["Location"] == "/today/"
    travel(MONDAY + DAY)
    assert "You trained yesterday" in text_of(client.get("/today/"))
    assert client.post("/morning/", {}).status_code == 422
    assert client.post("/morning/", {"pain": "11"}).status_code == 422
    client.post("/morning/", {"pain": "0"})
    assert diary.told("morning_after") == [{"session": session, "pain": 0}]
    assert client.get("/morning/")["Location"] == "/today/"


def test_two_good_sessions_change_the_next_one_and_say_why(client, diary, travel):
    two_good_sessions(diary)
    travel(SATURDAY)
    client.post("/morning/", {"pain": "2"})
    assert not client.get("/morning/").content
    page = text_of(client.get("/today/"))
    assert "What changed, and why" in page
    assert "one step up" in page
    assert "Two good sessions in a row" in page
    assert "one step up" in text_of(client.get("/programme/"))
    history = text_of(client.get("/history/"))
    assert "Saturday 7 March 2026" in history
    assert "Where these rules come from" in history
    travel(MONDAY + 7 * DAY)
    assert "One step up. Two good sessions in a row" in text_of(client.get("/today/"))


def test_the_last_step_can_be_taken_back_once(client, diary, travel):
    two_good_sessions(diary)
    travel(SATURDAY)
    client.post("/morning/", {"pain": "2"})
    [decision] = undoable_ids(diary.person)
    ladders = diary.person.progression.ladders
    slug = next(name for name, ladder in ladders.items() if ladder.undo)
    stepped = ladders[slug].place
    answer = client.post("/history/undo/", {"decision": decision, "back": "programme"})
    assert answer["Location"] == "/programme/"
    assert diary.told("decision_undone") == [{"decision": decision}]
    assert diary.person.progression.ladders[slug].place < stepped
    assert "You took this back" in text_of(client.get("/history/"))
    assert "What changed" not in text_of(client.get("/today/"))
    client.post("/history/undo/", {"decision": decision})
    assert len(diary.told("decision_undone")) == 1


def test_an_undo_leads_nowhere_but_to_our_own_pages(client, diary, travel):
    diary.set_up()
    answer = client.post("/history/undo/", {"decision": "x", "back": "https://evil.example/"})
    assert answer["Location"] == "/history/"


def test_the_week_shows_seven_days_with_reasons(client, diary, travel):
    diary.set_up()
    page = text_of(client.get("/programme/"))
    for day in ("Today", "Tuesday 3 March", "Wednesday 4 March", "Sunday 8 March"):
        assert day in page
    assert "It is here for" in page


def test_why_not_can_be_asked_of_any_exercise(client, diary, travel):
    diary.set_up()
    page = text_of(client.get("/programme/?exercise=superman"))
    assert "stays off until you choose it yourself" in page
    assert client.get("/programme/?exercise=sit-up").status_code == 200


def test_a_flare_up_brings_gentle_days_and_an_end(client, diary, travel):
    diary.set_up()
    assert "A bad spell?" in text_of(client.get("/flare/"))
    client.post("/flare/", {"note": "lifted a box"})
    assert diary.told("flare_reported") == [{"note": "lifted a box"}]
    assert "Gentle day" in text_of(client.get("/today/"))
    travel(MONDAY + DAY)
    client.post("/flare/", {})
    assert diary.told("flare_ended") == [{}]
    assert "Gentle day" not in text_of(client.get("/today/"))


def test_history_has_a_page_before_anything_happened(client, diary, travel):
    assert "Nothing yet" in text_of(client.get("/history/"))


def test_the_day_is_the_persons_own(client, diary, travel):
    diary.set_up(at=MONDAY - DAY)
    client.cookies["tz"] = "Pacific/Auckland"
    travel(MONDAY.replace(hour=13))
    assert "Tuesday 3 March" in text_of(client.get("/today/"))
    client.cookies["tz"] = "Pacific/Honolulu"
    travel(MONDAY.replace(hour=1))
    assert "Sunday 1 March" in text_of(client.get("/today/"))


def test_a_time_zone_that_is_none_is_passed_over(client, diary, travel):
    diary.set_up()
    for zone in ("Nowhere/Town", "../../etc/passwd", "x" * 300, "%00"):
        client.cookies["tz"] = zone
        assert client.get("/today/").status_code == 200


def test_after_a_pain_that_stopped_something_all_questions_come_first(client, diary, travel):
    diary.set_up()
    session = diary.train(MONDAY)
    rating = {"session": session, "exercise": "bird-dog", "effort": 5, "pain": 6, "symptom": "sharp"}
    diary.write("exercise_rated", MONDAY + timedelta(hours=1), **rating)
    travel(MONDAY + 2 * DAY)
    page = client.get("/today/").content.decode()
    assert "Answer the safety questions" in page
    assert "/train/" not in page
    assert client.get("/checkin/")["Location"] == "/safety/"
    diary.answer_all_clear(MONDAY + 2 * DAY - timedelta(minutes=1))
    assert "/train/" in client.get("/today/").content.decode()
