"""What is done between sessions: the walk that grows from a person's own easy minutes, and small habits."""

from mainstay.coach.habits.advance import Bearing, advance, flare_began
from mainstay.coach.habits.ahead import WalkWeek, weeks_ahead
from mainstay.coach.habits.ramp import as_if_walked, is_brisk, minutes_of, rolled
from mainstay.coach.habits.state import DayWalked, HabitDone, Habits, Walking

__all__ = [
    "Bearing",
    "DayWalked",
    "HabitDone",
    "Habits",
    "WalkWeek",
    "Walking",
    "advance",
    "as_if_walked",
    "flare_began",
    "is_brisk",
    "minutes_of",
    "rolled",
    "weeks_ahead",
]
