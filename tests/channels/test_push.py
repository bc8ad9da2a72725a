"""Web Push: what a real push service gets, what the browser behind it reads, and what each answer means."""

import json
import stat
import time
from dataclasses import replace

import pytest
from cryptography.exceptions import InvalidTag

from mainstay.reminders import Kind, Refused, Unreachable
from mainstay.reminders.channels import PushAddress, push_address, send
from mainstay.reminders.channels.answering import answered_key
from mainstay.reminders.channels.push import check_push_address
from mainstay.reminders.channels.vapid import public_push_key
from tests.channels.conftest import SESSION, TEST
from tests.channels.push_service import Browser, checked_claims

CONTACT = "https://coach.example"


@pytest.fixture
def holder(service, monkeypatch):
    """A browser whose push service is the one on loopback, which the owner of this server has named."""
    monkeypatch.setenv("MAINSTAY_PUSH_SERVICE", service.address)
    return Browser()


@pytest.fixture
def phone(holder, service, channel_to):
    return channel_to("push", **holder.subscription(f"{service.address}/send/abc"), contact=CONTACT)


def test_the_browser_can_read_what_was_sent_and_nobody_else(phone, holder, service):
    send(phone, SESSION)
    [(path, headers, body)] = service.requests
    assert path == "/send/abc"
    assert b"train" not in body
    told = holder.read(body)
    assert {name: told[name] for name in ("key", "title", "body", "url")} == {
        "key": "session-2026-03-02",
        "title": "Time to train",
        "body": "Your session waits.",
        "url": "/today/",
    }
    assert headers["content-encoding"] == "aes128gcm"
    with pytest.raises(InvalidTag):
        Browser().read(body)


def test_the_push_service_can_tell_who_sends_by_the_key_the_browser_signed_up_for(phone, service):
    send(phone, SESSION)
    [(_, headers, _)] = service.requests
    claims = checked_claims(headers["authorization"], public_push_key())
    assert claims["aud"] == service.address
    assert claims["sub"] == CONTACT
    assert time.time() < claims["exp"] <= time.time() + 24 * 3600


def test_a_copy_replaces_the_one_before_and_stays_no_longer_than_it_is_of_use(phone, service):
    send(phone, SESSION)
    send(phone, SESSION)
    send(phone, TEST)
    topics = [headers["topic"] for _, headers, _ in service.requests]
    assert topics[0] == topics[1] != topics[2]
    assert all(len(topic) <= 32 for topic in topics)
    assert [headers["ttl"] for _, headers, _ in service.requests] == ["7200", "7200", "60"]
    assert {headers["urgency"] for _, headers, _ in service.requests} == {"high"}


def test_a_phone_that_sleeps_need_not_wake_for_a_break(phone, service):
    send(phone, replace(SESSION, kind=Kind.BREAK))
    assert service.requests[0][1]["urgency"] == "normal"


def test_a_reminder_carries_a_word_that_answers_it_and_a_test_none(phone, holder, service):
    send(phone, SESSION)
    send(phone, TEST)
    first, second = (holder.read(body) for _, _, body in service.requests)
    assert answered_key(first["answer"]) == SESSION.key
    assert answered_key(first["answer"] + "x") is None
    assert "answer" not in second


@pytest.mark.parametrize(
    ("status", "meaning", "stays_on"),
    [
        (404, Refused, False),
        (410, Refused, False),
        (401, Refused, True),
        (403, Refused, True),
        (413, Refused, True),
        (307, Refused, True),
        (429, Unreachable, True),
        (500, Unreachable, True),
        (503, Unreachable, True),
    ],
)
def test_what_a_push_services_answer_means(phone, service, status, meaning, stays_on):
    service.status = status
    with pytest.raises(meaning) as told:
        send(phone, SESSION)
    assert service.address not in str(told.value)
    phone.refresh_from_db()
    assert phone.on is stays_on
    assert len(service.requests) == 1, "a redirect is not followed"


def test_a_push_service_that_does_not_answer_is_asked_again_later(holder, channel_to, monkeypatch):
    monkeypatch.setenv("MAINSTAY_PUSH_SERVICE", "http://127.0.0.1:9")
    phone = channel_to("push", **holder.subscription("http://127.0.0.1:9/send"), contact=CONTACT)
    with pytest.raises(Unreachable):
        send(phone, SESSION)


def test_the_key_is_made_once_and_only_its_owner_can_read_it(own_folder):
    key = public_push_key()
    file = own_folder / "push-key"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "PRIVATE KEY" in file.read_text()
    assert public_push_key() == key
    assert [path.name for path in own_folder.iterdir()] == ["push-key"]


# --- Addresses that a browser would not have given out ------------------------------------------------------


def an_address(endpoint: str = "https://push.example.org/abc", **other: str) -> PushAddress:
    return push_address(Browser().subscription(endpoint) | {"contact": CONTACT} | other)


def test_an_address_of_a_push_service_is_taken():
    check_push_address(an_address())


@pytest.mark.parametrize(
    "address",
    [
        {"endpoint": "http://push.example.org/abc"},
        {"endpoint": "https://"},
        {"endpoint": "https://user:word@push.example.org/"},
        {"endpoint": "ftp://push.example.org/abc"},
        {"endpoint": "file:///etc/passwd"},
        {"endpoint": "http://127.0.0.1:8000/"},
        {"p256dh": "AAAA"},
        {"p256dh": "not base64 at all"},
        {"auth": "AAAA"},
    ],
    ids=json.dumps,
)
def test_what_no_browser_gives_out_is_refused(address):
    with pytest.raises(Refused, match="not what a browser gives out"):
        check_push_address(an_address(**address))


@pytest.mark.parametrize(
    ("inside", "why"),
    [
        ("https://127.0.0.1:{port}/", "does not lead to the internet"),
        ("https://localhost:{port}/", "does not lead to the internet"),
        ("http://127.0.0.1:{port}/", "not what a browser gives out"),
    ],
)
def test_an_address_that_leads_into_the_house_gets_no_byte(channel_to, service, inside, why):
    port = service.address.rpartition(":")[2]
    sly = channel_to("push", **Browser().subscription(inside.format(port=port)), contact=CONTACT)
    with pytest.raises(Refused, match=why):
        send(sly, SESSION)
    assert not service.requests
