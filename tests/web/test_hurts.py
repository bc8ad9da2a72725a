"""“This hurts”: written at once, answered at once."""

import pytest

from tests.web.test_checkin import GOOD
from tests.web.test_training import items, strength, ticks


@pytest.fixture
def session(client, diary, travel) -> str:
    """A session on a training day, with the ticks of its last exercise."""
    diary.set_up(experience="returning")
    started = client.post("/checkin/", GOOD).headers["Location"]
    client.post(started, ticks(diary) | {"save": "1"})
    return started


def hurt(client, session, slug, symptom, pain, effort="5"):
    """Say what hurts; returns the page that answers."""
    told = {"symptom": symptom, "pain": pain, "effort": effort}
    answer = client.post(f"{session}hurts/{slug}/", told)
    assert answer.status_code == 302
    return client.get(answer.headers["Location"])


def test_the_button_saves_the_ticks_and_asks(client, diary, session):
    slug = strength(diary)
    answer = client.post(session, ticks(diary, slug) | {"hurts": slug})
    assert answer.headers["Location"] == f"{session}hurts/{slug}/"
    assert {told["exercise"] for told in diary.told("set_performed")} == {slug}
    page = client.get(answer.headers["Location"]).content.decode()
    assert "checked" not in page


def test_all_three_answers_are_needed(client, diary, session):
    answer = client.post(f"{session}hurts/{strength(diary)}/", {"pain": "5"})
    assert answer.status_code == 422
    assert not diary.told("exercise_rated")


@pytest.mark.parametrize(("pain", "heading"), [("3", "That can be all right"), ("4", "Make it smaller")])
def test_a_mild_ache_may_go_on_more_gently(client, diary, session, pain, heading):
    page = hurt(client, session, strength(diary), "ache", pain).content.decode()
    assert heading in page
    assert "Leave it out today" in page
    (told,) = diary.told("exercise_rated")
    assert (told["pain"], told["symptom"], told["effort"]) == (int(pain), "ache", 5)


def test_leaving_it_out_is_skipping_for_pain(client, diary, session):
    slug = strength(diary)
    hurt(client, session, slug, "ache", "4")
    client.post(f"{session}hurts/{slug}/", {"leave": "1"})
    assert diary.told("exercise_skipped")[0]["why"] == "pain"
    page = client.get(session).content.decode()
    assert "You left this one out today." in page
    assert f'name="hurts" value="{slug}"' not in page


def test_red_pain_makes_it_easier_and_ends_the_exercise_for_today(client, diary, session):
    slug = strength(diary)
    page = hurt(client, session, slug, "ache", "6").content.decode()
    assert "Easier from here" in page or "Leave this one" in page
    assert f'name="hurts" value="{slug}"' not in client.get(session).content.decode()


def test_what_was_stopped_keeps_the_sets_done_before(client, diary, session):
    slug = strength(diary)
    before = [told for told in diary.told("set_performed") if told["exercise"] == slug]
    hurt(client, session, slug, "ache", "6")
    client.post(session, {"shown": [item["exercise"] for item in items(diary)], "save": "1"})
    assert [told for told in diary.told("set_performed") if told["exercise"] == slug] == before


def test_a_sharp_pain_swaps_the_exercise_for_one_with_the_same_use(client, diary, session):
    slug = strength(diary)
    was = [item["exercise"] for item in items(diary)]
    page = hurt(client, session, slug, "sharp", "5").content.decode()
    now = [item["exercise"] for item in items(diary)]
    (stand_in,) = set(now) - set(was)
    assert now.index(stand_in) == now.index(slug) + 1
    assert "Instead, today" in page
    assert f'id="{stand_in}"' in client.get(session).content.decode()


@pytest.mark.parametrize("symptom", ["shooting", "spreading", "numbness", "weakness"])
def test_a_nerve_symptom_ends_the_session_and_asks_the_safety_questions_again(
    client, diary, session, symptom
):
    page = hurt(client, session, strength(diary), symptom, "2").content.decode()
    assert "end the session here" in page
    assert 'href="/safety/"' in page
    assert client.get(session).headers["Location"] == "/safety/result/"
    assert client.get(f"{session}finish/").status_code == 200


def test_an_exercise_that_gets_worse_can_be_told_again(client, diary, session):
    slug = strength(diary)
    hurt(client, session, slug, "ache", "3")
    assert "What does it feel like?" in client.get(f"{session}hurts/{slug}/?again=1").content.decode()
    assert "Leave this one" in hurt(client, session, slug, "sharp", "6").content.decode()


def test_what_was_told_on_the_way_is_not_asked_again_afterwards(client, diary, session):
    slug = strength(diary)
    hurt(client, session, slug, "ache", "3")
    assert f'name="effort:{slug}"' not in client.get(f"{session}rate/").content.decode()


def test_an_exercise_that_is_not_in_the_session_is_not_found(client, diary, session):
    assert client.get(f"{session}hurts/superman/").status_code == 404


def two_strengths(diary):
    """Two strength exercises of the session."""
    return [item["exercise"] for item in items(diary) if item["exercise"] != strength(diary)][-2:]


def test_a_second_red_answer_ends_the_session_and_says_so(client, diary, session):
    one, other = two_strengths(diary)
    assert "Close this session" not in hurt(client, session, one, "ache", "7").content.decode()
    assert client.get(session).status_code == 200
    page = hurt(client, session, other, "ache", "7").content.decode()
    assert "That is enough for today" in page
    assert "strongly to 2 exercises" in page
    assert "Go on with the session" not in page
    assert client.get(session).headers["Location"] == f"{session}rate/"
