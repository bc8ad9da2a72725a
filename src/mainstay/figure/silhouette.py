"""The trunk's outline: the silhouette of sections strung on a bent axis, drawn as one smooth curve."""

from collections.abc import Sequence
from math import hypot

from mainstay.figure.body import Body
from mainstay.figure.camera import Flat, View
from mainstay.figure.flesh import Section
from mainstay.figure.vector import add, scale, turn

_CAP = 0.22
"""How far the ends bulge, as a share of the end section's half width."""


def outline(body: Body, view: View, sections: Sequence[Section]) -> tuple[Flat, ...]:
    """Return the points of the closed outline, once round."""
    rings = [_ring(body, view, section) for section in sections]
    middles = [ring[0] for ring in rings]
    left, right = list[Flat](), list[Flat]()
    for index, (middle, deep, wide) in enumerate(rings):
        before, after = middles[max(0, index - 1)], middles[min(len(rings) - 1, index + 1)]
        out = _extreme(deep, wide, _across(before, after))
        left.append((middle[0] - out[0], middle[1] - out[1]))
        right.append((middle[0] + out[0], middle[1] + out[1]))
    top = _beyond(middles[-2], middles[-1], left[-1], right[-1])
    bottom = _beyond(middles[1], middles[0], left[0], right[0])
    return (*reversed(bottom), *left, *top, *reversed(right))


def smooth_path(points: Sequence[Flat], closed: bool = True) -> str:
    """Return a Catmull-Rom curve through the points as SVG path data, in whole units."""
    n = len(points)

    def at(i: int) -> Flat:
        return points[i % n] if closed else points[min(max(i, 0), n - 1)]

    x, y = round(points[0][0]), round(points[0][1])
    parts = [f"M{x} {y}"]
    for i in range(n if closed else n - 1):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = at(i - 1), at(i), at(i + 1), at(i + 2)
        spots = ((bx + (cx - ax) / 6, by + (cy - ay) / 6), (cx - (dx - bx) / 6, cy - (dy - by) / 6), (cx, cy))
        steps = [(round(u) - x, round(v) - y) for u, v in spots]
        parts.append("c" + " ".join(f"{u}{v}" if v < 0 else f"{u} {v}" for u, v in steps))
        x, y = x + steps[-1][0], y + steps[-1][1]
    return "".join(parts) + ("z" if closed else "")


def _ring(body: Body, view: View, section: Section) -> tuple[Flat, Flat, Flat]:
    """Return a section's middle, and its depth and width axes, in the picture."""
    frame = body.frames[section.segment]
    middle = frame.place(section.at)
    origin = view.flat(middle)
    ends = (turn(frame.turned, (section.depth, 0.0, 0.0)), turn(frame.turned, (0.0, 0.0, section.width)))
    deep, wide = (view.flat(add(middle, scale(end, 1.0))) for end in ends)
    return origin, (deep[0] - origin[0], deep[1] - origin[1]), (wide[0] - origin[0], wide[1] - origin[1])


def _across(a: Flat, b: Flat) -> Flat:
    far = hypot(b[0] - a[0], b[1] - a[1]) or 1.0
    return (-(b[1] - a[1]) / far, (b[0] - a[0]) / far)


def _extreme(deep: Flat, wide: Flat, out: Flat) -> Flat:
    """Return the ellipse's farthest point in a direction."""
    a, b = deep[0] * out[0] + deep[1] * out[1], wide[0] * out[0] + wide[1] * out[1]
    far = hypot(a, b) or 1.0
    return ((deep[0] * a + wide[0] * b) / far, (deep[1] * a + wide[1] * b) / far)


def _beyond(inner: Flat, end: Flat, left: Flat, right: Flat) -> tuple[Flat, Flat, Flat]:
    """Return three points that round off an end: on the left, in the middle and on the right."""
    reach = hypot(right[0] - left[0], right[1] - left[1]) / 2 * _CAP
    dx, dy = end[0] - inner[0], end[1] - inner[1]
    far = hypot(dx, dy) or 1.0
    ux, uy = dx / far * reach, dy / far * reach

    def corner(side: Flat) -> Flat:
        return (end[0] + (side[0] - end[0]) * 0.62 + ux * 0.8, end[1] + (side[1] - end[1]) * 0.62 + uy * 0.8)

    return (corner(left), (end[0] + ux, end[1] + uy), corner(right))
