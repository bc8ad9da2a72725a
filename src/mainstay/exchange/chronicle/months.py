"""What is kept of a month, as text for the diary's store, and the ledger that months make together."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path

import msgspec

from mainstay.coach import Decision
from mainstay.exchange.chronicle.kept import Kept, joined, kept_of
from mainstay.kernel import Event

_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Kept)


def month_text(month: date, events: Iterable[Event], decisions: Iterable[Decision]) -> str:
    """Return what is kept of the month that begins on ``month``.

    ``events`` reach a day further on either side, because a session may begin before midnight; it belongs to
    the day on which it began. The decisions are those of the month.
    """
    kept = kept_of(events, decisions)
    days = {day: one for day, one in kept.days.items() if _within(month, day)}
    began = {slug: day for slug, day in kept.began.items() if _within(month, day)}
    return _ENCODER.encode(replace(kept, days=days, began=began)).decode()


def _within(month: date, day: date) -> bool:
    return (day.year, day.month) == (month.year, month.month)


def months_joined(texts: Iterable[str]) -> Kept:
    """Return the months of a diary, oldest first, as one."""
    return joined(map(_DECODER.decode, texts))


@cache
def months_version() -> str:
    """Name the code that makes these texts, so that nobody has to remember to raise a number with it."""
    here = Path(__file__).parent
    digest = sha256()
    for name in ("kept.py", "months.py", "sessions.py"):
        digest.update((here / name).read_bytes())
    return digest.hexdigest()[:12]
