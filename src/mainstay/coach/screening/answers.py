"""Whether a set of answers can be read at all."""

from collections.abc import Mapping
from dataclasses import dataclass

from mainstay.catalogue import Catalogue, Question

Answer = str | int | float
Answers = Mapping[str, Answer]

UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class AnswerFault:
    """One answer that cannot be read: which, what is wrong, what would do."""

    question: str
    problem: str
    remedy: str


def answer_faults(catalogue: Catalogue, answers: Answers) -> tuple[AnswerFault, ...]:
    """Return every fault in the answers at once; none means that :func:`screen` can read them."""
    found = (_fault(catalogue, name, answer) for name, answer in answers.items())
    return tuple(fault for fault in found if fault)


def _fault(catalogue: Catalogue, name: str, answer: object) -> AnswerFault | None:
    question = catalogue.questions.get(name)
    if question is None:
        return AnswerFault(name, "is not a safety question", f"use one of: {', '.join(catalogue.questions)}")
    if question.kind == "number":
        return _number_fault(question, answer)
    allowed = allowed_answers(question)
    if not isinstance(answer, str) or answer not in allowed:
        return AnswerFault(name, f"cannot be {answer!r}", f"answer one of: {', '.join(allowed)}")
    return None


def _number_fault(question: Question, answer: object) -> AnswerFault | None:
    number = isinstance(answer, int | float) and not isinstance(answer, bool)
    if answer == UNSURE or (number and question.lowest <= float(str(answer)) <= question.highest):
        return None
    return AnswerFault(
        question.id,
        f"cannot be {answer!r}",
        f"answer with a number from {question.lowest} to {question.highest}",
    )


def allowed_answers(question: Question) -> tuple[str, ...]:
    """Return the words that answer a question; numbers are allowed by range instead."""
    if question.kind == "choice":
        values = tuple(choice.value for choice in question.choices)
        return values if UNSURE in values else (*values, UNSURE)
    return ("yes", "no", UNSURE)
