"""Parts of the body that touch things: where they are on their segment, and how thick the flesh is there."""

from dataclasses import dataclass

from mainstay.figure.body import Body
from mainstay.figure.skeleton import SIDES
from mainstay.figure.vector import Vec, add, scale


@dataclass(frozen=True, slots=True)
class Part:
    """A ball of flesh: ``centre`` in the segment's frame (of the right side), ``radius`` in metres."""

    segment: str
    centre: Vec
    radius: float
    sided: bool = True


PARTS: dict[str, Part] = {
    "palm": Part("hand", (0.004, -0.075, 0.0), 0.018),
    "wrist": Part("hand", (0.0, 0.0, 0.0), 0.026),
    "elbow": Part("forearm", (0.0, 0.0, 0.0), 0.038),
    "forearm": Part("forearm", (0.0, 0.0, 0.0), 0.038),
    "shoulder": Part("upper-arm", (0.0, 0.0, 0.0), 0.060),
    "knee": Part("shank", (0.0, 0.0, 0.0), 0.050),
    "ankle": Part("foot", (0.0, 0.0, 0.0), 0.036),
    "sole": Part("foot", (0.0, -0.046, 0.0), 0.020),
    "heel": Part("foot", (-0.035, -0.034, 0.0), 0.032),
    "ball": Part("toes", (0.0, 0.0, 0.0), 0.020),
    "toes": Part("toes", (0.055, -0.004, 0.0), 0.016),
    "hip": Part("thigh", (0.0, 0.0, 0.0), 0.100),
    "crown": Part("head", (0.0, 0.215, 0.0), 0.0, sided=False),
    "compass": Part("upper-thorax", (0.420, 0.470, 0.0), 0.0, sided=False),
    "belt": Part("pelvis", (0.235, 0.030, 0.0), 0.0, sided=False),
    "tail": Part("pelvis", (-0.230, -0.030, 0.0), 0.0, sided=False),
    "pelvis": Part("pelvis", (0.0, 0.0, 0.0), 0.0, sided=False),
    "seat": Part("pelvis", (-0.040, -0.020, 0.0), 0.086, sided=False),
    "sacrum": Part("pelvis", (-0.045, 0.030, 0.0), 0.075, sided=False),
    "upper-back": Part("upper-thorax", (-0.005, 0.035, 0.0), 0.062, sided=False),
    "chest": Part("upper-thorax", (0.090, 0.010, 0.0), 0.060, sided=False),
    "belly": Part("upper-lumbar", (0.065, 0.020, 0.0), 0.070, sided=False),
    "head": Part("head", (-0.005, 0.045, 0.0), 0.088, sided=False),
    "forehead": Part("head", (0.050, 0.055, 0.0), 0.046, sided=False),
}


def spots(name: str) -> tuple[tuple[str, Part], ...]:
    """Return (segment, part) for a part's name: ``knees`` is both, ``knee-left`` one, ``head`` the middle.

    Raise KeyError for a name that is no part of the body.
    """
    if name in PARTS and not PARTS[name].sided:
        return ((PARTS[name].segment, PARTS[name]),)
    for side in SIDES:
        if name.endswith(f"-{side}"):
            part = PARTS[name.removesuffix(f"-{side}")]
            return ((f"{part.segment}-{side}", part),)
    part = PARTS[name.removesuffix("s") if name != "toes" else name]
    return tuple((f"{part.segment}-{side}", part) for side in SIDES)


def centre_of(body: Body, name: str) -> Vec:
    """Return the centre of a part, or the middle between both sides' parts, in metres."""
    places = [body.place(segment, _local(segment, part)) for segment, part in spots(name)]
    total = places[0] if len(places) == 1 else add(places[0], places[1])
    return scale(total, 1 / len(places))


def radius_of(name: str) -> float:
    """Return how far a part's centre stays from what it rests on, in metres."""
    return spots(name)[0][1].radius


def _local(segment: str, part: Part) -> Vec:
    x, y, z = part.centre
    return (x, y, -z) if segment.endswith("left") else part.centre
