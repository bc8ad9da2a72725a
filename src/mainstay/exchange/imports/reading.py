"""Reading one file, of whatever kind."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, BinaryIO
from zipfile import ZipFile, ZipInfo

from mainstay.diary import Fault
from mainstay.exchange.imports.apple import read_apple
from mainstay.exchange.imports.archive import members, opened
from mainstay.exchange.imports.garmin import read_garmin
from mainstay.exchange.imports.google import read_tables
from mainstay.exchange.imports.kinds import Kind
from mainstay.exchange.imports.notes import Notes, Terms
from mainstay.exchange.imports.refusal import Unreadable
from mainstay.exchange.imports.watched import watched
from mainstay.kernel import Event

File = tuple[IO[bytes], Notes]


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file holds: its events, oldest first, and the records that could not be read.

    ``faults`` are the first of ``faulty``. A file that cannot be read to its end has no events, and
    ``whole`` is false.
    """

    events: tuple[Event, ...]
    faults: tuple[Fault, ...] = ()
    faulty: int = 0
    whole: bool = True


def read_import(file: BinaryIO, kind: Kind, terms: Terms) -> Imported:
    """Read a file of a known kind, in memory that grows with its days and not with its size.

    A diary is not read here: see :func:`mainstay.diary.read_lines`.
    """
    notes = Notes(terms.name)
    try:
        events = sorted(_all(watched(file, terms.told), kind, terms, notes), key=lambda event: event.key)
    except Unreadable as unreadable:
        return Imported((), (unreadable.fault,), 1, whole=False)
    return Imported(tuple(events), tuple(notes.faults), notes.count)


def _all(file: IO[bytes], kind: Kind, terms: Terms, notes: Notes) -> Iterator[Event]:
    if kind is not Kind.ARCHIVE:
        yield from _events(kind, iter([(file, notes)]), terms)
        return
    with opened(file, notes) as archive:
        inside, found = members(archive, notes)
        yield from _events(inside, _files(archive, found, notes), terms)


def _files(archive: ZipFile, found: list[ZipInfo], notes: Notes) -> Iterator[File]:
    """Yield each file of a zip, opened until the next one is asked for."""
    for member in found:
        with archive.open(member) as file:
            yield file, notes.within(member.filename)


def _events(kind: Kind, files: Iterator[File], terms: Terms) -> Iterator[Event]:
    if kind is Kind.APPLE:
        for file, notes in files:
            yield from read_apple(file, terms, notes)
    elif kind is Kind.TABLE:
        yield from read_tables(files, terms)
    elif kind is Kind.GARMIN:
        yield from read_garmin(files, terms)
    else:
        raise ValueError(f"{kind} is not read here")
