"""Answers in, clearance with reasons out. The worst answer wins."""

from collections.abc import Iterable
from dataclasses import dataclass

from mainstay.catalogue import Catalogue, Combination, Outcome, Question
from mainstay.catalogue.question import Condition
from mainstay.coach.screening.answers import UNSURE, Answer, Answers
from mainstay.kernel import Clearance, Reason

UNANSWERED = "unanswered"


@dataclass(frozen=True, slots=True)
class Finding:
    """One answer, or several together, that matters."""

    code: str
    question: str
    clearance: Clearance
    text: str
    source: str
    precautions: tuple[str, ...] = ()
    lasting: bool = False
    body: bool = True

    @property
    def reason(self) -> Reason:
        """This finding as a reason: the question, and how serious the answer is."""
        numbers = (("question", self.question), ("clearance", self.clearance.value))
        return Reason(self.code, numbers, self.source)


@dataclass(frozen=True, slots=True)
class Screened:
    """The verdict of one set of answers, worst finding first."""

    clearance: Clearance
    findings: tuple[Finding, ...]

    @property
    def precautions(self) -> frozenset[str]:
        """The tags that the planner must respect."""
        return frozenset(tag for finding in self.findings for tag in finding.precautions)


def screen(catalogue: Catalogue, answers: Answers, scope: str = "full") -> Screened:
    """Judge a set of answers.

    An unanswered required question of the full set is never taken for "no": it keeps the programme
    locked. In the short set only what was answered is judged. Answers must have passed
    :func:`answer_faults`; the result does not depend on their order.
    """
    findings = [
        *_answered(catalogue, answers),
        *(_combined(catalogue.combinations, answers)),
        *(_missing(catalogue, answers) if scope == "full" else ()),
    ]
    findings.sort(key=lambda finding: -finding.clearance.severity)
    worst = findings[0].clearance if findings else Clearance.CLEAR
    return Screened(worst, tuple(findings))


def _answered(catalogue: Catalogue, answers: Answers) -> Iterable[Finding]:
    for question in catalogue.questions.values():
        if question.id in answers:
            outcome = _outcome(question, answers[question.id])
            if outcome:
                yield Finding(
                    code=question.id,
                    question=question.id,
                    clearance=outcome.clearance,
                    text=outcome.text,
                    source=outcome.source,
                    precautions=outcome.precautions,
                    lasting=outcome.lasting,
                    body=outcome.body,
                )


def _outcome(question: Question, answer: Answer) -> Outcome | None:
    return next((o for o in question.outcomes if _matches(o, answer)), None)


def _matches(outcome: Outcome, answer: Answer) -> bool:
    if isinstance(answer, str):
        return answer in outcome.among or (answer == UNSURE and not outcome.among)
    above = outcome.at_least is not None and answer >= outcome.at_least
    below = outcome.below is not None and answer < outcome.below
    return above or below


def _combined(combinations: Iterable[Combination], answers: Answers) -> Iterable[Finding]:
    for combination in combinations:
        count = sum(_holds(condition, answers) for condition in combination.counted)
        if count >= combination.at_least and all(_holds(c, answers) for c in combination.along_with):
            yield Finding(
                code=combination.id,
                question=combination.counted[0].question,
                clearance=combination.clearance,
                text=combination.text,
                source=combination.source,
            )


def _holds(condition: Condition, answers: Answers) -> bool:
    return answers.get(condition.question) in condition.among


def _missing(catalogue: Catalogue, answers: Answers) -> Iterable[Finding]:
    for question in catalogue.asked_in("full"):
        if question.required and question.id not in answers:
            yield Finding(
                code=UNANSWERED,
                question=question.id,
                clearance=Clearance.CLINICIAN,
                text=question.ask,
                source=question.source,
            )
