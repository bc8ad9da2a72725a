"""The small forms around a session: check-in, rating, pain, the end."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from mainstay.catalogue import Question
from mainstay.guide.lines import Line
from mainstay.kernel import Symptom
from mainstay.web.train.answers import Answers

YES_NO = ("no", "yes", "unsure")
FORMS = ("good", "unsure", "poor")
SYMPTOMS = tuple(symptom.value for symptom in Symptom)
HURTS = tuple(symptom.value for symptom in Symptom if symptom is not Symptom.NONE)
_ASK_PAIN = "Please choose a number for your pain, 0 if there is none."
_ASK_EFFORT = "Please choose a number for the effort."

Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Read:
    """What a form said: one event's fields, or the faults that are in the way."""

    fields: Fields
    faults: Mapping[str, str] = field(default_factory=dict)


def read_safety(posted: Mapping[str, str], questions: Iterable[Question]) -> Read:
    """Read the three short safety questions; each needs an answer."""
    answers = Answers(posted)
    missing = "Please answer this one; “not sure” is an answer too."
    told = {question.id: answers.choice(question.id, YES_NO, missing) for question in questions}
    return Read(told, answers.faults)


def read_check_in(posted: Mapping[str, str]) -> Read:
    """Read pain now, and what else was told of today."""
    answers = Answers(posted)
    fields = {
        "pain_now": answers.points("pain_now", _ASK_PAIN),
        "pain_usual": answers.points("pain_usual"),
        "symptom": answers.choice("symptom", SYMPTOMS),
    }
    return Read(_told(fields), answers.faults)


def read_hurt(posted: Mapping[str, str]) -> Read:
    """Read what hurts and how much; the effort belongs to it, since a rating has both."""
    answers = Answers(posted)
    fields = {
        "symptom": answers.choice("symptom", HURTS, "Please choose what it feels like."),
        "pain": answers.points("pain", _ASK_PAIN),
        "effort": answers.points("effort", _ASK_EFFORT),
    }
    return Read(_told(fields), answers.faults)


def read_finish(posted: Mapping[str, str]) -> Read:
    """Read how the whole session was."""
    answers = Answers(posted)
    fields = {
        "effort": answers.points("effort", _ASK_EFFORT),
        "pain_after": answers.points("pain_after", _ASK_PAIN),
        "note": answers.text("note"),
    }
    return Read(_told(fields), answers.faults)


def read_ratings(posted: Mapping[str, str], lines: Iterable[Line]) -> dict[str, Read]:
    """Read the ratings of the exercises that were rated.

    An exercise that was left open is not in it: nothing is known of it. Half a rating is a fault.
    """
    found = {line.slug: _rating(posted, line.slug) for line in lines}
    return {slug: read for slug, read in found.items() if read is not None}


def _rating(posted: Mapping[str, str], slug: str) -> Read | None:
    answers = Answers(posted)
    names = {name: f"{name}:{slug}" for name in ("effort", "pain", "symptom", "form")}
    effort, pain = answers.points(names["effort"]), answers.points(names["pain"])
    symptom = answers.choice(names["symptom"], SYMPTOMS)
    form = answers.choice(names["form"], FORMS)
    told = _told({"effort": effort, "pain": pain, "symptom": symptom, "form": form})
    if not told and not answers.faults:
        return None
    if effort is None:
        answers.faults.setdefault(names["effort"], _ASK_EFFORT)
    if pain is None:
        answers.faults.setdefault(names["pain"], _ASK_PAIN)
    return Read(told, answers.faults)


def _told(fields: Fields) -> Fields:
    return {name: value for name, value in fields.items() if value not in (None, "")}
