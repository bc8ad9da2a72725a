"""From what was done and felt to the next step on each ladder."""

from mainstay.coach.progression.advance import advance
from mainstay.coach.progression.gap import back_after_gap
from mainstay.coach.progression.ladder import dose_at, ladder_of, load_at, open_place
from mainstay.coach.progression.mode import Mode, mode_on, volume_on
from mainstay.coach.progression.moment import Moment
from mainstay.coach.progression.response import Colour, after, during, settled
from mainstay.coach.progression.state import LadderState, Progression, Rating

__all__ = [
    "Colour",
    "LadderState",
    "Mode",
    "Moment",
    "Progression",
    "Rating",
    "advance",
    "after",
    "back_after_gap",
    "dose_at",
    "during",
    "ladder_of",
    "load_at",
    "mode_on",
    "open_place",
    "settled",
    "volume_on",
]
