"""The calendar feed: an address that is its own key, and a week that follows what happens."""

import re
from datetime import timedelta

import pytest
from django.test import Client, override_settings
from icalendar import Calendar

from mainstay.reminders.models import ReminderSettings
from tests.web.conftest import MONDAY
from tests.web.test_guarding import OPEN

PAGE = "/settings/reminders/"


@pytest.fixture(autouse=True)
def somebody(diary, travel):
    """Somebody who trains on Mondays, Wednesdays and Fridays."""
    diary.set_up()


def new_address(client):
    """Make an address and read it off the page."""
    assert client.post(f"{PAGE}calendar/", {"what": "new"}).url == f"{PAGE}#calendar"
    shown = re.search(r'value="http://[^/]+(/calendar/[\w-]+\.ics)"', client.get(PAGE).content.decode())
    assert shown
    return shown[1]


def sessions(client, address):
    """Return the feed's sessions: their days, and their entries by day."""
    calendar = Calendar.from_ical(client.get(address).content)
    assert not calendar.errors
    found = [entry for entry in calendar.walk("VEVENT") if str(entry["summary"]).startswith("Training")]
    return {str(entry["dtstart"].dt)[:10]: entry for entry in found}


def test_the_address_is_shown_once_and_only_a_digest_is_kept(client):
    address = new_address(client)
    secret = address.split("/")[-1].removesuffix(".ics")
    assert len(secret) >= 43, "32 bytes of chance"
    page = client.get(PAGE).content.decode()
    assert secret not in page
    assert "On. The address is not shown again" in page
    assert len(ReminderSettings.objects.get().feed_digest) == 64
    assert secret not in ReminderSettings.objects.get().feed_digest


@override_settings(**OPEN)
def test_it_is_read_without_a_login_and_kept_by_nobody(client):
    with override_settings(OPEN=False, MIDDLEWARE=OPEN["MIDDLEWARE"][:-1]):
        address = new_address(client)
    answer = Client(headers={"host": "coach.example"}).get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "no-store"
    assert "noindex" in answer["X-Robots-Tag"]
    assert not answer.cookies


def test_a_new_address_ends_the_one_before_and_off_ends_both(client):
    first = new_address(client)
    second = new_address(client)
    assert [client.get(one).status_code for one in (first, second)] == [404, 200]
    client.post(f"{PAGE}calendar/", {"what": "off"})
    assert [client.get(one).status_code for one in (first, second)] == [404, 404]
    assert "Make an address" in client.get(PAGE).content.decode()


def test_an_address_that_was_ended_elsewhere_meanwhile_is_not_shown(client):
    client.post(f"{PAGE}calendar/", {"what": "new"})
    new_address(Client(headers={"host": "localhost"}))
    assert "shown this once" not in client.get(PAGE).content.decode()


@pytest.mark.parametrize("secret", ["x", "0" * 64, "%00"])
def test_a_guess_finds_nothing(client, secret):
    assert client.get(f"/calendar/{secret}.ics").status_code == 404
    new_address(client)
    assert client.get(f"/calendar/{secret}.ics").status_code == 404
    digest = ReminderSettings.objects.get().feed_digest
    assert client.get(f"/calendar/{digest}.ics").status_code == 404, "nor does what is kept"


def test_it_says_when_and_how_long_and_nothing_else(client):
    feed = client.get(new_address(client)).content.decode()
    assert "SUMMARY:Training\\, " in feed
    assert "DESCRIPTION" not in feed
    assert not re.search(r"\b(back|plank|bridge|pain)\b", feed, re.I)


def test_it_changes_after_a_session_and_an_entry_keeps_its_name(client, diary, travel):
    address = new_address(client)
    before = sessions(client, address)
    diary.train(MONDAY + timedelta(minutes=5))
    travel(MONDAY + timedelta(hours=1))
    after = sessions(client, address)
    assert before != after
    both = before.keys() & after.keys()
    assert both
    for day in both:
        assert before[day]["uid"] == after[day]["uid"]
        assert int(after[day]["sequence"]) > int(before[day]["sequence"])
        assert after[day]["last-modified"].dt > before[day]["last-modified"].dt
    # It is now known when the person trains: a time in place of a whole day.
    assert {str(entry["dtstart"].dt)[11:] for entry in before.values()} == {""}
    assert {str(entry["dtstart"].dt)[11:] for entry in after.values()} == {"08:05:00"}


def test_it_follows_when_other_days_are_chosen(client, diary):
    address = new_address(client)
    assert list(sessions(client, address)) == ["2026-03-02", "2026-03-04", "2026-03-06"]
    diary.set_up(MONDAY + timedelta(minutes=5), days=["tue", "thu", "sat"])
    assert list(sessions(client, address)) == ["2026-03-03", "2026-03-05", "2026-03-07"]


def test_a_session_that_was_missed_moves(client, diary, travel):
    diary.set_up(MONDAY + timedelta(minutes=5), days=["mon", "tue", "wed", "thu", "fri", "sat", "sun"])
    diary.train(MONDAY + timedelta(minutes=10))
    address = new_address(client)
    travel(MONDAY + timedelta(days=2))
    assert list(sessions(client, address))[:2] == ["2026-03-04", "2026-03-06"]
    travel(MONDAY + timedelta(days=3))
    assert list(sessions(client, address))[:2] == ["2026-03-05", "2026-03-07"]


def test_who_said_when_they_mean_to_train_finds_it_at_that_time(client):
    ReminderSettings.objects.update(session=True, session_time="07:30")
    address = new_address(client)
    ReminderSettings.objects.update(session=True, session_time="07:30")
    assert {str(entry["dtstart"].dt)[11:] for entry in sessions(client, address).values()} == {"07:30:00"}
