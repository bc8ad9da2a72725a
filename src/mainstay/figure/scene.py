"""Everything in one picture: the floor, the things, the body's layers and what is shown on them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import hypot

from mainstay.figure.body import Body
from mainstay.figure.camera import Flat, View, view_from
from mainstay.figure.layers import Layer, Piece, layers
from mainstay.figure.motion import Motion
from mainstay.figure.movement import Cue, Prop, PropKind
from mainstay.figure.parts import centre_of
from mainstay.figure.props import MOVING, carried, standing
from mainstay.figure.settle import settle
from mainstay.figure.vector import ORIGIN

Frame = tuple[int, int, int, int]
ASPECT = 4 / 3
_MARGIN = 26.0
_STILL_PARTS = (
    "palm-right",
    "palm-left",
    "ankle-right",
    "ankle-left",
    "knee-right",
    "knee-left",
    "pelvis",
    "head",
)
_WORTH = 0.07
"""A part moves enough for an arrow from here on, in metres."""


@dataclass(frozen=True, slots=True)
class Way:
    """A stretch of an arrow; ``tip``: with its head; ``behind``: farther away than the body."""

    spots: tuple[Flat, ...]
    tip: bool = True
    behind: bool = False


@dataclass(frozen=True, slots=True)
class Stage:
    """A movement's fixed setting: its view, its frame (x, y, width, height) and the things that stand.

    ``ways`` are the paths that its arrows take.
    """

    motion: Motion
    view: View
    frame: Frame
    standing: tuple[Piece, ...]
    ways: tuple[Way, ...]


def set_stage(motion: Motion) -> Stage:
    """Return the stage on which every picture of a movement is drawn, so that they can be laid over."""
    movement = motion.movement
    view = view_from(movement.camera.yaw, movement.camera.height)
    things = [prop for prop in movement.props if prop.kind not in MOVING]
    bodies = [
        *(motion.between(i, s) for i in range(len(motion.stances)) for s in (0.0, 0.5)),
        *(settle(fault.stance) for fault in movement.faults),
    ]
    still = tuple(piece for prop in _floored(things, bodies) for piece in standing(prop, view))
    pieces = [piece for body in bodies for layer in body_layers(motion, body, view) for piece in layer.pieces]
    ways = arrow_ways(motion, view, movement.show) + cue_ways(motion, view)
    drawn = [Piece("arrow", curve=way.spots) for way in ways]
    return Stage(motion, view, _framed([*still, *pieces, *drawn]), still, ways)


def body_layers(motion: Motion, body: Body, view: View) -> tuple[Layer, ...]:
    """Return the body's layers with what it carries, in painting order."""
    made = layers(body, view, motion.movement.order)
    held = [(prop.kind, carried(prop, body, view)) for prop in motion.movement.props if prop.kind in MOVING]
    behind = tuple(piece for kind, piece in held if kind is PropKind.STICK)
    before = tuple(piece for kind, piece in held if kind is not PropKind.STICK)
    index = next(i for i, layer in enumerate(made) if layer.name == "torso")
    sticks = (Layer("stick", behind, 0.0),) if behind else ()
    return (*made[:index], *sticks, *made[index:], *((Layer("held", before, 0.0),) if before else ()))


