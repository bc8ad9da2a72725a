"""Safety questions and what their answers mean."""

from dataclasses import dataclass

from mainstay.kernel import Clearance, Grade


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that can be picked, beside its words."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Condition:
    """Holds when the question's answer is one of ``among``; never holds while it is unanswered."""

    question: str
    among: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What some answers to one question lead to.

    Either ``among`` (answers) or ``at_least`` / ``below`` (numbers) says when. ``lasting`` marks facts of
    a life (a past operation, a known disease), which a clinician's clearance covers for later screens
    too; a new symptom is never lasting. ``body`` is false for worry, mood and expectation: they change
    how the coach speaks, never which exercises are open.
    """

    clearance: Clearance
    text: str
    source: str
    grade: Grade
    among: tuple[str, ...] = ()
    at_least: float | None = None
    below: float | None = None
    precautions: tuple[str, ...] = ()
    lasting: bool = False
    body: bool = True


@dataclass(frozen=True, slots=True)
class Question:
    """One plain question. ``kind`` is ``yes-no``, ``choice`` or ``number``."""

    id: str
    order: int
    section: str
    ask: str
    kind: str
    scopes: tuple[str, ...]
    source: str
    outcomes: tuple[Outcome, ...]
    help: str = ""
    choices: tuple[Choice, ...] = ()
    lowest: int = 0
    highest: int = 0
    unit: str = ""
    required: bool = True
    asked_if: Condition | None = None


@dataclass(frozen=True, slots=True)
class Combination:
    """Answers that mean more together: at least ``at_least`` of ``counted``, and all of ``along_with``."""

    id: str
    counted: tuple[Condition, ...]
    at_least: int
    clearance: Clearance
    text: str
    source: str
    grade: Grade
    along_with: tuple[Condition, ...] = ()
