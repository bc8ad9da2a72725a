"""The body from the front and from behind, with muscles coloured in."""

from collections.abc import Sequence
from hashlib import sha256
from html import escape
from math import hypot

from mainstay.figure.body import Body, stand
from mainstay.figure.camera import View, view_from
from mainstay.figure.layers import layers
from mainstay.figure.muscles import BELLIES, Patch, patches
from mainstay.figure.paint import LIGHT, Theme, fill, style, value
from mainstay.figure.pose import Pose
from mainstay.figure.silhouette import smooth_path

_POSE = {
    f"{joint}-{side}": angles
    for side in ("left", "right")
    for joint, angles in (
        ("shoulder", (0.0, 20.0, 0.0)),
        ("elbow", (8.0, 0.0, 10.0)),
        ("hip", (0.0, 5.0, 0.0)),
    )
}
_APART = 480
_FRAME = (-245, -700, 970, 740)


def muscle_map(primary: Sequence[str], secondary: Sequence[str] = (), *, theme: Theme = Theme.AUTO) -> str:
    """Return an SVG of front and back with the named muscles lit: primary strong, secondary soft.

    KeyError where a name is none of the kernel's muscles.
    """
    for name in (*primary, *secondary):
        if name not in BELLIES:
            raise KeyError(f"{name} is no muscle on the map; it knows {', '.join(sorted(BELLIES))}")
    body = stand(Pose((0.0, 0.9, 0.0), 0.0, 0.0, 0.0, _POSE))
    soft = [name for name in secondary if name not in primary]
    key = "m" + sha256("/".join((*primary, "", *soft)).encode()).hexdigest()[:6]
    sides = "".join(
        f'<g transform="translate({shift} 0)">'
        f"{_side(body, view_from(yaw, 0.0), primary, soft, theme, key + name)}</g>"
        for shift, yaw, name in ((0, 90.0, "f"), (_APART, 270.0, "b"))
    )
    return _document(sides, key, primary, soft, theme)


def _side(
    body: Body, view: View, primary: Sequence[str], soft: Sequence[str], theme: Theme, clip: str
) -> str:
    pieces = [piece for layer in layers(body, view) for piece in layer.pieces]
    plain = "".join(piece.path for piece in pieces if piece.colour not in ("ink", "ear"))
    out = [
        f'<clipPath id="{clip}"><path d="{plain}"/></clipPath>',
        f'<path {fill("ghost", theme)} opacity=".45" d="{plain}"/><g clip-path="url(#{clip})"'
        f' stroke-width="3" style="stroke:{value("shoe", theme)}">',
    ]
    for names, strength in ((soft, 0.45), (primary, 0.95)):
        for name in names:
            paths = "".join(_spindle(patch) for patch in _facing(body, view, name))
            if paths:
                out.append(f'<path {fill("glow", theme)} opacity="{strength}" d="{paths}"/>')
    return "".join(out) + "</g>"


def _spindle(patch: Patch) -> str:
    """Return a belly that is fullest in its middle and runs out at both its ends."""
    (ax, ay, r), (bx, by, _) = patch.ends
    far = hypot(bx - ax, by - ay) or 1.0
    ux, uy = (bx - ax) / far, (by - ay) / far
    length, (mx, my) = far / 2 + r * 0.9, ((ax + bx) / 2, (ay + by) / 2)
    spots = (
        (-1.0, 0.0),
        (-0.5, 0.92),
        (0.1, 1.0),
        (0.6, 0.7),
        (1.0, 0.0),
        (0.6, -0.7),
        (0.1, -1.0),
        (-0.5, -0.92),
    )
    return smooth_path(
        [(mx + u * length * ux - v * r * uy, my + u * length * uy + v * r * ux) for u, v in spots]
    )


def _facing(body: Body, view: View, name: str) -> list[Patch]:
    """Return the muscle's bellies of this side of the body only: on a map nothing shines through."""
    return list(patches(body, view, name, seen=-0.1))


def _document(inside: str, key: str, primary: Sequence[str], soft: Sequence[str], theme: Theme) -> str:
    x, y, w, h = _FRAME
    words = f"Mainly: {_named(primary)}." + (f" Also: {_named(soft)}." if soft else "")
    used = {name for name in LIGHT if f'"f-{name}"' in inside or f"--f-{name})" in inside}
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="fig" viewBox="{x} {y} {w} {h}" role="img"'
        f' aria-labelledby="{key}-t {key}-d"><title id="{key}-t">Working muscles, front and back</title>'
        f'<desc id="{key}-d">{escape(words)}</desc>{style(theme, used)}{inside}</svg>'
    )


def _named(names: Sequence[str]) -> str:
    return ", ".join(name.replace("-", " ") for name in names) or "none"
