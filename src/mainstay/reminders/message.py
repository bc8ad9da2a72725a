"""What a channel is given to send, and how it says that it could not."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a reminder is for. ``ask`` asks whether to go on; ``test`` is sent by hand."""

    SESSION = "session"
    WALK = "walk"
    BREAK = "break"
    ASK = "ask"
    TEST = "test"


@dataclass(frozen=True, slots=True)
class Message:
    """One reminder in words.

    ``key`` is the same for every copy of this reminder, so that a channel can let a second copy take the
    place of the first: small letters, digits and hyphens, at most 64. ``url`` is a path of this server;
    ``ttl`` the seconds for which it is of use; ``again`` whether it can be asked for later, or not today.
    """

    key: str
    kind: Kind
    title: str
    body: str
    url: str
    ttl: int
    again: bool = True


class Unreachable(Exception):
    """The message could not be handed over now; later it may. Says why in plain words, without secrets."""


class Refused(Exception):
    """The message will never be taken this way. Says why in plain words, without secrets."""
