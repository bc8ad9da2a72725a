"""The moving figure on a page: where its pictures and frames are, and its phases in words."""

from dataclasses import dataclass
from itertools import groupby

from mainstay.figure import Keyframe, Movement
from mainstay.kernel import Side
from mainstay.web.library.pictures import address, movement_of

_BREATH = {"in": "breathe in", "out": "breathe out", "free": "breathe freely"}
_OTHER = {Side.LEFT: "Right side", Side.RIGHT: "Left side"}


@dataclass(frozen=True, slots=True)
class PhaseView:
    """A phase in words, from stop ``first`` to ``last`` of the frames; ``holds``: standing still there."""

    name: str
    breath: str
    seconds: float | None
    first: int
    last: int
    holds: bool = False


@dataclass(frozen=True, slots=True)
class MovingView:
    """One rung's figure in motion. ``other_side`` names the mirrored one, where there are two."""

    still: str
    board: str
    frames: str
    phases: tuple[PhaseView, ...]
    other_side: str


def moving_view(slug: str, rung: str) -> MovingView | None:
    """Return what a page needs to show a rung in motion; None where it has no movement."""
    movement = movement_of(slug, rung)
    if movement is None:
        return None
    return MovingView(
        still=address("picture", slug, rung),
        board=address("storyboard", slug, rung),
        frames=address("frames", slug, rung),
        phases=phases_of(movement),
        other_side=_OTHER[movement.side] if movement.side else "",
    )


def phases_of(movement: Movement) -> tuple[PhaseView, ...]:
    """Return the phases in order, a hold as one of its own; a flow, shown by one turn, has no seconds."""
    stops = list(enumerate((*movement.keyframes[1:], movement.keyframes[0])))
    found = list[PhaseView]()
    for name, group in groupby(stops, key=lambda stop: stop[1].phase):
        found += _phase(name, list(group), movement.flows)
    return tuple(found)


def _phase(name: str, stops: list[tuple[int, Keyframe]], flows: bool) -> list[PhaseView]:
    seconds = None if flows else round(sum(frame.seconds for _, frame in stops), 1)
    (first, frame), (last, end) = stops[0], stops[-1]
    moving = PhaseView(name.capitalize(), _BREATH[frame.breath], seconds, first, last)
    held = PhaseView("Hold", "keep breathing", None, last, last, holds=True)
    return [moving, held] if end.holds else [moving]
