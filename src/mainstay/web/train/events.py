"""New events of one request, in the order in which they are made."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol

from mainstay.kernel import Event

_APART = timedelta(microseconds=1)


class NewEvent(Protocol):
    """Makes an event of a kind from its fields."""

    def __call__(self, kind: str, **fields: object) -> Event:
        """Return the new event."""
        ...


class Stamp:
    """Makes events a microsecond apart, so that the diary keeps the order in which they were written.

    No more than that: many events of one request must not reach into the time of the next.
    """

    def __init__(self, at: datetime, new_id: Callable[[datetime], str]) -> None:
        """Start at the moment of the request."""
        self._at, self._new_id = at, new_id

    def __call__(self, kind: str, **fields: object) -> Event:
        """Return a new event of a kind."""
        at, self._at = self._at, self._at + _APART
        return Event(self._new_id(at), kind, at, fields)
