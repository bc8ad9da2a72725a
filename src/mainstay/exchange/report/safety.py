"""The safety questions as they were last answered, and who has looked at them."""

from datetime import date
from typing import Any

from mainstay.catalogue import Question
from mainstay.coach import screen
from mainstay.exchange.chronicle import Account
from mainstay.exchange.report.page import Answered, Safety
from mainstay.words import chart_captions, report_text

_PLAIN = ("yes", "no", "unsure")
_NO = "no"


def safety_of(account: Account, most: int) -> Safety:
    """Return the last full set: at most so many answers other than no, the most serious first."""
    full = [e for e in account.of("screening_answered") if e.fields.get("scope", "full") == "full"]
    cleared = _cleared(account)
    if not full:
        return Safety(report_text(account.catalogue, "safety-none"), (), "", "", cleared)
    answers = full[-1].fields["answers"]
    told = _told(account, answers)
    no = sum(1 for question in account.catalogue.asked_in("full") if answers.get(question.id) == _NO)
    return Safety(
        when=_text(account, "safety-when", day=chart_captions().dated(full[-1].day)),
        answers=tuple(told[:most]),
        rest=_rest(account, no, len(told) - most, alone=not told),
        missing=_missing(account, answers),
        cleared=cleared,
    )


def _text(account: Account, path: str, **values: object) -> str:
    return report_text(account.catalogue, path, values)


def _told(account: Account, answers: dict[str, Any]) -> list[Answered]:
    """Every answer other than no, in the order of what it led to, then of asking."""
    weights = {finding.question: finding.clearance for finding in screen(account.catalogue, answers).findings}
    asked = [q for q in account.catalogue.questions.values() if answers.get(q.id, _NO) != _NO]
    asked.sort(key=lambda q: (-(weights[q.id].severity if q.id in weights else 0), q.order))
    return [
        Answered(q.ask, _answer(account, q, answers[q.id]), weights[q.id].value if q.id in weights else "")
        for q in asked
    ]


def _answer(account: Account, question: Question, answer: str | float) -> str:
    labels = {choice.value: choice.label for choice in question.choices}
    if isinstance(answer, str):
        return labels.get(answer) or (_text(account, f"answer.{answer}") if answer in _PLAIN else answer)
    return f"{answer} {question.unit}".strip()


def _rest(account: Account, no: int, left_out: int, *, alone: bool) -> str:
    said = [_text(account, "safety-all" if alone else "safety-rest", count=no)] if no else []
    if left_out > 0:
        said.append(_text(account, "safety-more", count=left_out))
    return " ".join(said)


def _missing(account: Account, answers: dict[str, Any]) -> str:
    """Count what was asked of everybody and not answered: never taken for a no."""
    open_ones = [q for q in account.catalogue.asked_in("full") if q.required and q.id not in answers]
    return _text(account, "safety-missing", count=len(open_ones)) if open_ones else ""


def _cleared(account: Account) -> str:
    visits = account.of("clinician_cleared")
    if not visits:
        return ""
    visit = visits[-1].fields
    return _text(
        account, "cleared", by=visit["by"], day=chart_captions().dated(date.fromisoformat(visit["on"]))
    )
