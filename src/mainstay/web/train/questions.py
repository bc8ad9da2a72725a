"""The questions around a session, with what was answered and what is wrong with the answer."""

from collections.abc import Iterable, Mapping

from mainstay.catalogue import Question
from mainstay.kernel import Symptom
from mainstay.web.forms import Asked, choices, effort_scale, pain_scale
from mainstay.web.train.forms import FORMS, HURTS, SYMPTOMS, YES_NO
from mainstay.words import symptom_text

Texts = Mapping[str, str]

_YES_NO = tuple(zip(YES_NO, ("No", "Yes", "Not sure"), strict=True))
_STEADY = tuple(zip(FORMS, ("Steady", "Not sure", "Shaky"), strict=True))


def check_in_questions(safety: Iterable[Question], posted: Texts, faults: Texts) -> dict[str, list[Asked]]:
    """Return the check-in's questions: about pain, the three on safety, and those that may stay open."""
    pain = pain_scale(
        "pain_now",
        "How is your back right now?",
        posted.get("pain_now", ""),
        hint="Think of this moment, sitting or standing as you are.",
        fault=faults.get("pain_now", ""),
    )
    usual = pain_scale(
        "pain_usual",
        "And on a usual day, lately?",
        posted.get("pain_usual", ""),
        hint="It helps to tell a bad day from a bad week.",
        fault=faults.get("pain_usual", ""),
        optional=True,
    )
    feels = symptom("symptom", "What does it feel like?", SYMPTOMS, posted, faults, optional=True)
    return {
        "pain": [pain],
        "safety": [_safety(question, posted, faults) for question in safety],
        "more": [usual, feels],
    }


def _safety(question: Question, posted: Texts, faults: Texts) -> Asked:
    return Asked(
        question.id,
        question.ask,
        choices(_YES_NO, (posted.get(question.id, ""),)),
        hint=question.help,
        fault=faults.get(question.id, ""),
        shape="tiles three",
    )


def hurt_questions(posted: Texts, faults: Texts) -> list[Asked]:
    """Return the questions about an exercise that hurts, the most important first."""
    return [
        symptom("symptom", "What does it feel like?", HURTS, posted, faults),
        pain_scale(
            "pain", "How strong is it, at its worst?", posted.get("pain", ""), fault=faults.get("pain", "")
        ),
        effort_scale(
            "effort",
            "How hard was the exercise up to then?",
            posted.get("effort", ""),
            fault=faults.get("effort", ""),
        ),
    ]


def rating_questions(slug: str, posted: Texts, faults: Texts) -> dict[str, list[Asked]]:
    """Return the questions about one exercise afterwards; ``more`` may stay open beside the other two."""
    effort, pain, feeling, form = (f"{name}:{slug}" for name in ("effort", "pain", "symptom", "form"))
    steady = Asked(
        form,
        "How steady did it look and feel?",
        choices(_STEADY, (posted.get(form, ""),)),
        fault=faults.get(form, ""),
        optional=True,
        shape="tiles three",
    )
    return {
        "both": [
            effort_scale(effort, "How hard was it?", posted.get(effort, ""), fault=faults.get(effort, "")),
            pain_scale(pain, "How much pain during it?", posted.get(pain, ""), fault=faults.get(pain, "")),
        ],
        "more": [symptom(feeling, "What kind of feeling?", SYMPTOMS, posted, faults, optional=True), steady],
    }


def finish_questions(posted: Texts, faults: Texts) -> list[Asked]:
    """Return the two questions about the whole session."""
    return [
        effort_scale(
            "effort",
            "How hard was the session as a whole?",
            posted.get("effort", ""),
            fault=faults.get("effort", ""),
        ),
        pain_scale(
            "pain_after",
            "How is your back now?",
            posted.get("pain_after", ""),
            fault=faults.get("pain_after", ""),
        ),
    ]


def symptom(
    name: str, legend: str, values: Iterable[str], posted: Texts, faults: Texts, *, optional: bool = False
) -> Asked:
    """Return the question what it feels like."""
    texts = [(value, symptom_text(Symptom(value))) for value in values]
    chosen = (posted.get(name, ""),)
    return Asked(name, legend, choices(texts, chosen), fault=faults.get(name, ""), optional=optional)
