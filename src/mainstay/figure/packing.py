"""Frames as compact JSON-ready data, and the text of it."""

import itertools
import json
from typing import Any

from mainstay.figure.frames import Frames, Part


def pack(frames: Frames) -> dict[str, Any]:
    """Return frames as plain lists and short keys, as ``browser/figure.js`` reads them.

    A moving part's places are one flat list: the first sample, then each sample's change from the one before.
    """
    return {
        "t": frames.title,
        "d": frames.words,
        "b": list(frames.box),
        "s": frames.still,
        "c": frames.style,
        "n": frames.samples,
        "l": [[name, [_part(part) for part in parts]] for name, parts in frames.layers],
        "w": _steps(frames.shadow),
        "k": [[s.sample, s.phase, s.seconds, s.breath, int(s.holds), int(s.counts)] for s in frames.stops],
    }


def packed_text(frames: Frames) -> str:
    """Return the packed frames as JSON text."""
    return json.dumps(pack(frames), separators=(",", ":"), ensure_ascii=False)


def _part(part: Part) -> list[Any]:
    return [part.colour, list(part.radii), _steps(part.places)]


def _steps(places: tuple[tuple[int, ...], ...]) -> list[int]:
    flat = list(places[0])
    for before, after in itertools.pairwise(places):
        flat += [b - a for a, b in zip(before, after, strict=True)]
    return flat
