"""Is it safe to start? Plain questions, and a verdict with its reasons."""

from mainstay.coach.screening.answers import AnswerFault, answer_faults
from mainstay.coach.screening.screen import Screened, screen
from mainstay.coach.screening.standing import (
    FLARE_DUE,
    RED_DUE,
    Standing,
    Verdict,
    advance,
    verdict_on,
    with_due,
)

__all__ = [
    "FLARE_DUE",
    "RED_DUE",
    "AnswerFault",
    "Screened",
    "Standing",
    "Verdict",
    "advance",
    "answer_faults",
    "screen",
    "verdict_on",
    "with_due",
]
