"""The safety questions as screens: one section each, in the catalogue's order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mainstay.catalogue import Catalogue, Question
from mainstay.web.forms import Asked, Choice, Typed, choices, pain_scale

Answers = Mapping[str, str | int]

_TITLES = {
    "right-now": (
        "First things first",
        "A few signs need attention before anything else. Most people answer “no” to all of them.",
    ),
    "recent": ("The last weeks", "Anything new or unusual lately?"),
    "history": ("Your health so far", "What a coach should know before the first exercise."),
    "pattern": (
        "The pattern of your pain",
        "Only if it has been with you for a while. You can leave these out.",
    ),
    "you": ("And you", "So that the start fits you. What you would rather not say, leave out."),
}
_PAIN = "pain-now"
_YES_NO = (("no", "No"), ("yes", "Yes"))
_UNSURE = ("unsure", "Not sure")
_UNSAID = ("", "Rather not say")
_OPEN = "Please answer this one; “not sure” is an answer too."


@dataclass(frozen=True, slots=True)
class Section:
    """One screen of questions."""

    slug: str
    questions: tuple[Question, ...]

    @property
    def title(self) -> str:
        """The heading."""
        return _TITLES.get(self.slug, (self.slug.replace("-", " ").capitalize(), ""))[0]

    @property
    def line(self) -> str:
        """The sentence under it."""
        return _TITLES.get(self.slug, ("", ""))[1]


def sections_of(catalogue: Catalogue) -> tuple[Section, ...]:
    """Return the full set as screens."""
    asked = catalogue.asked_in("full")
    slugs = dict.fromkeys(question.section for question in asked)
    return tuple(Section(slug, tuple(q for q in asked if q.section == slug)) for slug in slugs)


def shown(question: Question, answers: Answers, fault: str = "") -> Asked | Typed:
    """Return a question as the page shows it, with the answer given so far."""
    given = str(answers.get(question.id, ""))
    if question.id == _PAIN:
        return pain_scale(question.id, question.ask, given, hint=question.help, fault=fault)
    if question.kind == "number":
        return _typed(question, given, fault)
    shape = "tiles one" if question.kind == "choice" else "tiles three"
    return Asked(
        question.id, question.ask, _tiles(question, answers), hint=question.help, fault=fault, shape=shape
    )


def _typed(question: Question, given: str, fault: str) -> Typed:
    return Typed(
        question.id,
        question.ask,
        kind="number",
        value=given,
        hint=question.help,
        fault=fault,
        unit=question.unit,
        lowest=question.lowest,
        highest=question.highest,
    )


def _tiles(question: Question, answers: Answers) -> tuple[Choice, ...]:
    options = [(c.value, c.label) for c in question.choices] or [*_YES_NO]
    options.append(_UNSURE)
    if not question.required:
        options.append(_UNSAID)
    given = answers.get(question.id)
    return choices(options, () if given is None else (str(given),))


def read_answers(
    questions: Iterable[Question], posted: Mapping[str, str], before: Answers
) -> tuple[dict[str, str | int], dict[str, str]]:
    """Return the answers of a screen and a fault for each question that still needs one.

    A question that hangs on another is only taken where that one was answered so.
    """
    told: dict[str, str | int] = {}
    faults: dict[str, str] = {}
    for question in questions:
        if not _applies(question, {**before, **told}):
            continue
        text = posted.get(question.id, "").strip()
        answer = _number(question, text) if question.kind == "number" else _word(question, text)
        if answer is not None:
            told[question.id] = answer
        elif question.required or (text and question.kind == "number"):
            faults[question.id] = _remedy(question)
    return told, faults


def _applies(question: Question, answers: Answers) -> bool:
    condition = question.asked_if
    return condition is None or answers.get(condition.question) in condition.among


def _word(question: Question, text: str) -> str | None:
    allowed = {choice.value for choice in question.choices} or {"yes", "no"}
    return text if text in allowed | {"unsure"} else None


def _number(question: Question, text: str) -> int | None:
    if not (text.isascii() and text.isdigit() and len(text) < 4):
        return None
    return int(text) if question.lowest <= int(text) <= question.highest else None


def _remedy(question: Question) -> str:
    if question.id == _PAIN:
        return "Please choose a number, 0 if there is no pain."
    if question.kind == "number":
        return f"Please write a number from {question.lowest} to {question.highest}."
    return _OPEN
