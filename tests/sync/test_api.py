"""The API: events handed over one by one, who may ask, and what a refusal says."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client, override_settings

from mainstay.diary import new_id, store
from mainstay.web.api.shapes import MOST
from tests.web.conftest import MONDAY
from tests.web.test_guarding import OPEN

EVENTS = "/api/v1/diary/events"


def walk(minutes=10, **more):
    return {
        "id": new_id(MONDAY),
        "kind": "walk_logged",
        "at": "2026-03-02T08:00:00+00:00",
        "minutes": minutes,
    } | more


def hello(client):
    return client.get("/api/v1/hello").json()


def hand_over(client, *events, **more):
    body = {"diary": hello(client)["diary"], "events": list(events)} | more
    return client.post(EVENTS, body, content_type="application/json")


def test_hello_tells_the_time_on_the_persons_clock(client, diary, travel):
    client.cookies["tz"] = "Asia/Tokyo"
    now = datetime.fromisoformat(hello(client)["now"])
    assert now.utcoffset() == timedelta(hours=9)
    assert abs(now - MONDAY) < timedelta(minutes=1)


def test_events_are_saved_once_however_often_they_come(client, diary, travel):
    events = [walk(minutes) for minutes in (5, 6, 7)]
    for batch in (events, events[::-1], events[1:]):
        answer = hand_over(client, *batch).json()
        assert answer["saved"] == [event["id"] for event in batch]
        assert answer["refused"] == []
    assert sorted(told["minutes"] for told in diary.told("walk_logged")) == [5, 6, 7]


def test_a_faulty_event_is_refused_with_all_its_faults_and_holds_up_no_neighbour(client, diary, travel):
    good, other = walk(5), walk(6)
    bad = walk(-1, at="yesterday")
    answer = hand_over(client, good, bad, "no object", {"kind": "walk_logged"}, other).json()
    assert answer["saved"] == [good["id"], other["id"]]
    assert [(refused["id"], refused["place"]) for refused in answer["refused"]] == [
        (bad["id"], 2),
        ("", 3),
        ("", 4),
    ]
    first = answer["refused"][0]["faults"]
    assert len(first) == 2
    assert "`at`" in first[0]
    assert "a number of minutes from 0 to 1440" in first[1]
    assert len(diary.told("walk_logged")) == 2


@pytest.mark.parametrize(
    "number", ["NaN", "Infinity", "1e999", "1" * 400], ids=["NaN", "Infinity", "1e999", "400 digits"]
)
def test_a_number_that_is_none_spoils_only_its_own_event(client, diary, travel, number):
    good, bad = walk(5), walk(6)
    body = json.dumps({"diary": hello(client)["diary"], "events": [bad, good]})
    body = body.replace('"minutes": 6', f'"minutes": {number}')
    answer = client.post(EVENTS, body, content_type="application/json").json()
    assert answer["saved"] == [good["id"]]
    assert [refused["id"] for refused in answer["refused"]] == [bad["id"]]


def test_half_a_character_spoils_only_its_own_event(client, diary, travel):
    good, bad = walk(5), walk(6, source="half a pair: \ud83d")
    answer = hand_over(client, bad, good).json()
    assert answer["saved"] == [good["id"]]
    assert "UTF-8" in answer["refused"][0]["faults"][0]


def test_an_unknown_kind_and_unknown_fields_are_kept(client, diary, travel):
    newer = walk(5, kind="something_newer", mood={"today": [1, 2]})
    assert hand_over(client, newer).json()["saved"] == [newer["id"]]
    assert diary.told("something_newer") == [{"minutes": 5, "mood": {"today": [1, 2]}}]


def test_an_id_that_says_something_else_already_is_refused_and_told_so(client, diary, travel):
    first, second = walk(5), walk(6)
    hand_over(client, first)
    answer = hand_over(client, first | {"minutes": 50}, second).json()
    assert answer["saved"] == [second["id"]]
    assert "taken by another event" in answer["refused"][0]["faults"][0]
    assert sorted(told["minutes"] for told in diary.told("walk_logged")) == [5, 6]


def test_two_events_of_one_id_in_one_batch_are_both_refused(client, diary, travel):
    one, other = walk(5), walk(6)
    answer = hand_over(client, one, other, one | {"minutes": 50}).json()
    assert answer["saved"] == [other["id"]]
    assert [refused["place"] for refused in answer["refused"]] == [1, 3]


def test_events_for_a_diary_that_was_deleted_are_not_put_into_the_next_one(client, diary, travel):
    old = hello(client)["diary"]
    store.delete_everything(store.the_diary())
    answer = hand_over(client, walk(), diary=old)
    assert answer.status_code == 409
    assert answer.json()["diary"] == hello(client)["diary"] != old
    assert not diary.told("walk_logged")


@pytest.mark.parametrize(("number", "status"), [(MOST, 200), (MOST + 1, 413)])
def test_a_request_takes_so_many_events_and_no_more(client, diary, travel, number, status):
    assert hand_over(client, *(walk(1) for _ in range(number))).status_code == status


def test_a_request_that_is_too_large_is_told_so(client, diary, travel):
    answer = hand_over(client, walk(5, source="x" * 1_000_001))
    assert answer.status_code == 413
    assert "smaller parts" in answer.json()["problem"]


def test_a_body_of_another_shape_is_refused_with_everything_that_is_wrong(client, diary, travel):
    answer = client.post(EVENTS, {"diary": 3}, content_type="application/json")
    assert answer.status_code == 422
    assert len(answer.json()["faults"]) == 2


def test_the_mark_moves_with_every_event_that_arrives_even_a_late_one(client, diary, travel):
    marks = [hello(client)["mark"]]
    for event in (walk(5), walk(6, at="2020-01-01T08:00:00+00:00")):
        hand_over(client, event)
        marks.append(hello(client)["mark"])
    assert len(set(marks)) == 3
    hand_over(client, event)
    assert hello(client)["mark"] == marks[-1]


@pytest.mark.parametrize(("ahead", "status"), [(-1, 404), (0, 200), (6, 200), (7, 404)])
def test_packets_are_there_for_a_week_with_today(client, diary, travel, ahead, status):
    diary.set_up()
    day = MONDAY.date() + timedelta(days=ahead)
    answer = client.get(f"/api/v1/days/{day}")
    assert answer.status_code == status
    if status == 200:
        assert answer.json()["date"] == day.isoformat()
        assert {name: answer.json()[name] for name in ("diary", "version")} == {
            name: hello(client)[name] for name in ("diary", "version")
        }


@pytest.mark.parametrize(
    ("path", "key"),
    [("today", "mode"), ("plan", "week"), ("progress", "summary"), ("today?on=2026-03-04", "mode")],
)
def test_the_documents_of_the_command_line_are_there_for_programs(client, diary, travel, path, key):
    diary.set_up()
    assert key in client.get(f"/api/v1/{path}").json()


def test_the_whole_diary_and_its_decisions_are_there_for_programs(client, diary, travel):
    diary.set_up()
    diary.train(MONDAY, pain=7)
    events = client.get("/api/v1/events").json()
    assert len(events) == len(list(store.events_of(store.the_diary())))
    assert client.get("/api/v1/events?since=2026-03-03").json() == []
    assert client.get("/api/v1/decisions").json()


def test_what_was_read_can_be_handed_over_again(client, diary, travel):
    diary.set_up()
    diary.train(MONDAY)
    events = client.get("/api/v1/events").json()
    answer = hand_over(client, *events).json()
    assert answer["saved"] == [event["id"] for event in events]


def test_a_change_needs_the_token_that_hello_gave(diary, travel):
    strict = Client(enforce_csrf_checks=True, headers={"host": "localhost"})
    greeting = hello(strict)
    body = {"diary": greeting["diary"], "events": [walk()]}
    without = strict.post(EVENTS, body, content_type="application/json")
    assert without.status_code == 403
    assert "hello" in without.json()["problem"]
    elsewhere = {"X-CSRFToken": greeting["csrf"], "Origin": "https://evil.example"}
    assert strict.post(EVENTS, body, content_type="application/json", headers=elsewhere).status_code == 403
    assert not diary.told("walk_logged")
    token = {"X-CSRFToken": greeting["csrf"]}
    assert strict.post(EVENTS, body, content_type="application/json", headers=token).status_code == 200


@pytest.mark.parametrize(
    "path", ["hello", "days/2026-03-02", "today", "plan", "decisions", "progress", "events"]
)
@override_settings(**OPEN)
def test_an_open_app_answers_a_stranger_with_401_and_never_with_a_page(diary, travel, path):
    answer = Client(headers={"host": "coach.example"}).get(f"/api/v1/{path}")
    assert answer.status_code == 401
    assert "sign in" in answer.json()["problem"]


@override_settings(**OPEN)
def test_an_open_app_takes_no_event_from_a_stranger_and_every_one_after_a_login(diary, travel):
    client = Client(headers={"host": "coach.example"})
    body = {"diary": str(store.edition(store.the_diary())), "events": [walk()]}
    assert client.post(EVENTS, body, content_type="application/json").status_code == 401
    assert not diary.told("walk_logged")
    client.force_login(User.objects.create_user("sam"))
    assert client.post(EVENTS, body, content_type="application/json").status_code == 200


def test_no_answer_about_a_person_is_kept_on_the_way(client, diary, travel):
    for path in ("hello", "today", "events"):
        assert client.get(f"/api/v1/{path}")["Cache-Control"] == "no-store"


def test_answers_and_scripts_are_compressed(client, diary, travel):
    diary.set_up()
    for path in ("/api/v1/plan", "/static/mainstay/js/store.js"):
        answer = client.get(path, headers={"accept-encoding": "gzip"})
        assert answer["Content-Encoding"] == "gzip"
        answer.close()


def test_the_diarys_name_stays_the_same_until_it_is_deleted(client, diary, travel):
    names = {hello(client)["diary"] for _ in range(2)}
    diary.write("flare_reported", datetime(2026, 3, 2, 9, tzinfo=UTC))
    assert names == {hello(client)["diary"]}


@pytest.mark.parametrize("path", ["/", "/library/", "/train/", "/settings/"])
def test_every_page_brings_the_cookie_of_forms_so_that_hello_beside_it_makes_no_other(diary, travel, path):
    strict = Client(enforce_csrf_checks=True, headers={"host": "localhost"})
    assert strict.get(path).cookies["csrftoken"].value
    secret = strict.cookies["csrftoken"].value
    hello(strict)
    assert strict.cookies["csrftoken"].value == secret
