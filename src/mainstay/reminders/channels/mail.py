"""Mail by SMTP, in plain text."""

import os
import smtplib
import ssl
from collections.abc import Mapping
from email.message import EmailMessage
from email.utils import localtime
from hashlib import sha256
from urllib.parse import parse_qs, unquote, urlsplit

from mainstay.reminders.channels.addresses import MailAddress, MailServer, Security
from mainstay.reminders.message import Message, Refused, Unreachable

ENVIRONMENT = "MAINSTAY_MAIL"
"""Names a server for mail: ``smtps://user:password@host:465/?from=me@example.org``, or ``smtp+starttls:``."""

# For each of the eight or so steps of a conversation, most of which take no time.
_SECONDS = 7
# The machine's own name is nobody's business, and may take long to look up.
_OUR_NAME = "[127.0.0.1]"
_SCHEMES = {"smtps": Security.TLS, "smtp+starttls": Security.STARTTLS, "smtp": Security.NONE}
_PORTS = {Security.TLS: 465, Security.STARTTLS: 587, Security.NONE: 25}

_NO_SERVER = "There is no mail server any more. Please set one up again."
_BAD_SERVER = f"{ENVIRONMENT}, which names the mail server, cannot be read. Please look at it once more."
_SIGN_IN = "The mail server did not take the name and password."
_NOT_SAFE = "The mail server’s certificate cannot be trusted, so nothing was sent."
_NO_SUCH_WAY = "The mail server does not offer this kind of encryption or sign-in."
_NO_SUCH_PERSON = "The mail server does not take mail for this address."
_NOT_TAKEN = "The mail server did not take the mail (it said {code})."
_SILENT = "The mail server could not be reached."


def server_of(environment: Mapping[str, str]) -> MailServer | None:
    """Return the mail server that the environment names; raise ValueError where it cannot be read."""
    given = environment.get(ENVIRONMENT, "")
    if not given:
        return None
    parts = urlsplit(given)
    sender = parse_qs(parts.query).get("from", [""])[0]
    if parts.scheme not in _SCHEMES or not parts.hostname or not sender:
        ways = ", ".join(f"{scheme}://" for scheme in _SCHEMES)
        raise ValueError(f"{ENVIRONMENT} needs one of {ways}, a host, and ?from=ADDRESS")
    security = _SCHEMES[parts.scheme]
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return MailServer(parts.hostname, parts.port or _PORTS[security], security, sender, user, password)


def mail(address: MailAddress, message: Message, link: str) -> None:
    """Send a mail; the Message-ID is the message's own, so a second copy can be told."""
    server = address.server or _server_here()
    try:
        _hand_over(server, _letter(server, address.to, message, link))
    except smtplib.SMTPAuthenticationError:
        raise Refused(_SIGN_IN) from None
    except smtplib.SMTPRecipientsRefused as error:
        codes = [code for code, _ in error.recipients.values()]
        raise _answer(max(codes), _NO_SUCH_PERSON) from None
    except smtplib.SMTPResponseException as error:
        raise _answer(error.smtp_code, _NOT_TAKEN.format(code=error.smtp_code)) from None
    except smtplib.SMTPNotSupportedError:
        raise Refused(_NO_SUCH_WAY) from None
    except ssl.SSLCertVerificationError:
        raise Refused(_NOT_SAFE) from None
    except OSError:
        # What else SMTP can say is an OSError too.
        raise Unreachable(_SILENT) from None


def _server_here() -> MailServer:
    try:
        server = server_of(os.environ)
    except ValueError:
        raise Refused(_BAD_SERVER) from None
    if server is None:
        raise Refused(_NO_SERVER)
    return server


def _answer(code: int, why: str) -> Exception:
    """Return what a server's code means: from 500 on it will say the same tomorrow."""
    return Refused(why) if code >= 500 else Unreachable(why)


def _letter(server: MailServer, to: str, message: Message, link: str) -> EmailMessage:
    letter = EmailMessage()
    letter["Subject"] = message.title
    letter["From"] = server.sender
    letter["To"] = to
    letter["Date"] = localtime()
    name = sha256(message.key.encode()).hexdigest()[:32]
    letter["Message-ID"] = f"<{name}@{server.sender.rpartition('@')[2]}>"
    # So that no holiday notice answers it.
    letter["Auto-Submitted"] = "auto-generated"
    letter.set_content("\n\n".join(part for part in (message.body, link) if part))
    return letter


def _hand_over(server: MailServer, letter: EmailMessage) -> None:
    with _connected(server) as connection:
        if server.security is Security.STARTTLS:
            connection.starttls(context=ssl.create_default_context())
        if server.user:
            connection.login(server.user, server.password)
        connection.send_message(letter)


def _connected(server: MailServer) -> smtplib.SMTP:
    if server.security is Security.TLS:
        context = ssl.create_default_context()
        return smtplib.SMTP_SSL(server.host, server.port, _OUR_NAME, timeout=_SECONDS, context=context)
    return smtplib.SMTP(server.host, server.port, _OUR_NAME, timeout=_SECONDS)
