"""Reminders as pages: what is wanted, by which ways, an honest test, what was sent, and the answers."""

import json
from datetime import time, timedelta

import pytest
from django.test import Client, override_settings

from mainstay.diary import store
from mainstay.diary.models import Diary
from mainstay.reminders import outbox
from mainstay.reminders.channels.answering import answer_token
from mainstay.reminders.models import Channel, Reminder, ReminderSettings
from tests.channels.conftest import data_in
from tests.channels.letter_box import open_box
from tests.channels.push_service import Browser, listening
from tests.web.conftest import MONDAY
from tests.web.test_guarding import OPEN

PAGE = "/settings/reminders/"
WISHES = {
    "want": ["session"],
    "session_time": "07:30",
    "walk_time": "17:00",
    "quiet_from": "21:00",
    "quiet_to": "07:00",
    "cue": "After breakfast",
    "discreet": "no",
}


@pytest.fixture(autouse=True)
def somebody(diary, travel):
    """Somebody who has begun."""
    diary.set_up()


@pytest.fixture
def told():
    """Read the settings as they are now."""
    return lambda: outbox.settings_of(store.the_diary())


def way(kind="push", name="My phone", **address):
    return Channel.objects.create(diary=store.the_diary(), kind=kind, name=name, address=address)


def text(client):
    return client.get(PAGE).content.decode()


# --- What and when ----------------------------------------------------------------------------------------


def test_nothing_is_wanted_before_it_is_said(client, told):
    assert PAGE in client.get("/settings/").content.decode()
    assert "checked" not in text(client).split("discreet")[0]
    assert not any((told().session, told().walk, told().breaks))


def test_what_is_wanted_is_kept(client, told, diary):
    assert client.post(PAGE, WISHES).url == PAGE
    now = told()
    assert (now.session, now.walk, now.breaks, now.discreet) == (True, False, False, False)
    assert (now.session_time, now.quiet_from, now.quiet_to) == (time(7, 30), time(21), time(7))
    assert (now.origin, now.zone) == ("http://localhost", "Europe/London")
    assert diary.person.profile.cue == "After breakfast"
    page = text(client)
    assert "Please choose below" in page
    assert 'value="After breakfast"' in page
    assert "Please choose below" not in text(client), "it is said once"


def test_the_plan_is_written_into_the_diary_only_when_it_changes(client, diary):
    client.post(PAGE, WISHES)
    client.post(PAGE, WISHES | {"walk_time": "18:00"})
    client.post(PAGE, WISHES | {"cue": ""})
    assert [one.get("cue") for one in diary.told("profile_set")] == [None, "After breakfast", None]
    assert len({one["birth_year"] for one in diary.told("profile_set")}) == 1


@pytest.mark.parametrize(
    ("at", "taken"), [("20:59", True), ("21:00", False), ("06:59", False), ("07:00", True)]
)
def test_a_time_in_the_quiet_hours_would_never_come(client, told, at, taken):
    page = client.post(PAGE, WISHES | {"session_time": at})
    assert page.status_code == (302 if taken else 422)
    assert told().session is taken
    if not taken:
        assert "within your quiet hours" in page.content.decode()


def test_the_time_of_what_is_not_wanted_may_be_any(client):
    assert client.post(PAGE, WISHES | {"walk_time": "23:00"}).status_code == 302


@pytest.mark.parametrize("written", ["", "25:00", "soon"])
def test_a_time_that_is_none_is_asked_for_again(client, told, written):
    page = client.post(PAGE, WISHES | {"quiet_to": written})
    assert page.status_code == 422
    assert "Please write a time" in page.content.decode()
    assert 'value="07:30"' in page.content.decode(), "what else was filled in stays"
    assert not told().session


# --- Ways -------------------------------------------------------------------------------------------------

MAIL = {
    "to": "me@example.org",
    "sender": "coach@example.org",
    "host": "127.0.0.1",
    "port": "25",
    "security": "none",
}


def test_mail_is_added_tried_and_said_to_work(client):
    with open_box() as box:
        client.post(f"{PAGE}email/", MAIL | {"port": str(box.port)})
        assert "E-mail to me@example.org is added" in text(client)
        client.post(f"{PAGE}{Channel.objects.get().pk}/", {"what": "test"})
        assert "was handed to your mail server" in text(client)
        [letter] = box.letters
    assert "http://localhost/" in letter.get_content()
    assert "Sent to E-mail to me@example.org" in text(client)


