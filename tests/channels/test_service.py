"""The services that apprise reaches, by its plain JSON to a server on loopback."""

import io
import json
import logging

import pytest

from mainstay.reminders import Refused, Unreachable
from mainstay.reminders.channels import ServiceAddress, send
from mainstay.reminders.channels.service import service_name
from tests.channels.conftest import SESSION


@pytest.fixture
def mine(service, channel_to):
    return channel_to("service", url=service.address.replace("http://", "json://") + "/a-secret-word")


def test_a_service_gets_title_words_and_link(mine, service):
    send(mine, SESSION)
    [(path, headers, body)] = service.requests
    told = json.loads(body)
    assert path == "/a-secret-word"
    assert told["title"] == "Time to train"
    assert told["message"] == "Your session waits.\n\nhttps://coach.example/today/"
    assert headers["user-agent"] == "Mainstay"


@pytest.mark.parametrize(
    ("status", "meaning"),
    [
        (401, Refused),
        (403, Refused),
        (404, Refused),
        (429, Unreachable),
        (500, Unreachable),
        (307, Unreachable),
    ],
)
def test_what_a_services_answer_means(mine, service, status, meaning):
    service.status = status
    with pytest.raises(meaning) as told:
        send(mine, SESSION)
    assert str(told.value).startswith("JSON ")
    assert "a-secret-word" not in str(told.value)
    assert len(service.requests) == 1, "a redirect is not followed"


def test_an_address_that_calls_itself_optional_does_not_pass_for_arrived(channel_to, service):
    service.status = 500
    channel = channel_to("service", url=service.address.replace("http://", "json://") + "/?optional=yes")
    with pytest.raises(Unreachable):
        send(channel, SESSION)


def test_a_service_that_is_not_there_is_asked_again_later(channel_to):
    with pytest.raises(Unreachable, match="ntfy could not be reached"):
        send(channel_to("service", url="ntfy://127.0.0.1:9/a-secret-word"), SESSION)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("ntfy://my-topic", "ntfy"),
        ("tgram://123456789:abcdefg_hijklmnop-qrst/12345", "Telegram"),
        ("matrixs://user:word@matrix.example/#room", "Matrix"),
    ],
)
def test_a_known_address_is_known_by_the_services_name(url, name):
    assert service_name(ServiceAddress(url)) == name


@pytest.mark.parametrize("url", ["hello", "nonsense://host/", "https://example.org/", ""])
def test_an_unknown_address_is_refused_in_plain_words(url):
    with pytest.raises(Refused, match="begins with the service’s name"):
        service_name(ServiceAddress(url))


def test_an_address_is_not_written_out_though_the_service_would(monkeypatch):
    written = io.StringIO()
    monkeypatch.setattr(logging.getLogger(), "handlers", [logging.StreamHandler(written)])
    with pytest.raises(Refused):
        service_name(ServiceAddress("slack://a-secret-word"))
    assert not written.getvalue()
