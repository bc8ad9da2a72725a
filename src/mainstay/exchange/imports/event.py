"""Making events that are the same each time the same file is read."""

import json
from datetime import datetime

from mainstay.diary import id_of
from mainstay.kernel import Event

SOURCES = frozenset({"apple-health", "google-fit", "health-connect", "garmin"})
"""The sources that importers write; any other, and none, is the person's own entry."""


def walking_event(at: datetime, source: str, covers: str, minutes: float, steps: int | None) -> Event:
    """Return the event of one walk, or of a day of walking. Steps that nobody counted are left out."""
    counted = {} if steps is None else {"steps": steps}
    fields = {"minutes": _plain(minutes), **counted, "source": source, "covers": covers}
    return _event("walk_logged", at, fields)


def retraction(of: Event, instead: Event) -> Event:
    """Return the event that takes back ``of``, since ``instead`` says more of the same walking."""
    return _event("event_retracted", max(of.at, instead.at), {"event": of.id, "instead": instead.id})


def _event(kind: str, at: datetime, fields: dict[str, object]) -> Event:
    content = json.dumps([kind, at.isoformat(), fields], sort_keys=True)
    return Event(id_of(at, content), kind, at, fields)


def _plain(minutes: float) -> float:
    rounded = round(min(minutes, 24 * 60), 1)
    return int(rounded) if rounded == int(rounded) else rounded
