"""Writing events down as they happen: at the end of a file, or in the local store."""

import os
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from mainstay.diary import new_id, to_line
from mainstay.kernel import Event

Write = Callable[[Sequence[Event]], None]
"""Writes events; they are on the disk when it returns."""
_APART = timedelta(microseconds=1)


def file_log(path: Path) -> Write:
    """Return what appends events to a diary file."""

    def write(events: Sequence[Event]) -> None:
        lines = "".join(to_line(event) + "\n" for event in events)
        with path.open("a+b") as file:
            if file.tell() and not _ends_line(file.fileno()):
                lines = "\n" + lines
            file.write(lines.encode())
            file.flush()
            os.fsync(file.fileno())

    return write


def _ends_line(file: int) -> bool:
    size = os.fstat(file).st_size
    return os.pread(file, 1, size - 1) == b"\n"


def store_log() -> Write:
    """Return what appends events to the local store; Django is started for it."""
    from mainstay.cli.serving import django_ready

    django_ready()
    from mainstay.diary.store import append, the_diary

    diary = the_diary()

    def write(events: Sequence[Event]) -> None:
        append(diary, events)

    return write


class Pen:
    """Makes events and writes them at once, each later than the one before."""

    def __init__(self, write: Write, now: Callable[[], datetime]) -> None:
        """Start with a way to write and the person's clock."""
        self._write, self._now = write, now
        self._last: datetime | None = None

    def now(self) -> datetime:
        """Return the time, a microsecond after the last one at least."""
        at = self._now()
        if self._last and at <= self._last:
            at = self._last + _APART
        self._last = at
        return at

    def new(self, kind: str, **fields: object) -> Event:
        """Return a new event; fields that are None are left out, as they were not told."""
        at = self.now()
        return Event(
            new_id(at), kind, at, {name: value for name, value in fields.items() if value is not None}
        )

    def write(self, *events: Event) -> None:
        """Write events; nothing happens where there are none."""
        if events:
            self._write(events)

    def tell(self, kind: str, **fields: object) -> Event:
        """Make one event and write it."""
        event = self.new(kind, **fields)
        self.write(event)
        return event
