"""Things in the room, as pieces: those that stand still, and those that move with the body."""

from collections.abc import Iterable

from mainstay.figure.body import Body
from mainstay.figure.camera import PIXELS, View
from mainstay.figure.layers import Piece
from mainstay.figure.movement import Prop, PropKind
from mainstay.figure.vector import Vec, about_y, add, turn

USUAL: dict[PropKind, Vec] = {
    PropKind.MAT: (1.95, 0.012, 0.68),
    PropKind.CHAIR: (0.42, 0.45, 0.42),
    PropKind.BENCH: (0.36, 0.45, 0.90),
    PropKind.WALL: (0.07, 1.90, 1.10),
    PropKind.BIKE: (1.0, 0.86, 0.3),
    PropKind.CUSHION: (0.30, 0.14, 0.36),
}
"""Length, height and breadth in metres. Seat height after BS EN 1729 size 6 and usual dining chairs."""
_BACK = 0.40
MOVING = (PropKind.STICK, PropKind.BAND, PropKind.WEIGHT)


def standing(prop: Prop, view: View) -> tuple[Piece, ...]:
    """Return the pieces of a thing that stands still, the farthest first."""
    size = tuple(s or u for s, u in zip(prop.size, USUAL[prop.kind], strict=True))
    x, y, z = prop.at
    length, height, breadth = size
    if prop.kind is PropKind.CHAIR:
        return _chair(prop, view, height)
    if prop.kind is PropKind.BIKE:
        return _bike(prop, view)
    if prop.kind is PropKind.MAT:
        middle, extent = (x, y - height / 2, z), (length, height, breadth)
        return _box(view, middle, extent, "mat", 5.0)
    if prop.kind is PropKind.BENCH:
        legs = [
            _rod(view, (x + dx, y, z + dz), (x + dx, y + height - 0.05, z + dz), 0.018, "wood-side")
            for dz in (-breadth / 2 + 0.06, breadth / 2 - 0.06)
            for dx in (-length / 2 + 0.05, length / 2 - 0.05)
        ]
        return (*legs, *_box(view, (x, y + height - 0.035, z), (length, 0.07, breadth), "wood", 6.0))
    colour, soft = ("wall", 1.0) if prop.kind is PropKind.WALL else ("mat", 12.0)
    return _box(view, (x, y + height / 2, z), (length, height, breadth), colour, soft)


def carried(prop: Prop, body: Body, view: View) -> Piece:
    """Return a stick, band or weight where the body holds it now."""
    ends = [_place(body, prop.on, prop.at), _place(body, prop.to_on, prop.to)]
    radius = {PropKind.STICK: 0.011, PropKind.BAND: 0.006, PropKind.WEIGHT: 0.055}[prop.kind]
    colour = {PropKind.STICK: "wood", PropKind.BAND: "band", PropKind.WEIGHT: "steel"}[prop.kind]
    flat = [view.flat(end) for end in ends]
    return Piece(colour, tuple((u, v, radius * PIXELS) for u, v in flat))


def _place(body: Body, on: str, at: Vec) -> Vec:
    return body.place(on, at) if on else at


def _chair(prop: Prop, view: View, height: float) -> tuple[Piece, ...]:
    m = about_y(prop.turn)

    def spot(x: float, y: float, z: float) -> Vec:
        return add(prop.at, turn(m, (x, y, z)))

    posts = [(dx, dz) for dz in (-0.19, 0.19) for dx in (-0.20, 0.18)]
    legs = [_rod(view, spot(dx, 0, dz), spot(dx, height - 0.03, dz), 0.014, "wood-side") for dx, dz in posts]
    backs = [
        _rod(view, spot(-0.20, height - 0.03, dz), spot(-0.25, height + _BACK, dz), 0.014, "wood-side")
        for dz in (-0.19, 0.19)
    ]
    rest = _slab(
        view,
        [
            spot(-0.235 - 0.012 * k, height + h, dz)
            for k, h in ((0, 0.22), (1, _BACK))
            for dz in (-0.19, 0.19)
        ],
    )
    seat = _slab(
        view,
        [spot(dx, height - h, dz) for h in (0.035, 0.012) for dx in (-0.20, 0.20) for dz in (-0.20, 0.20)],
    )
    return (*legs, *backs, rest, seat)


def _bike(prop: Prop, view: View) -> tuple[Piece, ...]:
    """Return an exercise bike: crank 0.32 m ahead of ``at``, saddle 0.82 m high behind it."""

    def spot(x: float, y: float, z: float = 0.0) -> Vec:
        return add(prop.at, (x, y, z))

    rods = [
        (spot(-0.25, 0.03), spot(0.85, 0.03), 0.022),
        (spot(0.0, 0.80), spot(0.18, 0.06), 0.022),
        (spot(0.62, 0.06), spot(0.52, 1.02), 0.022),
        (spot(0.14, 0.34), spot(0.60, 0.50), 0.022),
        (spot(0.52, 1.02, -0.2), spot(0.52, 1.02, 0.2), 0.014),
        (spot(-0.12, 0.82), spot(0.10, 0.82), 0.030),
    ]
    hub = Piece("wood-side", ((*view.flat(spot(0.32, 0.34)), 0.06 * PIXELS),))
    wheel = Piece("wood", ((*view.flat(spot(0.60, 0.30)), 0.22 * PIXELS),))
    return (wheel, *(_rod(view, a, b, r, "wood-side") for a, b, r in rods), hub)


def _slab(view: View, corners: Iterable[Vec]) -> Piece:
    return Piece("wood", tuple((*view.flat(corner), 5.0) for corner in corners))


def _rod(view: View, a: Vec, b: Vec, radius: float, colour: str) -> Piece:
    return Piece(colour, tuple((*view.flat(end), radius * PIXELS) for end in (a, b)))


def _box(view: View, middle: Vec, size: Vec, colour: str, soft: float) -> tuple[Piece, ...]:
    """Return a box's whole shape and, lighter, its top (for a wall: the side turned to the viewer)."""
    half = tuple(s / 2 for s in size)
    corners = [
        add(middle, (a * half[0], b * half[1], c * half[2]))
        for a in (-1, 1)
        for b in (-1, 1)
        for c in (-1, 1)
    ]
    whole = tuple((*view.flat(corner), soft) for corner in corners)
    if size[1] > max(size[0], size[2]):
        thin = 0 if size[0] < size[2] else 2
        sign = 1 if view.near[thin] > 0 else -1
        face = [c for c in corners if (c[thin] - middle[thin]) * sign > 0]
    else:
        face = [c for c in corners if c[1] > middle[1]]
    return (Piece(f"{colour}-side", whole), Piece(colour, tuple((*view.flat(c), soft) for c in face)))
