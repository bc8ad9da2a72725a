"""The coach's reasons and decisions in words, made at the edge from data that can be translated."""

from mainstay.words.charts import chart_captions
from mainstay.words.decisions import decision_text
from mainstay.words.doses import dose_short, dose_spoken, dose_text, place_text
from mainstay.words.headings import ClearanceWords, ModeWords, clearance_text, mode_text
from mainstay.words.insights import InsightWords, insight_text
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
    topic_text,
    trouble_text,
)
from mainstay.words.outcomes import (
    change_text,
    comparison_text,
    placing_text,
    readiness_text,
    review_lines,
    side_text,
    unit_text,
)
from mainstay.words.phrases import phrases_in
from mainstay.words.reasons import reason_text
from mainstay.words.reminders import reminder_text
from mainstay.words.reports import report_labels, report_text
from mainstay.words.times import day_text, minutes_text
from mainstay.words.vocabulary import Words, words_in

__all__ = [
    "ClearanceWords",
    "InsightWords",
    "ModeWords",
    "Words",
    "block_text",
    "change_text",
    "chart_captions",
    "clearance_text",
    "comparison_text",
    "day_text",
    "decision_text",
    "direction_text",
    "dose_short",
    "dose_spoken",
    "dose_text",
    "effort_word",
    "equipment_text",
    "exercise_text",
    "grade_text",
    "insight_text",
    "minutes_text",
    "mode_text",
    "need_text",
    "pain_word",
    "phase_text",
    "phrases_in",
    "place_text",
    "placing_text",
    "position_text",
    "readiness_text",
    "reason_text",
    "reminder_text",
    "report_labels",
    "report_text",
    "review_lines",
    "side_text",
    "source_text",
    "symptom_text",
    "tag_text",
    "topic_text",
    "trouble_text",
    "unit_text",
    "words_in",
]
