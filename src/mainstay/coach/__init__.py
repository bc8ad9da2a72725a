"""Decisions. Frozen records and a date in; frozen records with reasons out. No clock, no chance, no I/O."""

from mainstay.coach.decision import Decision, Place, Verdict
from mainstay.coach.limits import Limits
from mainstay.coach.person import (
    Folded,
    Person,
    advance,
    clearance_on,
    fold,
    limits_on,
    needs_referral,
    retracted_ids,
    standing_events,
)
from mainstay.coach.planning import (
    Item,
    Plan,
    PlannedDay,
    PlannedSession,
    SessionBlock,
    Today,
    plan,
    today,
    why_not,
)
from mainstay.coach.profile import WEEKDAYS, Experience, Profile, day_names
from mainstay.coach.screening import AnswerFault, Screened, answer_faults, screen
from mainstay.coach.screening import Verdict as Screening

__all__ = [
    "WEEKDAYS",
    "AnswerFault",
    "Decision",
    "Experience",
    "Folded",
    "Item",
    "Limits",
    "Person",
    "Place",
    "Plan",
    "PlannedDay",
    "PlannedSession",
    "Profile",
    "Screened",
    "Screening",
    "SessionBlock",
    "Today",
    "Verdict",
    "advance",
    "answer_faults",
    "clearance_on",
    "day_names",
    "fold",
    "limits_on",
    "needs_referral",
    "plan",
    "retracted_ids",
    "screen",
    "standing_events",
    "today",
    "why_not",
]
