"""The body's shape: balls whose hulls make the limbs, sections whose silhouette makes the trunk.

All in metres in the frame of a segment of the right side; the left is the mirror image. Girths follow
Winter (2009) breadths and depths for the drawn height, a little fuller than an anatomist would have them.
"""

from dataclasses import dataclass

from mainstay.figure.vector import Vec


@dataclass(frozen=True, slots=True)
class Ball:
    """One ball of flesh."""

    segment: str
    at: Vec
    radius: float


@dataclass(frozen=True, slots=True)
class Shape:
    """The hull of some balls, painted in one colour: ``skin``, ``top``, ``legs``, ``shoe`` or ``hair``."""

    colour: str
    balls: tuple[Ball, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A slice across the trunk: its middle, and half its depth (front to back) and half its width."""

    segment: str
    at: Vec
    depth: float
    width: float


def _shape(colour: str, *balls: tuple[str, float, float, float, float]) -> Shape:
    return Shape(colour, tuple(Ball(segment, (x, y, z), r) for segment, x, y, z, r in balls))


LEG = (
    _shape("legs", ("pelvis", -0.040, -0.030, 0.070, 0.086), ("thigh", 0.0, -0.01, 0.0, 0.088),
           ("thigh", -0.020, -0.110, 0.0, 0.070)),
    _shape("legs", ("thigh", 0.004, -0.01, 0.0, 0.090), ("thigh", 0.014, -0.150, 0.004, 0.076),
           ("thigh", 0.004, -0.410, 0.0, 0.053)),
    _shape("legs", ("shank", 0.004, -0.006, 0.0, 0.053), ("shank", -0.016, -0.115, 0.0, 0.053),
           ("shank", 0.0, -0.365, 0.0, 0.036)),
    _shape("skin", ("shank", 0.0, -0.350, 0.0, 0.032), ("foot", 0.0, 0.0, 0.0, 0.032)),
    _shape("shoe", ("foot", -0.002, -0.010, 0.0, 0.036), ("foot", -0.035, -0.034, 0.0, 0.032),
           ("foot", 0.060, -0.022, 0.0, 0.030), ("foot", 0.115, -0.043, -0.020, 0.023),
           ("foot", 0.108, -0.046, 0.024, 0.020)),
    _shape("shoe", ("toes", 0.0, 0.002, -0.020, 0.023), ("toes", -0.007, 0.0, 0.024, 0.020),
           ("toes", 0.055, -0.004, -0.012, 0.017), ("toes", 0.042, -0.005, 0.020, 0.015)),
)  # fmt: skip
ARM = (
    _shape("skin", ("upper-arm", 0.0, -0.04, 0.0, 0.047), ("upper-arm", 0.004, -0.130, 0.0, 0.043),
           ("upper-arm", 0.0, -0.316, 0.0, 0.036)),
    _shape("skin", ("forearm", 0.0, 0.0, 0.0, 0.036), ("forearm", 0.004, -0.075, 0.0, 0.039),
           ("forearm", 0.0, -0.240, 0.0, 0.025)),
    _shape("skin", ("hand", 0.0, 0.0, 0.008, 0.023), ("hand", 0.0, -0.012, -0.010, 0.022),
           ("hand", 0.0, -0.088, 0.028, 0.016), ("hand", 0.0, -0.085, -0.028, 0.016),
           ("hand", 0.004, -0.164, 0.004, 0.011), ("hand", 0.004, -0.150, -0.020, 0.010)),
    _shape("skin", ("hand", 0.004, -0.030, 0.022, 0.016), ("hand", 0.014, -0.095, 0.046, 0.011)),
    _shape("top", ("upper-thorax", 0.042, 0.078, 0.128, 0.054), ("upper-arm", 0.0, -0.002, 0.0, 0.057),
           ("upper-arm", 0.002, -0.145, 0.0, 0.050)),
)  # fmt: skip
NECK = (
    _shape("skin", ("upper-thorax", 0.028, 0.120, 0.0, 0.052), ("neck", 0.020, 0.075, 0.0, 0.050),
           ("head", -0.005, 0.0, 0.0, 0.052)),
)  # fmt: skip
HAIR = (
    _shape("hair", ("head", -0.008, 0.050, 0.010, 0.089), ("head", -0.008, 0.050, -0.010, 0.089),
           ("head", 0.030, 0.078, 0.0, 0.062), ("head", -0.042, -0.010, 0.0, 0.050)),
)  # fmt: skip
FACE = (
    _shape("skin", ("head", 0.046, 0.040, 0.022, 0.048), ("head", 0.046, 0.040, -0.022, 0.048),
           ("head", 0.046, 0.0, 0.026, 0.045), ("head", 0.046, 0.0, -0.026, 0.045),
           ("head", 0.066, -0.048, 0.0, 0.027), ("head", 0.020, -0.028, 0.036, 0.026),
           ("head", 0.020, -0.028, -0.036, 0.026)),
    _shape("skin", ("head", 0.084, 0.024, 0.0, 0.010), ("head", 0.104, -0.006, 0.0, 0.011),
           ("head", 0.080, -0.016, 0.0, 0.014)),
)  # fmt: skip
EAR = Ball("head", (0.004, 0.004, 0.066), 0.019)
EYE = Ball("head", (0.082, 0.024, 0.030), 0.0075)

HIPS = (
    Section("pelvis", (0.0, -0.078, 0.0), 0.060, 0.100),
    Section("pelvis", (-0.015, -0.020, 0.0), 0.110, 0.168),
    Section("pelvis", (-0.022, 0.040, 0.0), 0.106, 0.163),
    Section("lower-lumbar", (0.030, 0.000, 0.0), 0.097, 0.148),
    Section("lower-lumbar", (0.030, 0.040, 0.0), 0.085, 0.138),
)
SHIRT = (
    Section("pelvis", (-0.022, 0.046, 0.0), 0.107, 0.165),
    Section("lower-lumbar", (0.030, 0.010, 0.0), 0.098, 0.150),
    Section("upper-lumbar", (0.019, 0.015, 0.0), 0.090, 0.138),
    Section("lower-thorax", (0.028, 0.015, 0.0), 0.098, 0.146),
    Section("lower-thorax", (0.024, 0.085, 0.0), 0.108, 0.156),
    Section("upper-thorax", (0.050, 0.000, 0.0), 0.110, 0.163),
    Section("upper-thorax", (0.042, 0.060, 0.0), 0.098, 0.166),
    Section("upper-thorax", (0.030, 0.112, 0.0), 0.070, 0.120),
    Section("upper-thorax", (0.024, 0.146, 0.0), 0.052, 0.062),
)
SPINE = ("lumbosacral", "midlumbar", "thoracolumbar", "midthoracic", "cervicothoracic")
