"""From the player's form to the diary, without a script."""

from datetime import timedelta

import pytest

from tests.web.conftest import MONDAY
from tests.web.test_checkin import GOOD


@pytest.fixture(autouse=True)
def monday(travel):
    """It is a training day; the fixture goes on to others."""
    return travel


@pytest.fixture
def session(client, diary) -> str:
    """A first session, just begun."""
    diary.set_up(experience="returning")
    return client.post("/checkin/", GOOD).headers["Location"]


def items(diary) -> list[dict]:
    plan = diary.told("session_started")[-1]["plan"]
    return [item for block in plan["blocks"] for item in block["items"]]


def ticks(diary, *slugs: str) -> dict:
    """The form with every set of some exercises ticked, or of all."""
    chosen = [item for item in items(diary) if not slugs or item["exercise"] in slugs]
    names = [
        "/".join(filter(None, (item["exercise"], str(number), side)))
        for item in chosen
        for number in range(1, item["sets"] + 1)
        for side in (item["sides"] or [""])
    ]
    return {"shown": [item["exercise"] for item in items(diary)], "done": names}


def strength(diary) -> str:
    return items(diary)[-1]["exercise"]


def test_the_page_works_without_the_script(client, diary, session):
    page = client.get(session).content.decode()
    for item in items(diary):
        assert f'id="{item["exercise"]}"' in page
        assert f'name="hurts" value="{item["exercise"]}"' in page
    assert page.count('name="done"') == len(ticks(diary)["done"])


def test_ticked_sets_are_written_and_the_others_are_not(client, diary, session):
    slug = strength(diary)
    client.post(session, ticks(diary, slug) | {"save": "1"})
    told = diary.told("set_performed")
    assert {one["exercise"] for one in told} == {slug}
    assert len(told) == len(ticks(diary, slug)["done"])
    assert all(one["target"]["reps"] == one["reps"] for one in told)


def test_saving_twice_writes_every_set_once(client, diary, session):
    for _ in range(2):
        client.post(session, ticks(diary) | {"save": "1"})
    assert len(diary.told("set_performed")) == len(ticks(diary)["done"])


def test_a_tick_that_is_taken_back_is_gone(client, diary, session):
    client.post(session, ticks(diary) | {"save": "1"})
    client.post(session, {"shown": ticks(diary)["shown"], "save": "1"})
    assert not diary.told("set_performed")


def test_a_form_that_did_not_show_an_exercise_leaves_its_sets_alone(client, diary, session):
    client.post(session, ticks(diary) | {"save": "1"})
    client.post(session, {"shown": [], "save": "1"})
    assert len(diary.told("set_performed")) == len(ticks(diary)["done"])


def test_saved_ticks_and_numbers_are_shown_again(client, diary, session):
    slug = strength(diary)
    name = ticks(diary, slug)["done"][0]
    client.post(session, ticks(diary, slug) | {f"reps:{name}": "1", "save": "1"})
    page = client.get(session).content.decode()
    assert page.count(" checked") == len(ticks(diary, slug)["done"])
    assert f'name="reps:{name}" value="1"' in page


