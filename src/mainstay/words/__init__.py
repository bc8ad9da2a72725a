"""The coach's reasons and decisions in words, made at the edge from data that can be translated."""

from mainstay.words.decisions import decision_text
from mainstay.words.doses import dose_short, dose_text, place_text
from mainstay.words.headings import ClearanceWords, ModeWords, clearance_text, mode_text
from mainstay.words.names import (
    block_text,
    direction_text,
    effort_word,
    equipment_text,
    exercise_text,
    grade_text,
    need_text,
    pain_word,
    phase_text,
    position_text,
    source_text,
    symptom_text,
    tag_text,
    trouble_text,
)
from mainstay.words.reasons import reason_text
from mainstay.words.times import day_text, minutes_text
from mainstay.words.vocabulary import Words, words_in

__all__ = [
    "ClearanceWords",
    "ModeWords",
    "Words",
    "block_text",
    "clearance_text",
    "day_text",
    "decision_text",
    "direction_text",
    "dose_short",
    "dose_text",
    "effort_word",
    "equipment_text",
    "exercise_text",
    "grade_text",
    "minutes_text",
    "mode_text",
    "need_text",
    "pain_word",
    "phase_text",
    "place_text",
    "position_text",
    "reason_text",
    "source_text",
    "symptom_text",
    "tag_text",
    "trouble_text",
    "words_in",
]
