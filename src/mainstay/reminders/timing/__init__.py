"""What is due when: frozen records and a moment in, reminders with reasons out. No clock and no I/O."""

from mainstay.reminders.timing.agenda import Agenda, agenda
from mainstay.reminders.timing.clock import Clock, Quiet
from mainstay.reminders.timing.due import Due
from mainstay.reminders.timing.facts import Answer, Breaks, Facts, Made, Wishes
from mainstay.reminders.timing.silence import Silence, silence
from mainstay.reminders.timing.unanswered import Sent, unanswered

__all__ = [
    "Agenda",
    "Answer",
    "Breaks",
    "Clock",
    "Due",
    "Facts",
    "Made",
    "Quiet",
    "Sent",
    "Silence",
    "Wishes",
    "agenda",
    "silence",
    "unanswered",
]
