"""Where a channel leads, read from what is stored or typed: frozen, and whole or not at all.

An address holds secrets: it is never shown whole again, never logged, and never in the diary or its export.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Json = Mapping[str, Any]


class Security(StrEnum):
    """How the way to a mail server is encrypted."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


@dataclass(frozen=True, slots=True, repr=False)
class PushAddress:
    """What a browser's PushSubscription tells; ``contact`` is for the push service, should it have questions.

    ``endpoint`` is an https address at the browser's maker. ``p256dh`` and ``auth`` are base64url.
    """

    endpoint: str
    p256dh: str
    auth: str
    contact: str


@dataclass(frozen=True, slots=True, repr=False)
class MailServer:
    """A server that takes mail; without a user nobody signs in."""

    host: str
    port: int
    security: Security
    sender: str
    user: str = ""
    password: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class MailAddress:
    """Who gets mail, and by which server: None for that of the environment."""

    to: str
    server: MailServer | None


@dataclass(frozen=True, slots=True, repr=False)
class ServiceAddress:
    """A service as apprise writes it: ``ntfy://topic``, ``tgram://token/chat``."""

    url: str


def push_address(told: Json) -> PushAddress:
    """Return the address of a push channel; raise KeyError where something is missing."""
    return PushAddress(told["endpoint"], told["p256dh"], told["auth"], told["contact"])


def mail_address(told: Json) -> MailAddress:
    """Return the address of a mail channel; raise KeyError where something is missing."""
    server = told["server"]
    return MailAddress(told["to"], mail_server(server) if server else None)


def mail_server(told: Json) -> MailServer:
    """Return a mail server; raise KeyError where something is missing, ValueError for an unknown security."""
    return MailServer(
        told["host"],
        told["port"],
        Security(told["security"]),
        told["sender"],
        told.get("user", ""),
        told.get("password", ""),
    )


def service_address(told: Json) -> ServiceAddress:
    """Return the address of a service; raise KeyError where it is missing."""
    return ServiceAddress(told["url"])
