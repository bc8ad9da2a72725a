"""Frames as compact JSON-ready data, and the text of it."""

import itertools
import json
from collections.abc import Sequence
from typing import Any

from mainstay.figure.frames import Frames, Part, Plane

Row = tuple[int, ...]


def pack(frames: Frames) -> dict[str, Any]:
    """Return frames as plain lists and short keys, as the page's ``js/figure.js`` reads them."""
    return {
        "t": frames.title,
        "d": frames.words,
        "b": list(frames.box),
        "s": frames.still,
        "n": frames.samples,
        "l": [_plane(plane) for plane in frames.planes],
        "v": steps(frames.spine) if frames.spine else [],
        "w": steps(frames.shadow),
        "k": [[s.sample, s.phase, s.seconds, s.breath, int(s.holds), int(s.counts)] for s in frames.stops],
    }


def packed_text(frames: Frames) -> str:
    """Return the packed frames as JSON text."""
    return json.dumps(pack(frames), separators=(",", ":"), ensure_ascii=False)


def steps(rows: Sequence[Row]) -> list[int]:
    """Return rows of places as one flat list of small numbers, which compresses well.

    Limbs are stiff and unhurried: a spot moves much as the spot before it in the part, and much as it did a
    moment ago. So each row has its change less the row before's (the first row: the places), and of that,
    from the second spot on, only what is not the spot before's already.
    """
    still = (0,) * len(rows[0])
    changes = [rows[0], *(_less(after, before) for before, after in itertools.pairwise(rows))]
    turns = [*changes[:2], *(_less(after, before) for before, after in itertools.pairwise(changes[1:]))]
    return [value for row in turns for value in _less(row, (*still[:2], *row)[: len(row)])]


def _less(row: Row, other: Row) -> Row:
    return tuple(a - b for a, b in zip(row, other, strict=True))


def _plane(plane: Plane) -> list[Any]:
    glows = [[glow.strength, glow.radius, steps(glow.places)] for glow in plane.glows]
    return [plane.name, [_part(part) for part in plane.parts], glows]


def _part(part: Part) -> list[Any]:
    """Return colour, radii (of a curve: how many points it has) and steps."""
    return [part.colour, list(part.radii) or len(part.places[0]) // 2, steps(part.places)]
