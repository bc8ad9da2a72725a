"""The safety questions, what they lead to, and the ways on from there."""

from datetime import timedelta

import pytest

from mainstay.catalogue import load_catalogue
from mainstay.kernel import Clearance
from tests.web.conftest import MONDAY, all_clear

SECTIONS = ("right-now", "recent", "history", "pattern", "you")
EMERGENCIES = [
    question.id
    for question in load_catalogue().asked_in("full")
    if any(outcome.clearance is Clearance.EMERGENCY for outcome in question.outcomes)
]


def answers_of(section, **changed):
    told = all_clear() | {name.replace("_", "-"): value for name, value in changed.items()}
    asked = [q.id for q in load_catalogue().asked_in("full") if q.section == section]
    return {name: told[name] for name in asked if name in told}


def go_through(client, **changed):
    """Answer screen after screen; return where it ends."""
    client.get("/safety/")
    for section in SECTIONS:
        response = client.post(f"/safety/{section}/", answers_of(section, **changed))
        assert response.status_code == 302, response.content.decode()
        if response["Location"] == "/safety/result/":
            return client.get("/safety/result/").content.decode()
    raise AssertionError("the questions never end")


def test_somebody_new_is_welcomed_and_led_to_the_questions(client, diary):
    page = client.get("/")
    assert page.status_code == 200
    assert "/safety/" in page.content.decode()
    assert client.get("/today/")["Location"] == "/"


def test_all_clear_answers_become_one_event_and_open_the_way(client, diary):
    page = go_through(client)
    assert "You can begin" in page
    assert "/about/" in page
    [event] = diary.told("screening_answered")
    assert event["scope"] == "full"
    assert event["questions"] == load_catalogue().version
    assert event["answers"] == all_clear()


@pytest.mark.parametrize("question", EMERGENCIES)
@pytest.mark.parametrize("answer", ["yes", "unsure"])
def test_an_emergency_answer_ends_the_questions_at_once(client, diary, question, answer):
    page = go_through(client, **{question: answer})
    assert "Please get care now" in page
    assert "tel:112" in page
    assert client.get("/")["Location"] == "/safety/result/"
    assert diary.told("screening_answered")[0]["answers"][question] == answer


def test_a_question_left_open_is_asked_for_and_nothing_is_written(client, diary):
    left = answers_of("right-now")
    del left["bladder-bowel"]
    page = client.post("/safety/right-now/", left)
    assert page.status_code == 422
    assert "One thing is still open" in page.content.decode()
    assert 'href="#bladder-bowel-first"' in page.content.decode()
    assert not diary.told("screening_answered")


def test_an_answer_that_is_none_counts_as_left_open(client, diary):
    page = client.post("/safety/right-now/", answers_of("right-now", bladder_bowel="perhaps"))
    assert page.status_code == 422


@pytest.mark.parametrize("age", ["", "-1", "121", "forty", "1e2", "٤٤"])
def test_an_age_that_is_none_is_asked_for_again(client, diary, age):
    page = client.post("/safety/you/", answers_of("you") | {"age": age})
    assert page.status_code == 422
    assert "number from 0 to 120" in page.content.decode()


def test_going_back_shows_what_was_answered(client, diary):
    client.post("/safety/recent/", answers_of("recent", weight_loss="unsure"))
    page = client.get("/safety/recent/").content.decode()
    assert 'name="weight-loss" value="unsure" checked' in page


def test_questions_that_hang_on_another_are_only_taken_with_it(client, diary):
    pattern = {"gradual-onset": "yes", "better-with-exercise": "yes"}
    client.post("/safety/pattern/", pattern | {"pain-three-months": "no"})
    for section in SECTIONS:
        if section != "pattern":
            client.post(f"/safety/{section}/", answers_of(section))
    assert "gradual-onset" not in diary.told("screening_answered")[0]["answers"]


def test_a_clinicians_word_opens_what_a_clinician_should_see_first(client, diary, travel):
    page = go_through(client, known_disease="yes")
    assert "Please speak to a professional first" in page
    assert "Go back and change it" in page
    told = {"by": "Dr Malik", "on": MONDAY.date().isoformat(), "note": "start low", "unlocks": "nerve-glide"}
    assert client.post("/safety/cleared/", told)["Location"] == "/safety/result/"
    assert diary.told("clinician_cleared") == [told | {"unlocks": ["nerve-glide"]}]
    assert "You can begin, gently" in client.get("/safety/result/").content.decode()


def test_a_clinicians_word_does_not_lift_an_emergency_of_the_same_day(client, diary, travel):
    go_through(client, saddle_numbness="yes")
    assert "stays closed for today" in client.get("/safety/cleared/").content.decode()
    client.post("/safety/cleared/", {"by": "Dr Malik", "on": MONDAY.date().isoformat()})
    assert "Please get care now" in client.get("/safety/result/").content.decode()
    travel(MONDAY + timedelta(days=2))
    client.post("/safety/cleared/", {"by": "Dr Malik", "on": "2026-03-03"})
    assert "Please get care now" not in client.get("/safety/result/").content.decode()


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"by": "", "on": "2026-03-02"}, "Please say who"),
        ({"by": "Dr Malik", "on": ""}, "Please give the day"),
        ({"by": "Dr Malik", "on": "2026-03-03"}, "still to come"),
    ],
)
def test_a_clearance_needs_somebody_and_a_day_that_has_been(client, diary, travel, told, words):
    page = client.post("/safety/cleared/", told)
    assert page.status_code == 422
    assert words in page.content.decode()
    assert not diary.told("clinician_cleared")


def test_a_slip_of_the_finger_can_be_taken_back_the_same_day(client, diary, travel):
    go_through(client, saddle_numbness="yes")
    back = client.post("/safety/slip/")
    assert back["Location"] == "/safety/right-now/"
    assert 'name="saddle-numbness" value="yes" checked' in client.get(back["Location"]).content.decode()
    assert not diary.told("screening_answered")
    assert "You can begin" in go_through(client)


def test_yesterdays_answers_cannot_be_taken_back(client, diary, travel):
    go_through(client, known_disease="yes")
    travel(MONDAY + timedelta(days=1))
    assert "Go back and change it" not in client.get("/safety/result/").content.decode()
    client.post("/safety/slip/")
    assert diary.told("screening_answered")


def test_a_feeling_that_can_come_from_a_nerve_brings_the_questions_back(client, diary, travel):
    diary.set_up()
    diary.write("day_checked_in", MONDAY, pain_now=2, symptom="numbness")
    assert client.get("/")["Location"] == "/safety/result/"
    page = client.get("/safety/result/").content.decode()
    assert "A few questions first" in page
    assert "You felt something that can come from a nerve" in page
    assert "You can begin" not in page
    assert "You can begin" in go_through(client)


def test_after_a_long_time_the_questions_come_back(client, diary, travel):
    diary.set_up()
    travel(MONDAY + timedelta(days=60))
    assert "A few questions first" in client.get("/safety/result/").content.decode()


def test_a_question_that_was_never_answered_is_not_a_reason_to_see_a_clinician(client, diary, travel):
    answers = {name: answer for name, answer in all_clear().items() if name != "weight-loss"}
    diary.write("screening_answered", MONDAY, questions="older", scope="full", answers=answers)
    page = client.get("/safety/result/").content.decode()
    assert "A few questions first" in page
    assert "have you lost weight" in page
    assert "/safety/cleared/" not in page
