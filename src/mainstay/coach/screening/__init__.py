"""Is it safe to start? Plain questions, and a verdict with its reasons."""

from mainstay.coach.screening.answers import AnswerFault, answer_faults
from mainstay.coach.screening.screen import Screened, screen
from mainstay.coach.screening.standing import Standing, Verdict, advance, verdict_on

__all__ = [
    "AnswerFault",
    "Screened",
    "Standing",
    "Verdict",
    "advance",
    "answer_faults",
    "screen",
    "verdict_on",
]
