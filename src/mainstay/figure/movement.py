"""A movement: a few stances in order, with their phases, props and camera."""

from dataclasses import dataclass
from enum import StrEnum

from mainstay.figure.settle import Stance
from mainstay.figure.vector import Vec
from mainstay.kernel import Side


class PropKind(StrEnum):
    """Things in the room."""

    MAT = "mat"
    CHAIR = "chair"
    WALL = "wall"
    BENCH = "bench"
    STICK = "stick"
    BAND = "band"
    WEIGHT = "weight"
    CUSHION = "cushion"
    BIKE = "bike"


@dataclass(frozen=True, slots=True)
class Prop:
    """A thing in the room.

    ``at`` (metres) is the middle of a mat, chair, bench, wall or cushion on the floor, in the room. A stick,
    band or weight reaches from ``at`` to ``to``, each in the frame of segment ``on`` / ``to_on`` where one is
    named; ``size`` overrules the usual one; ``turn`` (degrees about the vertical) is where a chair faces.
    """

    kind: PropKind
    at: Vec
    size: Vec = (0.0, 0.0, 0.0)
    on: str = ""
    to: Vec = (0.0, 0.0, 0.0)
    to_on: str = ""
    turn: float = 0.0


@dataclass(frozen=True, slots=True)
class Camera:
    """Where the picture is seen from, in degrees: ``yaw`` 0 from the body's right, 90 from ahead."""

    yaw: float = 11.0
    height: float = 8.0


@dataclass(frozen=True, slots=True)
class Cue:
    """An arrow that is not the way of a part: what a still cannot show, such as a push or a drawing in.

    ``way`` are its points in metres, in the frame of segment ``on`` at the shown keyframe, or in the room.
    ``around`` names a segment that it goes round: what is farther from the viewer is behind the body.
    """

    way: tuple[Vec, ...]
    on: str = ""
    around: str = ""


@dataclass(frozen=True, slots=True)
class Keyframe:
    """A stance and how it is come to: ``phase`` (its name in the tempo), seconds and breath on the way there.

    ``holds``: the dose's isometric time is spent here. ``counts``: the repetition is counted on arrival.
    """

    stance: Stance
    phase: str
    seconds: float
    breath: str = ""
    holds: bool = False
    counts: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """A common fault that has a shape: its name, its words, how it looks and, if need be, from where.

    ``props``, where given, stand in place of the movement's.
    """

    name: str
    words: str
    stance: Stance
    camera: Camera | None = None
    props: tuple[Prop, ...] = ()


@dataclass(frozen=True, slots=True)
class Movement:
    """How one rung of an exercise is done, on the side named by ``side`` (None: both at once).

    ``keyframes[0]`` is the start, whose ``seconds`` are those of coming home. ``flows``: keyframes are
    passed without a stop. ``show`` is the keyframe of the still picture; ``arrows`` names the parts whose way
    it shows (None: those that move most), ``cues`` are further arrows; ``order`` overrules the depth order of
    layers.
    """

    exercise: str
    rung: str
    title: str
    words: str
    keyframes: tuple[Keyframe, ...]
    camera: Camera = Camera()
    props: tuple[Prop, ...] = ()
    side: Side | None = None
    shows_spine: bool = False
    flows: bool = False
    show: int = 1
    ghost: bool = True
    primary: tuple[str, ...] = ()
    secondary: tuple[str, ...] = ()
    arrows: tuple[str, ...] | None = None
    cues: tuple[Cue, ...] = ()
    order: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()

    def phase(self, name: str) -> int:
        """Return the last keyframe of a phase, ``start`` being 0; KeyError where there is none."""
        found = [i for i, frame in enumerate(self.keyframes) if frame.phase == name and i]
        if not found and name not in ("start", self.keyframes[0].phase):
            raise KeyError(f"{self.exercise}/{self.rung} has no phase {name}")
        return found[-1] if found else 0
