"""Mail, by a real SMTP server on loopback: what arrives, how it travels, and what each refusal means."""

import pytest

from mainstay.reminders import Refused, Unreachable
from mainstay.reminders.channels import MailServer, Security, send
from mainstay.reminders.channels.mail import server_of
from tests.channels.conftest import SESSION, TEST
from tests.channels.letter_box import PASSWORD, USER, certificate_in, open_box


@pytest.fixture
def box():
    with open_box() as opened:
        yield opened


@pytest.fixture
def trusted(tmp_path_factory, monkeypatch):
    """A certificate that this machine trusts."""
    file = certificate_in(tmp_path_factory.mktemp("certificate"))
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    return file


@pytest.fixture
def me(channel_to):
    def made(port, security="none", **server):
        told = {"host": "127.0.0.1", "port": port, "security": security, "sender": "coach@example.org"}
        return channel_to("email", to="me@example.org", server=told | server)

    return made


def test_a_letter_says_it_in_plain_text_with_a_link(box, me):
    send(me(box.port), SESSION)
    [letter] = box.letters
    assert letter["from"] == "coach@example.org"
    assert letter["to"] == "me@example.org"
    assert letter["subject"] == "Time to train"
    assert letter.get_content_type() == "text/plain"
    assert letter.get_content().split() == ["Your", "session", "waits.", "https://coach.example/today/"]
    assert letter["auto-submitted"] == "auto-generated"


def test_two_copies_have_one_id_and_two_letters_have_two(box, me):
    channel = me(box.port)
    for message in (SESSION, SESSION, TEST):
        send(channel, message)
    first, copy, other = (letter["message-id"] for letter in box.letters)
    assert first == copy != other
    assert first.endswith("@example.org>")


@pytest.mark.parametrize(("security", "at_once"), [("starttls", False), ("tls", True)])
def test_name_and_password_travel_encrypted(trusted, me, security, at_once):
    with open_box(trusted, tls=at_once) as box:
        send(me(box.port, security, user=USER.decode(), password=PASSWORD.decode()), SESSION)
        assert len(box.letters) == 1


def test_a_wrong_password_is_refused_and_not_repeated(trusted, me):
    with open_box(trusted) as box, pytest.raises(Refused, match="name and password") as told:
        send(me(box.port, "starttls", user=USER.decode(), password="not it"), SESSION)
    assert "not it" not in str(told.value)
    assert not box.letters


def test_a_certificate_nobody_vouches_for_is_refused(tmp_path, me):
    with open_box(certificate_in(tmp_path)) as box, pytest.raises(Refused, match="certificate"):
        send(me(box.port, "starttls"), SESSION)


def test_encryption_that_is_not_offered_is_not_done_without(box, me):
    with pytest.raises(Refused, match="does not offer"):
        send(me(box.port, "starttls"), SESSION)
    assert not box.letters


@pytest.mark.parametrize(
    ("part", "says", "meaning"),
    [
        ("to_recipient", "550 no such person", Refused),
        ("to_recipient", "450 not now", Unreachable),
        ("to_letter", "554 looks odd", Refused),
        ("to_letter", "451 not now", Unreachable),
    ],
)
def test_what_a_mail_servers_answer_means(box, me, part, says, meaning):
    setattr(box, part, says)
    with pytest.raises(meaning):
        send(me(box.port), SESSION)


def test_a_mail_server_that_is_not_there_is_asked_again_later(me):
    with pytest.raises(Unreachable, match="could not be reached"):
        send(me(9), SESSION)


# --- A server named in the environment ---------------------------------------------------------------------


def test_the_environment_may_name_the_server(box, channel_to, monkeypatch):
    monkeypatch.setenv("MAINSTAY_MAIL", f"smtp://127.0.0.1:{box.port}/?from=coach@example.org")
    send(channel_to("email", to="me@example.org", server=None), SESSION)
    assert len(box.letters) == 1


@pytest.mark.parametrize(
    ("given", "why"), [("", "no mail server"), ("smtps://a-secret-word@", "cannot be read")]
)
def test_without_one_it_is_said(channel_to, monkeypatch, given, why):
    monkeypatch.setenv("MAINSTAY_MAIL", given)
    with pytest.raises(Refused, match=why):
        send(channel_to("email", to="me@example.org", server=None), SESSION)


@pytest.mark.parametrize(
    ("given", "server"),
    [
        ("", None),
        (
            "smtps://me:a%40b@mail.example/?from=me@example.org",
            MailServer("mail.example", 465, Security.TLS, "me@example.org", "me", "a@b"),
        ),
        (
            "smtp+starttls://mail.example:2525/?from=me@example.org",
            MailServer("mail.example", 2525, Security.STARTTLS, "me@example.org"),
        ),
    ],
)
def test_the_address_of_a_server(given, server):
    assert server_of({"MAINSTAY_MAIL": given}) == server


@pytest.mark.parametrize("given", ["mail.example", "smtps://mail.example", "imap://a/?from=me@example.org"])
def test_an_address_that_cannot_be_read_says_what_it_takes(given):
    with pytest.raises(ValueError, match="smtps://"):
        server_of({"MAINSTAY_MAIL": given})
