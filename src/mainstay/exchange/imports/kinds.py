"""What kind of file it is, by what is in it and never by its name."""

import csv
from enum import StrEnum
from typing import BinaryIO

from mainstay.exchange.imports.columns import table_of

_HEAD = 1 << 18
_MARK = b"\xef\xbb\xbf"


class Kind(StrEnum):
    """The kinds of file that can be read."""

    DIARY = "diary"
    APPLE = "apple-health"
    TABLE = "google"
    GARMIN = "garmin"
    ARCHIVE = "zip"


def kind_of(file: BinaryIO) -> Kind:
    """Return the kind of a file, left at its start; what nothing else fits is taken for a diary."""
    head = file.read(_HEAD)
    file.seek(0)
    text, first = _text(head)
    guess = Kind.APPLE if text.startswith(b"<") else Kind.TABLE if "," in first else Kind.DIARY
    return kind_of_head(head) or (Kind.DIARY if text.startswith(b"{") else guess)


def kind_of_head(head: bytes) -> Kind | None:
    """Return the kind of a file that begins like this; None for a diary, and for what is not known."""
    if head.startswith(b"PK\x03\x04"):
        return Kind.ARCHIVE
    if head[8:12] == b".FIT":
        return Kind.GARMIN
    text, first = _text(head)
    if text.startswith(b"<") and b"<HealthData" in text:
        return Kind.APPLE
    return Kind.TABLE if not text.startswith(b"{") and _is_table(first) else None


def _text(head: bytes) -> tuple[bytes, str]:
    """Return what a file says without its byte order mark, and its first line."""
    text = head.removeprefix(_MARK).lstrip()
    return text, text.split(b"\n", 1)[0].decode("utf-8", "replace").strip()


def _is_table(first: str) -> bool:
    try:
        return table_of(next(csv.reader([first]), [])) is not None
    except csv.Error:
        return False
