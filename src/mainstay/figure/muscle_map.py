"""The body from the front and from behind, with muscles coloured in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from math import hypot

from mainstay.figure.body import Body, stand
from mainstay.figure.camera import View, view_from
from mainstay.figure.layers import layers
from mainstay.figure.muscles import BELLIES, Patch, patches
from mainstay.figure.paint import Theme, fill, value
from mainstay.figure.pose import Pose
from mainstay.figure.silhouette import smooth_path
from mainstay.figure.still import document

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
_SOFT, _STRONG = 0.45, 0.95
_HELPING = 0.35
"""What a session in which a muscle only helps counts for beside one that is mainly for it."""


@dataclass(frozen=True, slots=True)
class Work:
    """In how many sessions a muscle is worked mainly, and in how many others it helps."""

    mainly: int
    helping: int

    @property
    def weight(self) -> float:
        """How much work that is beside another muscle's."""
        return self.mainly + _HELPING * self.helping

    @property
    def words(self) -> str:
        """The numbers, to be read."""
        parts = ((self.mainly, "mainly"), (self.helping, "helping"))
        return ", ".join(f"{word} in {n} session{'' if n == 1 else 's'}" for n, word in parts if n)


def muscle_map(primary: Sequence[str], secondary: Sequence[str] = (), *, theme: Theme = Theme.AUTO) -> str:
    """Return an SVG of front and back with the named muscles lit: primary strong, secondary soft.

    KeyError where a name is none of the kernel's muscles.
    """
    soft = [name for name in secondary if name not in primary]
    words = f"Mainly: {_named(primary)}." + (f" Also: {_named(soft)}." if soft else "")
    lit = [(name, _SOFT) for name in soft] + [(name, _STRONG) for name in primary]
    return _map(lit, ("Working muscles, front and back", words), theme)


def week_map(worked: Mapping[str, Work], *, theme: Theme = Theme.AUTO) -> str:
    """Return an SVG of front and back with each muscle the brighter, the more of the week's sessions work it.

    KeyError where a name is none of the kernel's muscles.
    """
    most = max((work.weight for work in worked.values()), default=1.0)
    in_order = sorted(worked, key=lambda name: worked[name].weight)
    lit = [(name, _SOFT + (_STRONG - _SOFT) * worked[name].weight / most) for name in in_order]
    words = "; ".join(f"{name.replace('-', ' ')}: {worked[name].words}" for name in reversed(in_order))
    return _map(lit, ("The week's working muscles, front and back", f"{words or 'None'}."), theme)


def _map(lit: Sequence[tuple[str, float]], words: tuple[str, str], theme: Theme) -> str:
    """Return both sides with the muscles lit by these opacities, the last on top."""
    for name, _ in lit:
        if name not in BELLIES:
            raise KeyError(f"{name} is no muscle on the map; it knows {', '.join(sorted(BELLIES))}")
    body = stand(Pose((0.0, 0.9, 0.0), 0.0, 0.0, 0.0, _POSE))
    key = "m" + sha256(repr((lit, words)).encode()).hexdigest()[:6]
    sides = "".join(
        f'<g transform="translate({shift} 0)">{_side(body, view_from(yaw, 0.0), lit, theme, key + name)}</g>'
        for shift, yaw, name in ((0, 90.0, "f"), (_APART, 270.0, "b"))
    )
    return document(sides, _FRAME, key, words, theme, mirrored=False)


def _side(body: Body, view: View, lit: Sequence[tuple[str, float]], theme: Theme, clip: str) -> str:
    pieces = [piece for layer in layers(body, view) for piece in layer.pieces]
    plain = "".join(piece.path for piece in pieces if piece.colour not in ("ink", "ear"))
    out = [
        f'<clipPath id="{clip}"><path d="{plain}"/></clipPath>',
        f'<path {fill("ghost", theme)} opacity=".45" d="{plain}"/><g clip-path="url(#{clip})"'
        f' stroke-width="3" style="stroke:{value("shoe", theme)}">',
    ]
    for name, strength in lit:
        paths = "".join(_spindle(patch) for patch in _facing(body, view, name))
        if paths:
            out.append(f'<path {fill("glow", theme)} opacity="{strength:.2f}" d="{paths}"/>')
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


def _named(names: Sequence[str]) -> str:
    return ", ".join(name.replace("-", " ") for name in names) or "none"
