"""Answers to a form: which questions are shown, what is amiss, the score, and how it is kept."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mainstay.exchange.questionnaire.form import Answer, Form, FormFault, Item, ItemKind
from mainstay.exchange.questionnaire.options import suits

Answers = Mapping[str, Answer]
"""Answers by linkId; a question that is not in it was not answered."""

MAX_TEXT = 4000


@dataclass(frozen=True, slots=True)
class Kept:
    """How the answers go into the diary: the kind of event and its fields.

    A form that says how gives ``measure_answered`` with its score. Without a rule, or with a scored
    question left open, there is no score to make up: the answers are kept as ``questionnaire_answered``.
    """

    kind: str
    fields: Mapping[str, Any]
    score: float | None


def shown(form: Form, answers: Answers) -> tuple[Item, ...]:
    """Return every item that is to be shown with these answers, in order; hidden fields never are."""
    everything = {item.link_id: (item, around) for item, around in _with_groups(form)}
    known: dict[str, bool] = {}

    def is_shown(link_id: str) -> bool:
        if link_id not in known:
            item, around = everything[link_id]
            known[link_id] = all(one.asked and holds(one) for one in (*around, item))
        return known[link_id]

    def holds(item: Item) -> bool:
        # The answer of a question that is not shown counts as none.
        met = [
            is_shown(one.question) and _same(answers.get(one.question), one.answer) for one in item.conditions
        ]
        return not met or (any(met) if item.any_condition else all(met))

    return tuple(item for link_id, (item, _) in everything.items() if is_shown(link_id))


def _with_groups(form: Form) -> Iterator[tuple[Item, tuple[Item, ...]]]:
    """Yield every item with those around it, outermost first."""

    def walk(items: tuple[Item, ...], around: tuple[Item, ...]) -> Iterator[tuple[Item, tuple[Item, ...]]]:
        for item in items:
            yield item, around
            yield from walk(item.items, (*around, item))

    return walk(form.items, ())


def _same(given: Answer | None, wanted: Answer) -> bool:
    """True and 1 are different answers, 2 and 2.0 are not."""
    return given is not None and isinstance(given, bool) == isinstance(wanted, bool) and given == wanted


def answers_amiss(form: Form, answers: Answers) -> tuple[FormFault, ...]:
    """Return everything that keeps the answers from being taken; answers to hidden questions are ignored."""
    return tuple(_amiss(form, answers))


def _amiss(form: Form, answers: Answers) -> Iterator[FormFault]:
    known = {item.link_id for item in form.walk() if item.kind.is_question}
    for link_id in sorted(set(answers) - known):
        yield FormFault(link_id, "is not a question of this form", "leave it out")
    for item in shown(form, answers):
        if not item.kind.is_question:
            continue
        if item.link_id in answers:
            yield from _value_amiss(item, answers[item.link_id])
        elif item.required:
            yield FormFault(item.link_id, "has to be answered", "choose or write an answer")


def _value_amiss(item: Item, value: Answer) -> Iterator[FormFault]:
    if not suits(item.kind, value):
        yield FormFault(item.link_id, f"is not of type {item.kind.value}", "answer as the question asks")
        return
    if item.kind is ItemKind.CHOICE and value not in {option.value for option in item.options}:
        yield FormFault(item.link_id, "is not one of the answers", "choose one of them")
    if isinstance(value, str) and len(value) > MAX_TEXT:
        yield FormFault(item.link_id, f"is longer than {MAX_TEXT} characters", "write a shorter answer")
    if isinstance(value, int | float) and not isinstance(value, bool):
        low = item.lowest is not None and value < item.lowest
        high = item.highest is not None and value > item.highest
        if low or high:
            yield FormFault(item.link_id, "is outside the range of the question", "use a number within it")


def score(form: Form, answers: Answers) -> float | None:
    """Return the sum of the ordinal values of the chosen answers.

    None where the form gives no such values, or a scored question that is shown was left open: a part
    of a sum is no score.
    """
    scored = [item for item in shown(form, answers) if item.is_scored]
    if not scored or any(item.link_id not in answers for item in scored):
        return None
    return sum(_points(item, answers[item.link_id]) for item in scored)


def _points(item: Item, value: Answer) -> float:
    return next((option.score or 0.0 for option in item.options if option.value == value), 0.0)


def kept(form: Form, answers: Answers) -> Kept:
    """Return how answers without faults are kept; those of questions that are not shown are left out."""
    ids = [item.link_id for item in shown(form, answers) if item.kind.is_question]
    told = {link_id: answers[link_id] for link_id in ids if link_id in answers}
    total = score(form, answers)
    if total is not None:
        return Kept("measure_answered", {"measure": form.slug, "score": total, "answers": told}, total)
    fields = {"questionnaire": form.slug, "title": form.title, "answers": told}
    return Kept("questionnaire_answered", fields, None)
