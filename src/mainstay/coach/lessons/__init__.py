"""Which lesson is offered when: one a week, and at once where a question arises."""

from mainstay.coach.lessons.facts import LESSON_KINDS
from mainstay.coach.lessons.offering import LessonOffer, Lessons, lessons_on

__all__ = ["LESSON_KINDS", "LessonOffer", "Lessons", "lessons_on"]
