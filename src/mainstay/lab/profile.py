"""What a virtual person tells about themselves, and what they answer to the safety questions."""

from collections.abc import Mapping
from typing import Any

from mainstay.catalogue import Catalogue
from mainstay.coach import WEEKDAYS
from mainstay.kernel import Direction, Equipment, Trouble
from mainstay.lab.person import Chance, Kind, Traits

Answers = dict[str, Any]

_EXPERIENCE = ("new", "new", "returning", "regular")
_MINUTES = (5, 8, 10, 15, 20, 20, 20, 25, 30, 40)
_MONTHS = (0.5, 1, 1.4, 1.5, 2.9, 3, 6, 6, 12, 60)
_USUAL_DAYS = (("mon", "wed", "fri"), ("tue", "thu", "sat"), ("mon", "tue", "thu", "sat"), WEEKDAYS)
# Facts of a life and worries that raise no lock: most people have none of them.
_FACTS: tuple[tuple[str, Any], ...] = (
    ("fragile-bones", "yes"),
    ("cancer-history", "yes"),
    ("below-knee", "assessed"),
    ("leg-weakness", "stable"),
    ("spine-surgery", "under-12-months"),
    ("fear-of-movement", "yes"),
    ("low-mood", "unsure"),
    ("poor-expectation", "yes"),
)
_LOCKING_FACTS: tuple[tuple[str, Any], ...] = (("known-disease", "yes"), ("spine-surgery", "under-12-weeks"))


def profile_of(catalogue: Catalogue, traits: Traits, lots: Chance) -> dict[str, Any]:
    """Return the fields of a person's first ``profile_set``; most have a mat and few limits."""
    own_days = lots.some_of(WEEKDAYS, 0.5) or ("wed",)
    few = traits.kind is Kind.WELL
    everything = [one.value for one in Equipment]
    told: dict[str, Any] = {
        "birth_year": lots.whole(1945, 2006),
        "experience": lots.one_of(_EXPERIENCE),
        "months_in_pain": lots.one_of(_MONTHS) if traits.level else 0,
        "session_minutes": lots.one_of(_MINUTES),
        "days": list(lots.one_of(_USUAL_DAYS) if lots.happens(0.7) else own_days),
        "equipment": everything if few or lots.happens(0.4) else list(lots.some_of(everything, 0.5)),
        "avoid_positions": [] if few else list(lots.some_of([one.value for one in Trouble], 0.05)),
        "precautions": [] if few else list(lots.some_of(_precautions(catalogue), 0.04)),
        "provoked_by": [] if few else list(lots.some_of([one.value for one in Direction], 0.04)),
    }
    if lots.happens(0.7):
        told["walking_minutes"] = lots.whole(0, 45)
    return told


def _precautions(catalogue: Catalogue) -> tuple[str, ...]:
    return tuple(precaution.id for precaution in catalogue.rules.precautions)


def facts_of(traits: Traits, lots: Chance) -> Answers:
    """Return what a person answers otherwise than "no", each time they are asked."""
    if traits.kind is Kind.WELL:
        return {}
    found = dict(lots.some_of(_FACTS, 0.04))
    if lots.happens(0.03):
        found |= (lots.one_of(_LOCKING_FACTS),)
    return found


def all_answers(catalogue: Catalogue, birth_year: int, pain: int, facts: Mapping[str, Any]) -> Answers:
    """Return answers to the full set: "no" but for the facts, with age and pain."""
    numbers = {"age": 2026 - birth_year, "pain-now": pain}
    told = {question.id: numbers.get(question.id, "no") for question in catalogue.asked_in("full")}
    return {**told, **facts}


def short_answers(catalogue: Catalogue, signs: Mapping[str, Any]) -> Answers:
    """Return answers to the short set: "no" but for the signs."""
    return {question.id: signs.get(question.id, "no") for question in catalogue.asked_in("short")}
