"""The files inside a zip that can be imported."""

import lzma
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo

from mainstay.exchange.imports.kinds import Kind, kind_of_head
from mainstay.exchange.imports.notes import Notes

_HEAD = 1 << 16
_ENDINGS = (".xml", ".csv", ".fit")
_MOST = 20_000
# What the library makes of a damaged zip, by the part that is damaged.
_DAMAGE = (
    *(BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError),
    *(LookupError, NotImplementedError, OverflowError, RuntimeError, ValueError),
)
# One export of Apple's, or all tables, or all recordings: never a mixture, which would count twice.
_PREFERRED = (Kind.APPLE, Kind.TABLE, Kind.GARMIN)


@contextmanager
def opened(file: IO[bytes], notes: Notes) -> Iterator[ZipFile]:
    """Open a zip; raise :class:`Unreadable` where it is damaged, also while it is being read."""
    try:
        with ZipFile(file) as archive:
            yield archive
    except _DAMAGE as error:
        raise notes.refuse(1, f"is a damaged zip file ({error})", "download it again") from None


def members(archive: ZipFile, notes: Notes) -> tuple[Kind, list[ZipInfo]]:
    """Return the kind of a zip's content and the files of that kind; raise :class:`Unreadable` if none."""
    found: dict[Kind, list[ZipInfo]] = {}
    for member in archive.infolist()[:_MOST]:
        if member.filename.lower().endswith(_ENDINGS) and "__MACOSX" not in member.filename:
            with archive.open(member) as file:
                kind = kind_of_head(file.read(_HEAD))
            if kind:
                found.setdefault(kind, []).append(member)
    for kind in _PREFERRED:
        if kind in found:
            return kind, found[kind][:1] if kind is Kind.APPLE else found[kind]
    remedy = "choose the export.zip of Apple Health, a Google Takeout with Fit or Health, or FIT files"
    raise notes.refuse(1, "holds no walks or steps that are known here", remedy)
