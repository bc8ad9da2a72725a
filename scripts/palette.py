"""Make a screenshot small: a PNG of at most 256 colours, by the standard library alone."""

import struct
import zlib
from collections import Counter
from collections.abc import Iterator

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_MOST = 256
_TRUE_COLOUR = {2: 3, 6: 4}
"""Bytes a pixel of the kinds of PNG that a browser writes: with and without transparency."""

Colour = tuple[int, int, int]


def fewer_colours(png: bytes) -> bytes:
    """Return a screenshot with its 256 most frequent colours; any other PNG as it is.

    Colours beyond those take the nearest one; smooth shades of a small figure stay smooth enough.
    """
    chunks = dict(_chunks(png))
    width, height, depth, kind = struct.unpack(">IIBB", chunks[b"IHDR"][:10])
    if depth != 8 or kind not in _TRUE_COLOUR:
        return png
    rows = list(_rows(zlib.decompress(chunks[b"IDAT"]), width, height, _TRUE_COLOUR[kind]))
    counted = Counter(pixel for row in rows for pixel in row)
    palette = [colour for colour, _ in counted.most_common(_MOST)]
    places = {colour: place for place, colour in enumerate(palette)}
    for colour in counted:
        places.setdefault(colour, _nearest(colour, palette))
    lines = b"".join(b"\0" + bytes(places[pixel] for pixel in row) for row in rows)
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    told = [
        (b"IHDR", header),
        (b"PLTE", bytes(part for colour in palette for part in colour)),
        (b"IDAT", zlib.compress(lines, 9)),
        (b"IEND", b""),
    ]
    return _SIGNATURE + b"".join(_chunk(name, data) for name, data in told)


def _nearest(colour: Colour, palette: list[Colour]) -> int:
    def away(place: int) -> int:
        return sum((one - other) ** 2 for one, other in zip(colour, palette[place], strict=True))

    return min(range(len(palette)), key=away)


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield each kind of chunk once; the pieces of the picture as one."""
    at, picture = len(_SIGNATURE), b""
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        name, data = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        if name == b"IDAT":
            picture += data
        else:
            yield name, data
        at += length + 12
    yield b"IDAT", picture


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _rows(raw: bytes, width: int, height: int, size: int) -> Iterator[list[Colour]]:
    """Undo the filters of the PNG specification (section 9), line by line; transparency is left out."""
    before, length = bytearray(width * size), width * size
    for line in range(height):
        start = line * (length + 1)
        kind, row = raw[start], bytearray(raw[start + 1 : start + 1 + length])
        _undo(kind, row, before, size)
        before = row
        yield list(zip(row[0::size], row[1::size], row[2::size], strict=True))


def _undo(kind: int, row: bytearray, above: bytearray, size: int) -> None:
    for at in range(len(row)) if kind else ():
        left = row[at - size] if at >= size else 0
        corner = above[at - size] if at >= size else 0
        guess = (left, above[at], (left + above[at]) // 2, _paeth(left, above[at], corner))[kind - 1]
        row[at] = (row[at] + guess) & 0xFF


def _paeth(left: int, above: int, corner: int) -> int:
    straight = left + above - corner
    return min((left, above, corner), key=lambda one: abs(straight - one))