def test_a_test_that_does_not_arrive_says_why(client):
    with open_box() as box:
        box.to_recipient = "550 no such person"
        client.post(f"{PAGE}email/", MAIL | {"port": str(box.port)})
        client.post(f"{PAGE}{Channel.objects.get().pk}/", {"what": "test"})
    page = text(client)
    assert "The test did not reach E-mail to me@example.org." in page
    assert page.count("does not take mail for this address") == 3, "said, beside the way, and in the log"


@pytest.mark.parametrize(
    ("part", "given", "why"),
    [
        ("to", "me", "Please write an e-mail address"),
        ("sender", "", "Please write an e-mail address"),
        ("host", "https://mail.example.org/", "mail server’s name"),
        ("port", "0", "from 1 to 65535"),
        ("port", "65536", "from 1 to 65535"),
        ("security", "magic", "Please choose one"),
        ("password", "a-secret-word", "only travels encrypted"),
    ],
)
def test_mail_that_cannot_work_is_asked_for_again(client, part, given, why):
    page = client.post(f"{PAGE}email/", MAIL | {part: given})
    assert page.status_code == 422
    assert why in page.content.decode()
    assert "a-secret-word" not in page.content.decode(), "a password is not sent back"
    assert not Channel.objects.exists()


def test_where_the_server_has_a_mailbox_only_the_recipient_is_asked_for(client, monkeypatch):
    monkeypatch.setenv("MAINSTAY_MAIL", "smtps://mail.example.org/?from=coach@example.org")
    page = client.get(f"{PAGE}email/").content.decode()
    assert 'name="to"' in page
    assert 'name="host"' not in page
    client.post(f"{PAGE}email/", {"to": "me@example.org"})
    assert Channel.objects.get().address == {"to": "me@example.org", "server": None}


def test_a_service_goes_by_its_name_and_its_address_is_never_shown_again(client):
    client.post(f"{PAGE}service/", {"url": "ntfy://a-secret-word"})
    client.post(f"{PAGE}service/", {"url": "ntfy://a-secret-word", "name": "The kitchen"})
    page = text(client)
    assert "<h3>ntfy</h3>" in page
    assert "<h3>The kitchen</h3>" in page
    export = b"".join(client.get("/settings/export/").streaming_content)
    assert "a-secret-word" not in page + export.decode()


def test_a_service_nobody_knows_is_refused_in_plain_words(client):
    page = client.post(f"{PAGE}service/", {"url": "https://example.org/"})
    assert page.status_code == 422
    assert "begins with the service’s name" in page.content.decode()
    assert not Channel.objects.exists()


def test_a_way_is_turned_off_and_on_and_removed(client):
    one = way()
    for what, shown in (("off", "turned off"), ("on", "· on")):
        client.post(f"{PAGE}{one.pk}/", {"what": what})
        assert shown in text(client)
    client.post(f"{PAGE}{one.pk}/", {"what": "remove"})
    assert "My phone is removed" in text(client)
    assert not Channel.objects.exists()
    assert client.post(f"{PAGE}{one.pk}/", {"what": "on"}).status_code == 404


def test_another_persons_way_is_not_there(client):
    other = Channel.objects.create(diary=Diary.objects.create(), kind="push", name="Theirs", address={})
    assert "Theirs" not in text(client)
    assert client.post(f"{PAGE}{other.pk}/", {"what": "remove"}).status_code == 404
    assert Channel.objects.exists()


def test_a_browser_is_taken_once_under_the_name_it_goes_by(client):
    told = Browser().subscription("https://push.example.org/abc")
    phone = "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0"
    for _ in range(2):
        assert client.post(f"{PAGE}browser/", told, headers={"user-agent": phone}).status_code == 201
    one = Channel.objects.get()
    assert one.name == "Firefox on Android"
    assert one.address["contact"].startswith("mailto:")
    assert "push.example.org" not in text(client)


def test_a_push_service_may_ask_a_server_that_has_a_name_on_the_internet():
    told = Browser().subscription("https://push.example.org/abc")
    with override_settings(ALLOWED_HOSTS=["*"]):
        for host in ("coach.example:8443", "coach"):
            Client(headers={"host": host}).post(f"{PAGE}browser/", told, secure=True)
            contact = Channel.objects.get().address["contact"]
            assert contact == ("https://coach.example" if "." in host else "mailto:nobody@example.org")


def test_a_browser_may_be_given_a_name(client):
    told = Browser().subscription("https://push.example.org/abc")
    client.post(f"{PAGE}browser/", told | {"name": "My phone"})
    assert Channel.objects.get().name == "My phone"


