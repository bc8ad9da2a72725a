"""A movement for the browser: what is seen of it at regular moments, to be drawn between them at 60 Hz.

Only places are sent; the page's ``js/figure.js`` draws outlines from them as ``hull`` and ``silhouette`` do
here, in colours that it knows itself.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mainstay.figure.body import Body
from mainstay.figure.camera import Flat
from mainstay.figure.drawing import colour_of, draw_pieces
from mainstay.figure.inside import EVERY, lights, spine_line
from mainstay.figure.layers import Layer, Piece
from mainstay.figure.motion import Motion, set_in_motion
from mainstay.figure.movement import Movement
from mainstay.figure.paint import Theme
from mainstay.figure.scene import Frame, Stage, body_layers, set_stage, shadow

Places = tuple[tuple[int, ...], ...]
"""Flat lists x, y, x, y … one for each sample; a single one of what never moves."""
RATE = 4.0
"""Samples a second; between them the browser follows a Catmull-Rom curve."""
_MOST = 7
"""Samples at most between two keyframes."""
_LEAST = 3
"""Samples at least, unless there are so many keyframes that they are samples themselves."""
_ALL = 14
"""Samples at most in a repetition, where that leaves ``_LEAST`` for each way."""


@dataclass(frozen=True, slots=True)
class Part:
    """One painted path: a hull of circles with these radii, or, without radii, a closed smooth curve."""

    colour: str
    radii: tuple[int, ...]
    places: Places


@dataclass(frozen=True, slots=True)
class Glow:
    """A muscle's light on a layer: ``places`` are the two ends of its belly, whose flesh has this radius."""

    strength: float
    radius: int
    places: Places


@dataclass(frozen=True, slots=True)
class Plane:
    """A layer through the whole movement: painted parts with an edge around them all, then what glows."""

    name: str
    parts: tuple[Part, ...]
    glows: tuple[Glow, ...]


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

    ``planes`` are painted in order, the spine's line (empty: not shown) after the trunk. ``still`` is SVG for
    the room. The last sample is the first again. ``shadow`` is x, y, rx, ry of each.
    """

    title: str
    words: str
    box: Frame
    still: str
    planes: tuple[Plane, ...]
    spine: Places
    shadow: Places
    stops: tuple[Stop, ...]
    samples: int


def frames(movement: Movement) -> Frames:
    """Return a movement ready for the browser; mirroring is left to it (flip the picture)."""
    motion = set_in_motion(movement)
    stage = set_stage(motion)
    counts = [_samples(seconds, len(motion.seconds)) for seconds in motion.seconds]
    moments = [(i, s / n) for i, n in enumerate(counts) for s in range(n)] + [(len(counts) - 1, 1.0)]
    bodies = [motion.between(*moment) for moment in moments]
    return Frames(
        movement.title,
        movement.words,
        stage.frame,
        draw_pieces(stage.standing, Theme.AUTO),
        _planes(stage, bodies, _at(counts, movement.show)),
        _tracked(spine_line(body, stage.view) for body in bodies) if movement.shows_spine else (),
        _compact([_whole(shadow(body, stage.view)) for body in bodies]),
        _stops(motion, counts),
        len(moments),
    )


def _samples(seconds: float, ways: int) -> int:
    least = _LEAST if ways * _LEAST <= 2 * _ALL else 1
    return max(least, min(_MOST, _ALL // ways, round(seconds * RATE)))


def _at(counts: Sequence[int], keyframe: int) -> int:
    return sum(counts[:keyframe])


def _planes(stage: Stage, bodies: Sequence[Body], shown: int) -> tuple[Plane, ...]:
    """Return the layers in the order of the shown body, with the lights that are seen on it."""
    seen = [{layer.name: layer for layer in body_layers(stage.motion, b, stage.view)} for b in bodies]
    glows = _glows(stage, bodies, shown)
    return tuple(
        Plane(
            name, _parts([row[name] for row in seen], layer), () if layer.far else tuple(glows.get(name, ()))
        )
        for name, layer in seen[shown].items()
    )


def _glows(stage: Stage, bodies: Sequence[Body], shown: int) -> dict[str, list[Glow]]:
    """Return by layer the lights that the still shows; they stay on, so that none flickers at an edge."""
    movement = stage.motion.movement
    rows = [lights(movement, body, stage.view, EVERY) for body in bodies]
    on = set(lights(movement, bodies[shown], stage.view))
    found = dict[str, list[Glow]]()
    for k, light in enumerate(rows[shown]):
        if light in on:
            ends = (tuple(end[:2] for end in row[k].patch.ends) for row in rows)
            glow = Glow(light.strength, round(light.patch.ends[0][2]), _tracked(ends))
            found.setdefault(light.patch.layer, []).append(glow)
    return found


def _parts(layers: Sequence[Layer], shown: Layer) -> tuple[Part, ...]:
    """Return one layer's parts through all samples, ordered as shown; what some sample lacks is left out."""
    named = [_named(layer) for layer in layers]
    return tuple(
        _part([pieces[name] for pieces in named], shown.far)
        for name in _named(shown)
        if all(name in pieces for pieces in named)
    )


def _named(layer: Layer) -> dict[tuple[str, str, int], Piece]:
    """Return a layer's pieces by what stays the same of them: a turning head changes their order."""
    found = dict[tuple[str, str, int], Piece]()
    for piece in layer.pieces:
        alike = sum(name[:2] == (piece.colour, piece.name) for name in found)
        found[piece.colour, piece.name, alike] = piece
    return found


def _part(pieces: Sequence[Piece], far: bool) -> Part:
    places = _tracked(piece.curve or [c[:2] for c in piece.circles] for piece in pieces)
    return Part(colour_of(pieces[0], far), tuple(round(c[2]) for c in pieces[0].circles), places)


def _tracked(rows: Iterable[Sequence[Flat]]) -> Places:
    return _compact([_whole(value for spot in row for value in spot) for row in rows])


def _whole(values: Iterable[float]) -> tuple[int, ...]:
    return tuple(round(value) for value in values)


def _compact(places: Sequence[tuple[int, ...]]) -> Places:
    return (places[0],) if all(place == places[0] for place in places) else tuple(places)


def _stops(motion: Motion, counts: Sequence[int]) -> tuple[Stop, ...]:
    keyframes = motion.movement.keyframes
    rows = [(_at(counts, i), keyframes[i]) for i in range(1, len(keyframes))] + [(sum(counts), keyframes[0])]
    return tuple(Stop(at, k.phase, k.seconds, k.breath, k.holds, k.counts) for at, k in rows)
