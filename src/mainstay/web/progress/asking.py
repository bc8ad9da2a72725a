"""A measure as a question on a page, and its answer read back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import isclose, isfinite
from statistics import fmean

from mainstay.catalogue import Measure, MeasureKind
from mainstay.web.forms import Asked, Choice, Typed
from mainstay.words import pain_word
from mainstay.words.vocabulary import capital, figure

_LONGEST = 120
_PAIN = ("pain-now", "pain-usual", "pain-average", "pain-worst")
_SCORE = "Please choose a number for it, 0 if you cannot do it at all."
_NAME = "Please say in a few words which activity this is."
_TWICE = "This activity is here twice. Please name another, or leave it open."


Field = Asked | Typed


@dataclass(frozen=True, slots=True)
class Question:
    """One measure as it is asked. ``is_open`` says that nothing of it was answered."""

    measure: Measure
    fields: tuple[Field, ...]
    score: float | None = None
    answers: Mapping[str, float] = field(default_factory=dict)

    @property
    def faults(self) -> list[Field]:
        """The fields that have to be looked at again."""
        return [one for one in self.fields if one.fault]


def question(measure: Measure, posted: Mapping[str, str], activities: Sequence[str] = ()) -> Question:
    """Return a measure with what was posted; ``activities`` are those that were named before."""
    match measure.kind:
        case MeasureKind.ACTIVITIES:
            return _activities(measure, posted, activities)
        case MeasureKind.CLINICIAN:
            return _typed(measure, posted)
        case _:
            return _picked(measure, posted)


def _picked(measure: Measure, posted: Mapping[str, str]) -> Question:
    text = posted.get(measure.slug, "")
    values = [figure(value) for value in _values(measure)]
    choices = tuple(
        Choice(v, label, chosen=v == text) for v, label in zip(values, _labels(measure), strict=True)
    )
    shape = "tiles one" if measure.steps else "scale"
    fault = "Please choose one of the answers, or leave it open." if text and text not in values else ""
    asked = Asked(measure.slug, measure.ask, choices, hint=measure.help, fault=fault, shape=shape)
    return Question(measure, (asked,), float(text) if text in values else None)


def _values(measure: Measure) -> list[float]:
    count = round((measure.highest - measure.lowest) / measure.step)
    return [measure.lowest + measure.step * place for place in range(count + 1)]


def _labels(measure: Measure) -> list[str]:
    """Words for each value: its own, those of pain, or at the two ends."""
    if measure.steps:
        return [capital(step) for step in measure.steps]
    values = _values(measure)
    if measure.slug in _PAIN:
        return [pain_word(int(value)) for value in values]
    ends = {values[0]: measure.low_label, values[-1]: measure.high_label}
    return [ends.get(value, "") for value in values]


def _typed(measure: Measure, posted: Mapping[str, str]) -> Question:
    text = posted.get(measure.slug, "").strip()
    score = number_in(text)
    wrong = bool(text) and (
        score is None or not measure.takes(score) or not fits(score, measure.lowest, measure.step)
    )
    low, high = figure(measure.lowest), figure(measure.highest)
    fault = (
        f"Please write a number from {low} to {high}, in steps of {figure(measure.step)}." if wrong else ""
    )
    typed = Typed(
        measure.slug,
        measure.ask,
        "number",
        text,
        hint=f"{measure.help} From {low} to {high}.",
        fault=fault,
        lowest=int(measure.lowest),
        highest=int(measure.highest),
        step=measure.step,
    )
    return Question(measure, (typed,), None if wrong else score)


def number_in(text: str) -> float | None:
    """Return a number as people type it, with a point or a comma; None for anything else."""
    try:
        number = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return number if isfinite(number) else None


def fits(number: float, lowest: float, step: float) -> bool:
    """Whether a number is one of the steps from the lowest on."""
    places = (number - lowest) / step
    return isclose(places, round(places), abs_tol=1e-6)


def _activities(measure: Measure, posted: Mapping[str, str], named: Sequence[str]) -> Question:
    """Up to three activities of the person's own, each with its points; the score is their mean."""
    answers: dict[str, float] = {}
    fields: list[Field] = []
    for place in range(measure.activities):
        known = named[place] if place < len(named) else ""
        fields += _activity(measure, posted, place + 1, known, answers)
    wrong = any(one.fault for one in fields)
    score = fmean(answers.values()) if answers and not wrong else None
    return Question(measure, tuple(fields), score, answers)


def _activity(
    measure: Measure, posted: Mapping[str, str], place: int, known: str, answers: dict[str, float]
) -> list[Field]:
    name, points = f"{measure.slug}-{place}", f"{measure.slug}-{place}-points"
    activity = " ".join(posted.get(name, known).split())[:_LONGEST]
    chosen = posted.get(points, "")
    asked = _picked(measure, {measure.slug: chosen}).fields[0]
    assert isinstance(asked, Asked)
    name_fault = _NAME if chosen and not activity else _TWICE if activity and activity in answers else ""
    # A name that is only offered again needs no points.
    unscored = activity and not chosen and activity != known
    if activity and chosen and not (name_fault or asked.fault):
        answers[activity] = float(chosen)
    return [
        Typed(name, f"Activity {place}", value=activity, most=_LONGEST, fault=name_fault),
        Asked(
            points,
            f"How well can you do it today? (activity {place})",
            asked.choices,
            fault=asked.fault or (_SCORE if unscored else ""),
            shape="scale",
        ),
    ]