def test_a_test_to_a_browser_arrives_there_and_says_no_more_than_was_wanted(client, monkeypatch, tmp_path):
    holder = Browser()
    with listening() as service, data_in(tmp_path):
        monkeypatch.setenv("MAINSTAY_PUSH_SERVICE", service.address)
        client.post(f"{PAGE}browser/", holder.subscription(f"{service.address}/abc"))
        client.post(f"{PAGE}{Channel.objects.get().pk}/", {"what": "test"})
    [(_, _, body)] = service.requests
    told = holder.read(body)
    assert told["key"].startswith("test-")
    assert told["url"] == PAGE
    assert "answer" not in told
    assert "A test is on its way" in text(client)


def test_a_browser_that_has_withdrawn_is_turned_off(client, monkeypatch, tmp_path):
    with listening() as service, data_in(tmp_path):
        service.status = 410
        monkeypatch.setenv("MAINSTAY_PUSH_SERVICE", service.address)
        client.post(f"{PAGE}browser/", Browser().subscription(f"{service.address}/abc"))
        client.post(f"{PAGE}{Channel.objects.get().pk}/", {"what": "test"})
    page = text(client)
    assert "turned off" in page
    assert page.count("Please allow them again on that device") == 3, "said, beside the way, and in the log"


def test_what_no_browser_gives_out_is_not_taken(client):
    told = Browser().subscription("https://push.example.org/abc") | {"auth": "no"}
    page = client.post(f"{PAGE}browser/", told)
    assert page.status_code == 422
    assert "not what a browser gives out" in json.loads(page.content)["problem"]
    assert not Channel.objects.exists()


@pytest.mark.parametrize(("host", "plain"), [("localhost:8000", False), ("192.168.1.20:8000", True)])
def test_over_plain_http_from_elsewhere_other_ways_are_offered(host, plain):
    with override_settings(ALLOWED_HOSTS=["*"]):
        page = Client(headers={"host": host}).get(PAGE).content.decode()
    assert ("No notifications over plain http" in page) is plain


def test_ways_go_with_the_diary(client):
    way(endpoint="https://push.example.org/a-secret-word")
    client.post("/settings/delete/", {"sure": "yes"})
    assert not Channel.objects.exists()
    assert not ReminderSettings.objects.exists()


# --- Answers ----------------------------------------------------------------------------------------------


def reminder(kind="session"):
    today = MONDAY.date()
    return Reminder.objects.create(
        diary=store.the_diary(),
        key=f"{kind}-{today}",
        kind=kind,
        day=today,
        due_at=MONDAY,
        until=MONDAY + timedelta(hours=8),
    )


@pytest.mark.parametrize("what", ["later", "not_today"])
@override_settings(**OPEN)
def test_a_notifications_button_works_while_nobody_is_signed_in(what):
    one = reminder()
    stranger = Client(enforce_csrf_checks=True, headers={"host": "coach.example"})
    answered = stranger.post("/reminders/answer/", {"word": answer_token(one.key), "what": what})
    assert answered.status_code == 204
    one.refresh_from_db()
    assert one.answer == what
    assert stranger.get(PAGE).status_code == 302


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"word": "session-2026-03-02", "what": "later"},
        {"word": answer_token("session-2026-03-03"), "what": "later"},
        {"word": answer_token("session-2026-03-02"), "what": "stop"},
    ],
    ids=["nothing", "unsigned", "another", "something else"],
)
def test_a_word_is_good_for_one_reminder_and_two_answers(client, sent):
    one = reminder()
    assert client.post("/reminders/answer/", sent).status_code == 404
    one.refresh_from_db()
    assert one.answer == ""


def test_an_old_word_is_good_for_nothing(client, travel):
    sent = {"word": answer_token(reminder().key), "what": "later"}
    travel(MONDAY + timedelta(days=2, seconds=1))
    assert client.post("/reminders/answer/", sent).status_code == 404


def test_in_an_hour_is_an_hour(client):
    one = reminder()
    client.post("/reminders/answer/", {"word": answer_token(one.key), "what": "later"})
    one.refresh_from_db()
    assert timedelta(minutes=59) < one.again_at - MONDAY < timedelta(minutes=61)


@pytest.mark.parametrize(("what", "goes_on"), [("go-on", True), ("stop", False)])
def test_whether_to_go_on_is_asked_and_answered(client, told, what, goes_on):
    assert "Shall I go on" not in text(client)
    client.post(PAGE, WISHES)
    ReminderSettings.objects.update(asked_at=MONDAY)
    assert "Shall I go on" in text(client)
    client.post(f"{PAGE}asked/", {"what": what})
    assert told().session is goes_on
    assert told().asked_at is None
    page = text(client)
    assert ("The reminders go on." in page) is goes_on
    assert ("have stopped" in page) is not goes_on