def shadow(body: Body, view: View) -> tuple[float, float, float, float]:
    """Return the middle and half sizes of the body's shadow on the floor, in the picture.

    Forearms and hands are too thin to be worth one: flung out, they would make it a lake.
    """
    spots = [
        (frame.at[0], 0.0, frame.at[2])
        for name, frame in body.frames.items()
        if not name.startswith(("forearm", "hand"))
    ]
    flats = [view.flat(spot) for spot in spots]
    xs, ys = [f[0] for f in flats], [f[1] for f in flats]
    wide, high = (max(xs) - min(xs)) / 2 + 36, min(40.0, max(10.0, (max(ys) - min(ys)) / 2 + 6))
    return ((max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2, wide, high)


def moving_parts(motion: Motion, start: int, end: int) -> tuple[str, ...]:
    """Return the parts whose way is worth an arrow: the farthest mover and a second of another limb."""
    if motion.movement.arrows is not None:
        return motion.movement.arrows
    a, b = settle(motion.stances[start]), settle(motion.stances[end])
    way = {
        part: hypot(*(q - p for p, q in zip(centre_of(a, part), centre_of(b, part), strict=True)))
        for part in _STILL_PARTS
    }
    best = max(way, key=lambda part: way[part])
    return (best,) if way[best] > _WORTH else ()


def arrow_ways(motion: Motion, view: View, keyframe: int) -> tuple[Way, ...]:
    """Return the ways of the moving parts from the start to a keyframe; almost once round in a flow."""
    if motion.movement.flows:
        steps = [(i, s / 4) for i in range(len(motion.stances)) for s in range(4)][:-2]
    else:
        steps = [(i, s / 6) for i in range(keyframe) for s in range(6)] + [(keyframe - 1, 1.0)]
    if not keyframe:
        return ()
    bodies = [motion.between(*step) for step in steps]
    return tuple(
        Way(tuple(view.flat(centre_of(body, part)) for body in bodies))
        for part in moving_parts(motion, 0, keyframe)
    )


def cue_ways(motion: Motion, view: View) -> tuple[Way, ...]:
    """Return the ways of the movement's cues, on the body at the shown keyframe."""
    body = motion.between(motion.movement.show, 0.0)
    return tuple(way for cue in motion.movement.cues for way in _cue_ways(cue, body, view))


def _cue_ways(cue: Cue, body: Body, view: View) -> list[Way]:
    """Return a cue in one stretch, or, where it goes round something, in stretches behind and before it."""
    spots = [body.place(cue.on, spot) if cue.on else spot for spot in cue.way]
    flats = [view.flat(spot) for spot in spots]
    if not cue.around:
        return [Way(tuple(flats))]
    middle = view.depth(body.frames[cue.around].at)
    hidden = [view.depth(spot) < middle for spot in spots]
    cuts = [0, *(i for i in range(1, len(spots)) if hidden[i] != hidden[i - 1]), len(spots)]
    return [
        Way(tuple(flats[max(0, start - 1) : end]), tip=end == len(spots), behind=hidden[start])
        for start, end in pairwise(cuts)
    ]


def _floored(props: Sequence[Prop], bodies: Sequence[Body]) -> list[Prop]:
    """Return the things with walls first and mats under all else, a mat as long as the bodies need."""
    rank = {PropKind.WALL: 0, PropKind.MAT: 1}
    laid = [
        _laid(prop, bodies) if prop.kind is PropKind.MAT and prop.size == ORIGIN else prop for prop in props
    ]
    return sorted(laid, key=lambda prop: rank.get(prop.kind, 2))


def _laid(mat: Prop, bodies: Sequence[Body]) -> Prop:
    spots = [frame.at for body in bodies for frame in body.frames.values()]
    low, high = min(s[0] for s in spots) - 0.16, max(s[0] for s in spots) + 0.16
    near, far = min(s[2] for s in spots) - 0.10, max(s[2] for s in spots) + 0.10
    middle = ((low + high) / 2, 0.0, (near + far) / 2)
    return replace(mat, at=middle, size=(high - low, 0.012, max(0.62, far - near)))


def _framed(pieces: Iterable[Piece]) -> Frame:
    spots = [
        (x + dx * r, y + dy * r)
        for p in pieces
        for x, y, r in (*p.circles, *((u, v, 0.0) for u, v in p.curve))
        for dx, dy in ((-1, -1), (1, 1))
    ]
    low_x, high_x = min(s[0] for s in spots) - _MARGIN, max(s[0] for s in spots) + _MARGIN
    low_y, high_y = min(s[1] for s in spots) - _MARGIN, max(s[1] for s in spots) + _MARGIN
    wide, high = high_x - low_x, high_y - low_y
    if wide < high * ASPECT:
        low_x, wide = low_x - (high * ASPECT - wide) / 2, high * ASPECT
    else:
        low_y, high = low_y - (wide / ASPECT - high) * 0.55, wide / ASPECT
    return (round(low_x), round(low_y), round(wide), round(high))
