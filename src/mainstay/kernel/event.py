"""One line of the diary."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

EventKey = tuple[datetime, str]
"""The order of the diary: the instant in UTC, then the id."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, on the person's own clock.

    ``at`` carries its offset; the coach's calendar day is its local date. ``fields`` are the kind's own
    (see ``diary/schema.json``), already validated; unknown fields are kept and ignored.
    """

    id: str
    kind: str
    at: datetime
    fields: Mapping[str, Any]

    @property
    def day(self) -> date:
        """The person's local date."""
        return self.at.date()

    @property
    def key(self) -> EventKey:
        """Where this event stands in the diary, whatever order it arrived in."""
        return (self.at.astimezone(UTC), self.id)
