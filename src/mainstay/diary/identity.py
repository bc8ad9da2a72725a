"""Making ids for new events."""

import secrets
from datetime import datetime
from uuid import UUID

LOCAL_DIARY = UUID("00000000-0000-7000-8000-000000000001")
"""The diary of the one person of a machine without accounts."""


def new_id(at: datetime) -> str:
    """Return a UUIDv7 for something that happened at ``at``: ids made later sort later, to the millisecond.

    RFC 9562's layout: 48 bits of milliseconds, the version, 12 bits of chance, the variant, 62 of chance.
    """
    milliseconds = int(at.timestamp() * 1000) & (1 << 48) - 1
    head = milliseconds << 16 | 0x7000 | secrets.randbits(12)
    tail = 0b10 << 62 | secrets.randbits(62)
    return str(UUID(int=head << 64 | tail))
