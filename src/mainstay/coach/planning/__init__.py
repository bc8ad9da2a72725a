"""From a person and a day to sessions, with a reason for everything in them."""

from mainstay.coach.planning.days import WeekPattern, pattern
from mainstay.coach.planning.doses import Item
from mainstay.coach.planning.plan import Plan, PlannedDay, plan
from mainstay.coach.planning.session import PlannedSession, SessionBlock
from mainstay.coach.planning.today import Today, today
from mainstay.coach.planning.why_not import why_not

__all__ = [
    "Item",
    "Plan",
    "PlannedDay",
    "PlannedSession",
    "SessionBlock",
    "Today",
    "WeekPattern",
    "pattern",
    "plan",
    "today",
    "why_not",
]