def test_a_number_that_cannot_be_is_pointed_out_and_nothing_is_saved(client, diary, session):
    name = ticks(diary)["done"][0]
    answer = client.post(session, ticks(diary) | {f"reps:{name}": "lots", "rate": "1"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert f'href="#set-{name}"' in page
    assert 'value="lots"' in page
    assert not diary.told("set_performed")


def test_a_session_of_another_day_is_not_trained_any_more(client, diary, session, monday):
    monday(MONDAY + timedelta(days=1))
    assert client.get(session).headers["Location"] == "/today/"


@pytest.mark.parametrize("address", ["", "rate/", "finish/", "done/", "hurts/bridge/"])
def test_a_session_that_is_not_in_the_diary_is_not_found(client, diary, address):
    assert client.get(f"/train/0197a3c4-5b6d-7e8f-9a0b-1c2d3e4f5a6b/{address}").status_code == 404


def test_nothing_is_trained_while_training_is_locked(client, diary, session):
    diary.write(
        "screening_answered",
        MONDAY + timedelta(minutes=5),
        questions="t",
        scope="short",
        answers={"today-fall": "yes"},
    )
    assert client.get(session).headers["Location"] == "/safety/result/"


# --- How it was ---------------------------------------------------------------------------------------


def test_only_what_was_done_and_can_teach_something_is_rated(client, diary, session):
    client.post(session, ticks(diary) | {"rate": "1"})
    page = client.get(f"{session}rate/").content.decode()
    asked = [item["exercise"] for item in items(diary) if f'name="effort:{item["exercise"]}"' in page]
    assert strength(diary) in asked
    assert "easy-walk" not in asked


def test_without_any_set_there_is_nothing_to_rate(client, diary, session):
    assert client.get(f"{session}rate/").headers["Location"] == f"{session}finish/"


def test_an_exercise_left_open_is_not_rated(client, diary, session):
    client.post(session, ticks(diary) | {"rate": "1"})
    answer = client.post(f"{session}rate/", {})
    assert answer.headers["Location"] == f"{session}finish/"
    assert not diary.told("exercise_rated")


@pytest.mark.parametrize("half", ["effort", "pain", "symptom"])
def test_half_a_rating_is_asked_for_the_other_half(client, diary, session, half):
    client.post(session, ticks(diary) | {"rate": "1"})
    slug = strength(diary)
    value = "ache" if half == "symptom" else "3"
    assert client.post(f"{session}rate/", {f"{half}:{slug}": value}).status_code == 422
    assert not diary.told("exercise_rated")


def test_a_rating_is_written_as_it_was_given(client, diary, session):
    client.post(session, ticks(diary) | {"rate": "1"})
    slug = strength(diary)
    client.post(f"{session}rate/", {f"effort:{slug}": "4", f"pain:{slug}": "0", f"form:{slug}": "good"})
    (told,) = diary.told("exercise_rated")
    assert (told["exercise"], told["effort"], told["pain"], told["form"]) == (slug, 4, 0, "good")
    assert "symptom" not in told


def test_the_end_needs_effort_and_pain_and_may_have_a_note(client, diary, session):
    assert client.post(f"{session}finish/", {"effort": "4"}).status_code == 422
    client.post(f"{session}finish/", {"effort": "4", "pain_after": "2", "note": " Fine. "})
    (told,) = diary.told("session_finished")
    assert (told["effort"], told["pain_after"], told["note"]) == (4, 2, "Fine.")


def test_finishing_twice_is_finishing_once(client, diary, session):
    for _ in range(2):
        answer = client.post(f"{session}finish/", {"effort": "4", "pain_after": "2"})
        assert answer.headers["Location"] == f"{session}done/"
    assert len(diary.told("session_finished")) == 1


def test_the_end_says_what_was_done_and_when_the_next_session_is(client, diary, session):
    client.post(session, ticks(diary) | {"rate": "1"})
    client.post(f"{session}finish/", {"effort": "4", "pain_after": "2"})
    page = client.get(f"{session}done/").content.decode()
    assert "That counts" in page
    assert "On Wednesday 4 March" in page


def test_a_red_end_shows_at_once_what_changes(client, diary, session):
    slug = strength(diary)
    client.post(session, ticks(diary) | {"rate": "1"})
    client.post(f"{session}rate/", {f"effort:{slug}": "9", f"pain:{slug}": "1"})
    client.post(f"{session}finish/", {"effort": "9", "pain_after": "1"})
    assert "What changes" in client.get(f"{session}done/").content.decode()


def test_before_the_end_there_is_no_done_page(client, diary, session):
    assert client.get(f"{session}done/").headers["Location"] == f"{session}finish/"
    client.post(f"{session}finish/", {"effort": "4", "pain_after": "2"})
    assert client.get(session).headers["Location"] == f"{session}done/"
