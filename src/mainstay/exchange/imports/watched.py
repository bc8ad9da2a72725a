"""A file that tells how far it has been read."""

from collections.abc import Callable
from io import BufferedReader, RawIOBase
from typing import BinaryIO

_AT_ONCE = 1 << 18


def watched(file: BinaryIO, told: Callable[[int], None]) -> BufferedReader:
    """Return the same file, in which each read tells ``told`` the place that it has come to."""
    return BufferedReader(_Watched(file, told), _AT_ONCE)


class _Watched(RawIOBase):
    def __init__(self, file: BinaryIO, told: Callable[[int], None]) -> None:
        self._file, self._told = file, told

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, into: memoryview) -> int:  # type: ignore[override]  # typeshed: any buffer
        part = self._file.read(len(into))
        into[: len(part)] = part
        self._told(self._file.tell())
        return len(part)

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()
