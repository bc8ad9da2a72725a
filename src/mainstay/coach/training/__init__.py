"""During a session: what each answer leads to, and what may take an exercise's place right now."""

from mainstay.coach.training.ahead import IMAGINED, as_if_trained
from mainstay.coach.training.answers import (
    Answer,
    Move,
    answer,
    answer_told,
    is_ended,
    kinds_in,
    reds_in,
    session_in,
    with_usual,
)
from mainstay.coach.training.before import Before, CheckIns, Ready, Start, before, halts
from mainstay.coach.training.kinds import Kind, kind_of
from mainstay.coach.training.mornings import morning_due
from mainstay.coach.training.stand_ins import STANDS_IN, Stopped, stand_ins, stopped_of
from mainstay.coach.training.steps import easier, harder

__all__ = [
    "IMAGINED",
    "STANDS_IN",
    "Answer",
    "Before",
    "CheckIns",
    "Kind",
    "Move",
    "Ready",
    "Start",
    "Stopped",
    "answer",
    "answer_told",
    "as_if_trained",
    "before",
    "easier",
    "halts",
    "harder",
    "is_ended",
    "kind_of",
    "kinds_in",
    "morning_due",
    "reds_in",
    "session_in",
    "stand_ins",
    "stopped_of",
    "with_usual",
]
