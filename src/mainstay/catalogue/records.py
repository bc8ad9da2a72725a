"""The whole catalogue as one frozen record."""

from collections.abc import Mapping
from dataclasses import dataclass

from mainstay.catalogue.exercise import Exercise
from mainstay.catalogue.habit import Habit
from mainstay.catalogue.lesson import Lesson
from mainstay.catalogue.measure import Measure
from mainstay.catalogue.question import Combination, Question
from mainstay.catalogue.rules import Rules
from mainstay.catalogue.self_test import SelfTest
from mainstay.kernel import Source


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything the coach knows. Mappings are keyed by slug or id, in a fixed order."""

    exercises: Mapping[str, Exercise]
    questions: Mapping[str, Question]
    combinations: tuple[Combination, ...]
    rules: Rules
    measures: Mapping[str, Measure]
    tests: Mapping[str, SelfTest]
    habits: Mapping[str, Habit]
    lessons: Mapping[str, Lesson]
    sources: Mapping[str, Source]
    version: str

    def asked_in(self, scope: str) -> tuple[Question, ...]:
        """Return the questions of one scope (``full`` or ``short``), in the order they are asked."""
        return tuple(q for q in self.questions.values() if scope in q.scopes)
