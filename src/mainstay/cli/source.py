"""Where the diary comes from: a file, standard input, or the local store."""

import sys
from pathlib import Path

from mainstay.catalogue import Catalogue
from mainstay.cli.refusal import Refused
from mainstay.coach import Folded, Person, fold
from mainstay.diary import Reading, local, read_lines
from mainstay.kernel import Event


def read_bytes(file: str) -> bytes:
    """Return a file's bytes, or those of standard input for ``-``."""
    if file == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise Refused([f"{file}: cannot be read ({error.strerror}); check the path"]) from None


def read_diary(catalogue: Catalogue, file: str) -> tuple[Event, ...]:
    """Return the events of a diary file; refuse it with every fault where it has any.

    Warnings (an unknown kind or slug, which is kept) go to standard error.
    """
    reading: Reading = read_lines(read_bytes(file), "standard input" if file == "-" else file, catalogue)
    if reading.faults:
        raise Refused(fault.text for fault in reading.faults)
    for warning in reading.warnings:
        print(warning.text, file=sys.stderr)
    return reading.events


def store_path() -> Path:
    """Return the local store's file; refuse where the diary is kept elsewhere."""
    try:
        return local.default_path()
    except local.NotLocal as elsewhere:
        raise Refused([str(elsewhere)]) from None


def person_from(catalogue: Catalogue, file: str | None) -> Person:
    """Return the person of a diary file, or of the local store."""
    if file is not None:
        return fold(catalogue, read_diary(catalogue, file)).person
    known = local.read_person(store_path(), catalogue.version)
    return known if known is not None else fold(catalogue, events_from(catalogue, None)).person


def events_from(catalogue: Catalogue, file: str | None) -> tuple[Event, ...]:
    """Return the events of a diary file, or of the local store."""
    if file is not None:
        return read_diary(catalogue, file)
    return tuple(local.read_events(store_path()))


def folded_from(catalogue: Catalogue, file: str | None) -> tuple[tuple[Event, ...], Folded]:
    """Return the events and the fold of a diary."""
    events = events_from(catalogue, file)
    return events, fold(catalogue, events)
