"""Before training: pain, three questions, and what follows from them."""

import pytest

from mainstay.catalogue import load_catalogue

GOOD = {"pain_now": "2", "today-nerves": "no", "today-unwell": "no", "today-fall": "no"}


@pytest.fixture(autouse=True)
def monday(travel):
    """It is a training day."""


def test_without_a_profile_there_is_nothing_to_check_in_for(client, diary):
    assert client.get("/checkin/").headers["Location"] == "/today/"


def test_the_three_questions_and_pain_are_asked_with_nothing_chosen(client, diary):
    diary.set_up()
    page = client.get("/checkin/").content.decode()
    for question in load_catalogue().asked_in("short"):
        assert f'name="{question.id}"' in page
    assert "checked" not in page


def test_a_good_check_in_starts_the_session_as_it_was_planned(client, diary):
    diary.set_up()
    answer = client.post("/checkin/", GOOD)
    (started,) = diary.told("session_started")
    assert answer.headers["Location"] == f"/train/{started['session']}/"
    assert started["plan"]["blocks"][0]["block"] == "warm-up"
    assert all(item["sets"] >= 1 for block in started["plan"]["blocks"] for item in block["items"])
    (screening,) = [told for told in diary.told("screening_answered") if told["scope"] == "short"]
    assert screening["answers"] == {"today-nerves": "no", "today-unwell": "no", "today-fall": "no"}
    assert diary.told("day_checked_in") == [{"pain_now": 2}]


def test_what_was_told_beside_it_is_kept(client, diary):
    diary.set_up()
    client.post("/checkin/", GOOD | {"pain_usual": "3", "symptom": "ache"})
    assert diary.told("day_checked_in") == [{"pain_now": 2, "pain_usual": 3, "symptom": "ache"}]


@pytest.mark.parametrize("missing", list(GOOD))
def test_every_question_needs_an_answer_and_the_others_are_kept(client, diary, missing):
    diary.set_up()
    answer = client.post("/checkin/", {name: value for name, value in GOOD.items() if name != missing})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert f'href="#{missing}-first"' in page
    assert page.count(" checked") == 3
    assert not diary.told("day_checked_in")


@pytest.mark.parametrize(
    "made_up", [{"pain_now": "11"}, {"pain_now": "-1"}, {"symptom": "tickling"}, {"today-fall": "perhaps"}]
)
def test_an_answer_that_was_not_offered_is_asked_again(client, diary, made_up):
    diary.set_up()
    assert client.post("/checkin/", GOOD | made_up).status_code == 422
    assert not diary.told("session_started")


@pytest.mark.parametrize("question", ["today-nerves", "today-unwell", "today-fall"])
@pytest.mark.parametrize("answer", ["yes", "unsure"])
def test_a_bad_answer_leads_to_what_it_means_and_starts_nothing(client, diary, question, answer):
    diary.set_up()
    page = client.post("/checkin/", GOOD | {question: answer})
    assert page.headers["Location"] == "/safety/result/"
    assert diary.told("day_checked_in")
    assert not diary.told("session_started")


def test_a_nerve_symptom_brings_the_safety_questions_back(client, diary):
    diary.set_up()
    assert client.post("/checkin/", GOOD | {"symptom": "numbness"}).headers["Location"] == "/safety/result/"


def test_a_session_that_is_under_way_goes_on(client, diary):
    diary.set_up()
    first = client.post("/checkin/", GOOD).headers["Location"]
    assert client.get("/checkin/").headers["Location"] == first


def test_high_pain_makes_it_a_gentle_session(client, diary):
    diary.set_up()
    normal = client.post("/checkin/", GOOD)
    assert normal.headers["Location"].startswith("/train/")
    diary.write("event_retracted", diary_now(diary), event=last_id(diary, "session_started"))
    client.post("/checkin/", GOOD | {"pain_now": "6", "pain_usual": "6"})
    exercises = [
        i["exercise"] for b in diary.told("session_started")[-1]["plan"]["blocks"] for i in b["items"]
    ]
    catalogue = load_catalogue()
    assert exercises
    assert all(any(rung.relief for rung in catalogue.exercises[e].rungs) for e in exercises)


def last_id(diary, kind):
    from mainstay.diary import store

    return [e.id for e in store.events_of(store.the_diary()) if e.kind == kind][-1]


def diary_now(diary):
    from datetime import UTC, datetime

    return datetime.now(UTC)
