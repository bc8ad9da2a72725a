"""The packet of a day: what the guide makes of the diary that is here."""

from datetime import date, datetime, timedelta
from functools import cache
from hashlib import sha256
from importlib.metadata import version as version_of
from pathlib import Path
from typing import Any

from mainstay import guide, words
from mainstay.catalogue import load_catalogue
from mainstay.diary import store
from mainstay.diary.state import state_version
from mainstay.guide.packet import Known, day_packet, folded
from mainstay.web.desk import Desk
from mainstay.web.train.links import links

_LOOKED_AT = timedelta(days=8)


@cache
def version() -> str:
    """Name what packets are made by; another code, content or wording has another name."""
    digest = sha256()
    for room in (guide, words):
        for path in sorted(Path(room.__path__[0]).rglob("*.py")):
            digest.update(path.read_bytes())
    made_by = state_version(load_catalogue().version)
    return f"{version_of('mainstay')}-{made_by}-{digest.hexdigest()[:12]}"


def packet_of(desk: Desk, now: datetime, day: date) -> dict[str, Any]:
    """Return the packet of a day from today on, folded; ``now`` is the person's own time."""
    since = desk.day - _LOOKED_AT
    known = Known(
        catalogue=desk.catalogue,
        person=desk.person,
        events=tuple(store.events_of(desk.diary, since=since, standing=True)),
        decisions=store.decisions_of(desk.diary, since=since),
        now=now,
        diary=str(store.edition(desk.diary)),
        version=version(),
        links=links(),
    )
    return folded(day_packet(known, day))
