"""What the coach knows: exercises, ladders, safety questions and rules, read from ``content/``."""

from mainstay.catalogue.exercise import Correction, Demand, Entry, Exercise, Phase, Rung
from mainstay.catalogue.fault import ContentFault
from mainstay.catalogue.habit import Habit, HabitCheck, HabitKind, Shown
from mainstay.catalogue.lesson import Claim, Lesson, LessonFact, LessonFigure, MomentRule, Paragraph, Topic
from mainstay.catalogue.measure import Measure, MeasureKind, Schedule
from mainstay.catalogue.outcome_rules import InsightRules
from mainstay.catalogue.question import Combination, Outcome, Question
from mainstay.catalogue.reading import load_catalogue
from mainstay.catalogue.records import Catalogue
from mainstay.catalogue.rules import Rules
from mainstay.catalogue.searching import find_lessons
from mainstay.catalogue.self_test import Norm, ResultKind, SelfTest


def content_faults() -> tuple[ContentFault, ...]:
    """Return every fault in the content; the checkers load only here, since no other command needs them."""
    from mainstay.catalogue.lint import content_faults as check

    return check()


__all__ = [
    "Catalogue",
    "Claim",
    "Combination",
    "ContentFault",
    "Correction",
    "Demand",
    "Entry",
    "Exercise",
    "Habit",
    "HabitCheck",
    "HabitKind",
    "InsightRules",
    "Lesson",
    "LessonFact",
    "LessonFigure",
    "Measure",
    "MeasureKind",
    "MomentRule",
    "Norm",
    "Outcome",
    "Paragraph",
    "Phase",
    "Question",
    "ResultKind",
    "Rules",
    "Rung",
    "Schedule",
    "SelfTest",
    "Shown",
    "Topic",
    "content_faults",
    "find_lessons",
    "load_catalogue",
]
