"""Apple Health's ``export.xml``: steps and recorded walks, read as it streams by.

Expat is used directly. ``iterparse`` would build each element only for us to clear it, cannot say in which
line a fault is, and hands over no declaration of an entity before it is too late to refuse it.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta, tzinfo
from typing import IO
from xml.parsers import expat

from mainstay.exchange.imports.counted import NotCounted, moment, span, steps
from mainstay.exchange.imports.days import Days
from mainstay.exchange.imports.notes import Notes, Terms
from mainstay.kernel import Event

SOURCE = "apple-health"
_STEPS = "HKQuantityTypeIdentifierStepCount"
_WALKS = frozenset({"HKWorkoutActivityTypeWalking", "HKWorkoutActivityTypeHiking"})
_UNITS = {"min": 60.0, "s": 1.0, "sec": 1.0, "hr": 3600.0, "h": 3600.0}

_CHUNK = 1 << 20
_HEAD = 1 << 18
_WIDEST = 8
"""Chunks without the beginning of any element: more is no export of Apple's, and expat would keep it all."""

# iOS 16 wrote a document type that is not well formed, and control characters into names. Neither is needed.
_DOCTYPE = re.compile(rb"<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL)
_CONTROLS = bytes(code if code >= 32 or code in b"\t\n\r" else 32 for code in range(256))

_ENTITIES = ("declares entities, which Apple Health never does", "do not trust this file")

Attributes = Mapping[str, str]


def read_apple(file: IO[bytes], terms: Terms, notes: Notes) -> Iterator[Event]:
    """Yield one event for each day of an export; note each record that cannot be read.

    Raise :class:`Unreadable` where the file is not XML, ends early, or declares entities.
    """
    reader = _Export(terms, notes)
    parser = expat.ParserCreate(encoding="UTF-8")
    parser.StartElementHandler = reader.element
    parser.EntityDeclHandler = lambda *_: reader.entity()
    reader.line = lambda: parser.CurrentLineNumber
    try:
        for chunk in _chunks(file, notes):
            reader.quiet += 1
            if reader.quiet > _WIDEST:
                raise notes.refuse(reader.line(), "is not an export of Apple Health", "export it again")
            parser.Parse(chunk)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        problem = f"is not whole XML ({expat.ErrorString(error.code)} at character {error.offset + 1})"
        raise notes.refuse(error.lineno, problem, "export it again from Apple Health") from None
    if not reader.known:
        raise notes.refuse(1, "is not an export of Apple Health", "choose export.zip or its export.xml")
    return reader.days.events(min(terms.today, reader.exported.date()) if reader.exported else terms.today)


def _chunks(file: IO[bytes], notes: Notes) -> Iterator[bytes]:
    """Yield the file in parts, without its document type; refuse one that declares entities."""
    head = file.read(_HEAD)
    found = _DOCTYPE.search(head)
    if found and b"<!ENTITY" in found.group():
        raise notes.refuse(head[: found.start()].count(b"\n") + 1, *_ENTITIES)
    if found:
        # The lines stay, so that faults are told with the right one.
        head = head[: found.start()] + b"\n" * found.group().count(b"\n") + head[found.end() :]
    while head:
        yield head.translate(_CONTROLS)
        head = file.read(_CHUNK)


class _Export:
    """What the export has said so far."""

    def __init__(self, terms: Terms, notes: Notes) -> None:
        self.days = Days(SOURCE, terms.cadence)
        self.line: Callable[[], int] = int
        self.known, self.quiet = False, 0
        self.exported: datetime | None = None
        self._zone, self._notes = terms.zone, notes

    def entity(self) -> None:
        """Refuse a file that declares an entity: nested, a few of them fill any memory."""
        raise self._notes.refuse(self.line(), *_ENTITIES)

    def element(self, name: str, attributes: Attributes) -> None:
        """Take in the beginning of an element."""
        self.quiet = 0
        try:
            if name == "Record":
                if attributes.get("type") == _STEPS:
                    start, end = _ends(attributes, self._zone)
                    count = steps(attributes.get("value", ""))
                    self.days.add_steps(attributes.get("sourceName", ""), start, end, count)
            elif name == "Workout":
                if attributes.get("workoutActivityType") in _WALKS:
                    self.days.add_walk(*_walked(attributes, self._zone))
            elif name == "HealthData":
                self.known = True
            elif name == "ExportDate":
                self.exported = _moment(attributes.get("value", ""), self._zone)
        except NotCounted as problem:
            self._notes.wrong(self.line(), name, f"cannot be read: {problem}", "leave it out")


def _ends(attributes: Attributes, zone: tzinfo | None) -> tuple[datetime, datetime]:
    return span(*(_moment(attributes.get(name, ""), zone) for name in ("startDate", "endDate")))


def _walked(attributes: Attributes, zone: tzinfo | None) -> tuple[datetime, datetime]:
    """Return when a recorded walk began, and when it would have ended without its pauses."""
    start, end = _ends(attributes, zone)
    unit = _UNITS.get(attributes.get("durationUnit", "min"))
    try:
        duration = timedelta(seconds=float(attributes["duration"]) * unit) if unit else end - start
    except (KeyError, ValueError, OverflowError):
        duration = end - start
    return start, min(end, start + max(duration, timedelta(0)))


def _moment(text: str, zone: tzinfo | None) -> datetime:
    """Return Apple's ``2026-03-01 07:30:00 +0100``; Python's own reader wants no space before the offset."""
    return moment(text[:19] + text[20:] if text[19:20] == " " else text, zone)
