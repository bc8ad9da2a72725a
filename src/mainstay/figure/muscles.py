"""Where the muscles lie on the body, for the glow on a figure and for the muscle map."""

from dataclasses import dataclass

from mainstay.figure.body import Body
from mainstay.figure.camera import PIXELS, View
from mainstay.figure.hull import Circle
from mainstay.figure.vector import Vec, turn

SEEN = -0.30
"""How far a muscle's side may be turned away (cosine) and still shine through at the body's edge."""


@dataclass(frozen=True, slots=True)
class Belly:
    """A muscle's belly between two points of segments; ``faces`` is outward in the first one's frame."""

    layer: str
    start: tuple[str, Vec]
    end: tuple[str, Vec]
    radius: float
    faces: Vec
    sided: bool = True


@dataclass(frozen=True, slots=True)
class Patch:
    """A belly as it is seen, on a layer."""

    layer: str
    ends: tuple[Circle, Circle]


_F, _B, _S = (1.0, 0.0, 0.0), (-1.0, 0.0, 0.0), (0.0, 0.0, 1.0)
_P, _LL, _UL, _LT, _UT = "pelvis", "lower-lumbar", "upper-lumbar", "lower-thorax", "upper-thorax"

BELLIES: dict[str, tuple[Belly, ...]] = {
    "transversus-abdominis": (
        Belly("torso", (_P, (0.02, 0.06, 0.0)), (_UL, (0.035, 0.06, 0.0)), 0.066, _F, False),
    ),
    "rectus-abdominis": (Belly("torso", (_P, (0.058, 0.02, 0.025)), (_LT, (0.095, 0.06, 0.025)), 0.028, _F),),
    "obliques": (
        Belly("torso", (_P, (0.03, 0.07, 0.105)), (_LT, (0.045, 0.03, 0.105)), 0.042, (0.5, 0.0, 0.85)),
    ),
    "multifidus": (Belly("torso", (_P, (-0.085, 0.05, 0.025)), (_UL, (-0.04, 0.02, 0.022)), 0.026, _B),),
    "erector-spinae": (
        Belly("torso", (_LL, (-0.035, 0.02, 0.04)), (_LT, (-0.045, 0.03, 0.042)), 0.030, _B),
        Belly("torso", (_LT, (-0.050, 0.05, 0.042)), (_UT, (-0.030, 0.06, 0.035)), 0.026, _B),
    ),
    "quadratus-lumborum": (
        Belly("torso", (_P, (-0.06, 0.09, 0.08)), (_UL, (-0.02, 0.06, 0.085)), 0.030, (-0.8, 0.0, 0.6)),
    ),
    "latissimus-dorsi": (
        Belly("torso", (_LT, (-0.03, -0.01, 0.085)), (_UT, (-0.01, 0.01, 0.125)), 0.040, (-0.8, 0.0, 0.6)),
    ),
    "trapezius": (Belly("torso", (_UT, (-0.035, 0.06, 0.03)), (_UT, (0.0, 0.125, 0.06)), 0.030, _B),),
    "rhomboids": (Belly("torso", (_UT, (-0.045, 0.0, 0.04)), (_UT, (-0.035, 0.06, 0.06)), 0.026, _B),),
    "serratus-anterior": (
        Belly("torso", (_LT, (0.06, 0.08, 0.125)), (_UT, (0.05, 0.0, 0.135)), 0.026, (0.3, 0.0, 0.95)),
    ),
    "pectorals": (Belly("torso", (_UT, (0.115, 0.02, 0.045)), (_UT, (0.09, 0.045, 0.115)), 0.036, _F),),
    "neck-flexors": (
        Belly("torso", ("neck", (0.045, 0.02, 0.015)), ("neck", (0.05, 0.07, 0.02)), 0.018, _F),
    ),
    "deltoids": (
        Belly("arm", ("upper-arm", (0.0, 0.005, 0.012)), ("upper-arm", (0.002, -0.10, 0.012)), 0.038, _S),
    ),
    "gluteus-maximus": (
        Belly(
            "leg", (_P, (-0.070, -0.005, 0.075)), ("thigh", (-0.035, -0.05, 0.0)), 0.056, (-0.9, 0.0, 0.35)
        ),
    ),
    "gluteus-medius": (
        Belly("leg", (_P, (-0.015, 0.045, 0.11)), ("thigh", (-0.005, 0.0, 0.03)), 0.036, (-0.2, 0.0, 0.95)),
    ),
    "hip-flexors": (Belly("leg", (_P, (0.045, 0.03, 0.075)), ("thigh", (0.050, -0.07, 0.0)), 0.032, _F),),
    "hip-rotators": (Belly("leg", (_P, (-0.075, -0.010, 0.06)), ("thigh", (-0.03, -0.01, 0.02)), 0.030, _B),),
    "adductors": (
        Belly(
            "leg",
            ("thigh", (0.01, -0.09, -0.045)),
            ("thigh", (0.005, -0.24, -0.035)),
            0.026,
            (0.6, 0.0, -0.4),
        ),
    ),
    "hamstrings": (
        Belly("leg", ("thigh", (-0.030, -0.14, 0.0)), ("thigh", (-0.020, -0.32, 0.0)), 0.034, _B),
    ),
    "quadriceps": (Belly("leg", ("thigh", (0.045, -0.12, 0.0)), ("thigh", (0.028, -0.32, 0.0)), 0.036, _F),),
    "calves": (Belly("leg", ("shank", (-0.030, -0.07, 0.0)), ("shank", (-0.022, -0.19, 0.0)), 0.030, _B),),
}
"""Every muscle that the kernel names, on the right side where there are two."""


def patches(body: Body, view: View, muscle: str, seen: float = SEEN) -> tuple[Patch, ...]:
    """Return where a muscle is seen; none where its cosine to the viewer is below ``seen``."""
    found = list[Patch]()
    for belly in BELLIES[muscle]:
        for side in ("left", "right") if belly.sided else ("right",):
            sign = -1.0 if side == "left" else 1.0
            start, end = (_placed(body, name, at, side, sign) for name, at in (belly.start, belly.end))
            fx, fy, fz = belly.faces
            frame = body.frames[_segment(body, belly.start[0], side)]
            if view.depth(turn(frame.turned, (fx, fy, fz * sign))) > seen:
                layer = belly.layer if belly.layer == "torso" else f"{belly.layer}-{side}"
                r = belly.radius * PIXELS
                found.append(Patch(layer, ((*view.flat(start), r), (*view.flat(end), r))))
    return tuple(found)


def _placed(body: Body, name: str, at: Vec, side: str, sign: float) -> Vec:
    return body.place(_segment(body, name, side), (at[0], at[1], at[2] * sign))


def _segment(body: Body, name: str, side: str) -> str:
    return name if name in body.frames else f"{name}-{side}"
