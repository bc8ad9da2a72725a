"""From what was done and felt to the next step on each ladder."""

from mainstay.coach.progression.advance import advance
from mainstay.coach.progression.flare import reference_level, usual_level
from mainstay.coach.progression.gap import back_after_gap
from mainstay.coach.progression.ladder import (
    begun_ladder,
    dose_at,
    ladder_of,
    load_at,
    new_ladder,
    open_place,
    step_down,
    step_up,
)
from mainstay.coach.progression.mode import Mode, mode_on, volume_on
from mainstay.coach.progression.moment import Moment
from mainstay.coach.progression.record import put, with_day
from mainstay.coach.progression.response import Colour, after, any_rise, during, settled
from mainstay.coach.progression.state import LadderState, Progression, Rating, Session

__all__ = [
    "Colour",
    "LadderState",
    "Mode",
    "Moment",
    "Progression",
    "Rating",
    "Session",
    "advance",
    "after",
    "any_rise",
    "back_after_gap",
    "begun_ladder",
    "dose_at",
    "during",
    "ladder_of",
    "load_at",
    "mode_on",
    "new_ladder",
    "open_place",
    "put",
    "reference_level",
    "settled",
    "step_down",
    "step_up",
    "usual_level",
    "volume_on",
    "with_day",
]
