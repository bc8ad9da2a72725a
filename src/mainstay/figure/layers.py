"""The body as flat layers, the farthest first."""

from collections.abc import Sequence
from dataclasses import dataclass

from mainstay.figure import flesh
from mainstay.figure.body import Body
from mainstay.figure.camera import PIXELS, Flat, View
from mainstay.figure.flesh import Ball, Shape
from mainstay.figure.hull import Circle, band_path
from mainstay.figure.silhouette import outline, smooth_path
from mainstay.figure.vector import Vec, turn


@dataclass(frozen=True, slots=True)
class Piece:
    """One painted path of a layer: a hull's circles, or a smooth curve's points, in picture units.

    ``name`` tells pieces apart that may come and go, such as the eyes.
    """

    colour: str
    circles: tuple[Circle, ...] = ()
    curve: tuple[Flat, ...] = ()
    name: str = ""

    @property
    def path(self) -> str:
        """The piece as SVG path data."""
        return smooth_path(self.curve) if self.curve else band_path(self.circles)


@dataclass(frozen=True, slots=True)
class Layer:
    """A limb, the trunk or the head; ``far`` ones are painted quieter."""

    name: str
    pieces: tuple[Piece, ...]
    depth: float
    far: bool = False


_BEHIND = 0.03
"""A limb whose middle is this much farther than the trunk's, in metres, is behind it."""
_FAR = 0.04
"""A limb whose root is this much farther than the trunk's middle, in metres, is painted quieter."""
_HEAD_FIRST = 0.35
"""A head this much nearer than the pelvis, in metres, is in front of everything."""
LIMBS = ("leg-left", "leg-right", "arm-left", "arm-right")


def layers(body: Body, view: View, order: Sequence[str] = ()) -> tuple[Layer, ...]:
    """Return the body's layers in painting order; ``order`` (names, farthest first) overrules the depths."""
    made = {name: _limb(body, view, name) for name in LIMBS}
    made["torso"], made["head"] = _torso(body, view), _head(body, view)
    names = order or _sorted(made)
    return tuple(made[name] for name in names)


def _sorted(made: dict[str, Layer]) -> tuple[str, ...]:
    behind = sorted(
        (n for n in LIMBS if made[n].depth < -_BEHIND), key=lambda n: (n[:3] != "arm", made[n].depth)
    )
    before = sorted((n for n in LIMBS if n not in behind), key=lambda n: (n[:3] == "arm", made[n].depth))
    near_head = made["head"].depth > _HEAD_FIRST
    return (*behind, "torso", *(() if near_head else ("head",)), *before, *(("head",) if near_head else ()))


def _limb(body: Body, view: View, name: str) -> Layer:
    kind, side = name.split("-")
    shapes = flesh.LEG if kind == "leg" else flesh.ARM
    bones = ("thigh", "shank", "foot") if kind == "leg" else ("upper-arm", "forearm", "hand")
    spots = [f"{bone}-{side}" for bone in bones]
    root = body.frames[spots[0]].at
    aside = _level_depth(view, root) - _level_depth(
        view, body.frames["pelvis" if kind == "leg" else "upper-thorax"].at
    )
    ahead = sum(_level_depth(view, body.frames[s].at) for s in spots) / 3 - _level_depth(view, root)
    return Layer(
        name, tuple(piece(body, view, shape, side) for shape in shapes), aside + ahead / 2, aside < -_FAR
    )


def _torso(body: Body, view: View) -> Layer:
    pieces = (
        *(piece(body, view, shape, "") for shape in flesh.NECK),
        Piece("legs", curve=outline(body, view, flesh.HIPS)),
        Piece("top", curve=outline(body, view, flesh.SHIRT)),
    )
    return Layer("torso", pieces, 0.0)


def _head(body: Body, view: View) -> Layer:
    hair = tuple(piece(body, view, shape, "") for shape in flesh.HAIR)
    face = tuple(piece(body, view, shape, "") for shape in flesh.FACE)
    frame = body.frames["head"]
    looks = view.depth(turn(frame.turned, (1.0, 0.0, 0.0)))
    ears = tuple(
        Piece("ear", (circle(body, view, flesh.EAR, side),), name=side)
        for side in ("left", "right")
        if view.depth(turn(frame.turned, (0.0, 0.0, 1.0 if side == "right" else -1.0))) > 0.15
    )
    eyes = tuple(
        Piece("ink", (circle(body, view, flesh.EYE, side),), name=side)
        for side in ("left", "right")
        if view.depth(turn(frame.turned, _eye(side))) > 0.05
    )
    pieces = (*hair, *face, *ears, *eyes) if looks > -0.35 else (*face, *hair, *ears)
    return Layer("head", pieces, _level_depth(view, frame.at) - _level_depth(view, body.frames["pelvis"].at))


def _level_depth(view: View, point: Vec) -> float:
    """Return how near a point is, its height left out of account, in metres."""
    return point[0] * view.near[0] + point[2] * view.near[2]


def _eye(side: str) -> Vec:
    return (0.75, 0.0, 0.66 if side == "right" else -0.66)


def piece(body: Body, view: View, shape: Shape, side: str) -> Piece:
    """Return a shape of one side of the body as it is seen."""
    return Piece(shape.colour, tuple(circle(body, view, ball, side) for ball in shape.balls))


def circle(body: Body, view: View, ball: Ball, side: str) -> Circle:
    """Return a ball of one side ("" the middle) as it is seen."""
    x, y, z = ball.at
    name = ball.segment if ball.segment in body.frames else f"{ball.segment}-{side}"
    flat = view.flat(body.place(name, (x, y, -z if side == "left" else z)))
    return (flat[0], flat[1], ball.radius * PIXELS)
