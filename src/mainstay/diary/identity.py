"""Making ids for new events."""

import secrets
from datetime import datetime
from hashlib import sha256
from uuid import UUID

LOCAL_DIARY = UUID("00000000-0000-7000-8000-000000000001")
"""The diary of the one person of a machine without accounts."""


_CHANCE_BITS = 74


def new_id(at: datetime) -> str:
    """Return a UUIDv7 for something that happened at ``at``: later ids sort later, to the millisecond."""
    return _version_7(at, secrets.randbits(_CHANCE_BITS))


def id_of(at: datetime, content: str) -> str:
    """Return the UUIDv7 of something that happened at ``at`` and is told anew each time a file is read.

    The same content has the same id: a hash stands where :func:`new_id` has chance.
    """
    digest = sha256(content.encode()).digest()
    return _version_7(at, int.from_bytes(digest[:10], "big") >> 80 - _CHANCE_BITS)


def _version_7(at: datetime, chance: int) -> str:
    """Lay out a UUIDv7 as RFC 9562: 48 bits of milliseconds, the version, 12 of chance, the variant, 62."""
    milliseconds = int(at.timestamp() * 1000) & (1 << 48) - 1
    head = milliseconds << 16 | 0x7000 | chance >> 62
    tail = 0b10 << 62 | chance & (1 << 62) - 1
    return str(UUID(int=head << 64 | tail))
