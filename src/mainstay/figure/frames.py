"""A movement for the browser: what is seen of it at regular moments, to be drawn between them at 60 Hz.

Only places are sent; ``browser/figure.js`` draws outlines from them as ``hull`` and ``silhouette`` do here.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from mainstay.figure.body import Body
from mainstay.figure.camera import View
from mainstay.figure.drawing import colour_of, draw_pieces
from mainstay.figure.layers import Layer, Piece
from mainstay.figure.motion import Motion, set_in_motion
from mainstay.figure.movement import Movement
from mainstay.figure.paint import Theme, style
from mainstay.figure.scene import Frame, body_layers, set_stage, shadow

Track = list[int]
RATE = 4.0
"""Samples a second; between them the browser follows a Catmull-Rom curve."""
_MOST = 7
"""Samples at most between two keyframes."""
_LEAST = 3
_ALL = 14
"""Samples at most in a repetition, where that leaves ``_LEAST`` for each way."""


@dataclass(frozen=True, slots=True)
class Part:
    """One painted path: a hull of circles with these radii, or, without radii, a closed smooth curve.

    ``places`` are flat lists x, y, x, y … one for each sample; a single one if the part never moves.
    """

    colour: str
    radii: tuple[int, ...]
    places: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """A keyframe: its sample, its phase, the seconds taken to come to it, and what it means."""

    sample: int
    phase: str
    seconds: float
    breath: str
    holds: bool
    counts: bool


@dataclass(frozen=True, slots=True)
class Frames:
    """All that a page needs to play one rung.

    ``layers`` are painted in order, each an edge around its parts. ``still`` is SVG for the room, ``style``
    a style element for the colours. The last sample is the first again. ``shadow`` is x, y, rx, ry of each.
    """

    title: str
    words: str
    box: Frame
    still: str
    style: str
    layers: tuple[tuple[str, tuple[Part, ...]], ...]
    shadow: tuple[tuple[int, ...], ...]
    stops: tuple[Stop, ...]
    samples: int


def frames(movement: Movement) -> Frames:
    """Return a movement ready for the browser; mirroring is left to it (flip the picture)."""
    motion = set_in_motion(movement)
    stage = set_stage(motion)
    counts = [_samples(seconds, len(motion.seconds)) for seconds in motion.seconds]
    moments = [(i, s / n) for i, n in enumerate(counts) for s in range(n)] + [(len(counts) - 1, 1.0)]
    bodies = [motion.between(*moment) for moment in moments]
    order = tuple(layer.name for layer in body_layers(motion, bodies[_at(counts, movement.show)], stage.view))
    seen = [_in_order(body_layers(motion, body, stage.view), order) for body in bodies]
    layers = tuple((name, _parts([row[k] for row in seen])) for k, name in enumerate(order))
    names = {part.colour for _, parts in layers for part in parts} | {p.colour for p in stage.standing}
    return Frames(
        movement.title,
        movement.words,
        stage.frame,
        draw_pieces(stage.standing, Theme.AUTO),
        style(Theme.AUTO, names | {"edge"}),
        layers,
        _compact([_shadow(body, stage.view) for body in bodies]),
        _stops(motion, counts),
        len(moments),
    )


def _samples(seconds: float, ways: int) -> int:
    return max(_LEAST, min(_MOST, _ALL // ways, round(seconds * RATE)))


def _at(counts: Sequence[int], keyframe: int) -> int:
    return sum(counts[:keyframe])


def _in_order(seen: Sequence[Layer], order: Sequence[str]) -> list[Layer]:
    by_name = {layer.name: layer for layer in seen}
    return [by_name[name] for name in order]


def _parts(layers: Sequence[Layer]) -> tuple[Part, ...]:
    """Return one layer's parts through all samples; a piece that is not seen in each (an eye) is left out."""
    first = layers[0]
    if any(len(layer.pieces) != len(first.pieces) for layer in layers):
        fewest = min(layers, key=lambda layer: len(layer.pieces))
        layers = [Layer(la.name, la.pieces[: len(fewest.pieces)], la.depth, la.far) for la in layers]
    return tuple(
        _part([layer.pieces[k] for layer in layers], first.far) for k in range(len(layers[0].pieces))
    )


def _part(pieces: Sequence[Piece], far: bool) -> Part:
    places = [_flat(piece) for piece in pieces]
    return Part(colour_of(pieces[0], far), tuple(round(c[2]) for c in pieces[0].circles), _compact(places))


def _flat(piece: Piece) -> tuple[int, ...]:
    spots = piece.curve or piece.circles
    return tuple(round(value) for spot in spots for value in spot[:2])


def _compact(places: Sequence[tuple[int, ...]]) -> tuple[tuple[int, ...], ...]:
    return (places[0],) if all(place == places[0] for place in places) else tuple(places)


def _shadow(body: Body, view: View) -> tuple[int, ...]:
    return tuple(round(v) for v in shadow(body, view))


def _stops(motion: Motion, counts: Sequence[int]) -> tuple[Stop, ...]:
    keyframes = motion.movement.keyframes
    rows = [(_at(counts, i), keyframes[i]) for i in range(1, len(keyframes))] + [(sum(counts), keyframes[0])]
    return tuple(Stop(at, k.phase, k.seconds, k.breath, k.holds, k.counts) for at, k in rows)
