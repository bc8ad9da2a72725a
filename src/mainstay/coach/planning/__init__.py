"""From a person and a day to sessions, with a reason for everything in them."""

from mainstay.coach.planning.between import DayHabit, habit_faults, movements_on
from mainstay.coach.planning.candidates import (
    Setting,
    item_at,
    item_today,
    own_choice,
    rungs_today,
    setting_on,
)
from mainstay.coach.planning.days import WeekPattern, pattern, sessions_a_week
from mainstay.coach.planning.doses import Item, fitted, item_seconds
from mainstay.coach.planning.needs import candidates_for, is_first_day
from mainstay.coach.planning.plan import Plan, PlannedDay, next_session, plan
from mainstay.coach.planning.rescheduling import WeekAsked, WeekLeft, week_left
from mainstay.coach.planning.session import PlannedSession, SessionBlock
from mainstay.coach.planning.today import MISSING, Outlook, Today, outlook_on, today, with_session
from mainstay.coach.planning.walk import Walk, walk_unheard, walk_weeks
from mainstay.coach.planning.why_not import why_not

__all__ = [
    "MISSING",
    "DayHabit",
    "Item",
    "Outlook",
    "Plan",
    "PlannedDay",
    "PlannedSession",
    "SessionBlock",
    "Setting",
    "Today",
    "Walk",
    "WeekAsked",
    "WeekLeft",
    "WeekPattern",
    "candidates_for",
    "fitted",
    "habit_faults",
    "is_first_day",
    "item_at",
    "item_seconds",
    "item_today",
    "movements_on",
    "next_session",
    "outlook_on",
    "own_choice",
    "pattern",
    "plan",
    "rungs_today",
    "sessions_a_week",
    "setting_on",
    "today",
    "walk_unheard",
    "walk_weeks",
    "week_left",
    "why_not",
    "with_session",
]
