"""Symptom response: green, amber or red, with the numbers that made it so."""

from enum import IntEnum

from mainstay.catalogue.rules import PainRules
from mainstay.coach.progression.state import Rating
from mainstay.kernel import Amount, Number, Reason


class Colour(IntEnum):
    """How the back answered; the higher, the worse. Unknown is never taken for green."""

    GREEN = 0
    UNKNOWN = 1
    AMBER = 2
    RED = 3


Response = tuple[Colour, Reason]


def during(rules: PainRules, usual: int | None, rating: Rating) -> Response:
    """Judge pain during an exercise.

    A red symptom or a red number wins first; then green where either green rule holds; what is left is
    amber. Without a known usual level only the fixed limits are used.
    """
    if rating.symptom.is_red:
        return Colour.RED, Reason("red-symptom", (("symptom", rating.symptom.value),), rules.red_min.source)
    if rating.pain >= rules.red_min.value:
        return Colour.RED, _reason("red-pain", rating.pain, usual, rules.red_min)
    if usual is not None and rating.pain >= usual + rules.red_rise.value:
        return Colour.RED, _reason("red-rise", rating.pain, usual, rules.red_rise)
    if rating.pain <= rules.green_max.value:
        return Colour.GREEN, _reason("green-pain", rating.pain, usual, rules.green_max)
    if usual is not None and rating.pain <= usual + rules.green_rise.value:
        return Colour.GREEN, _reason("green-usual", rating.pain, usual, rules.green_rise)
    return Colour.AMBER, _reason("amber-pain", rating.pain, usual, rules.green_max)


def any_rise(usual: int | None, pain: int) -> Reason | None:
    """Return why an exercise that is off by default goes off again: it raised pain at all above the usual.

    None where it did not, or where the usual level is not known.
    """
    if usual is None or pain <= usual:
        return None
    return Reason("any-rise-stops", (("pain", pain), ("usual", usual)), "article-a")


def settled(rules: PainRules, usual: int | None, pain: int | None) -> Response:
    """Judge how pain settled by the next morning; unknown where it was not told."""
    if pain is None:
        return Colour.UNKNOWN, Reason("morning-unknown", source=rules.settled_rise.source)
    if usual is None:
        return Colour.UNKNOWN, Reason("usual-unknown", (("pain", pain),), rules.settled_rise.source)
    if pain <= usual + rules.settled_rise.value:
        return Colour.GREEN, _reason("settled", pain, usual, rules.settled_rise)
    if pain >= usual + rules.unsettled_rise.value:
        return Colour.RED, _reason("red-morning", pain, usual, rules.unsettled_rise)
    return Colour.AMBER, _reason("amber-morning", pain, usual, rules.settled_rise)


def after(rules: PainRules, usual: int | None, pain: int) -> Response:
    """Judge pain straight after a session: only red matters, the rest is told by the morning."""
    if pain >= rules.red_min.value:
        return Colour.RED, _reason("red-after", pain, usual, rules.red_min)
    if usual is not None and pain >= usual + rules.red_rise.value:
        return Colour.RED, _reason("red-after", pain, usual, rules.red_rise)
    return Colour.GREEN, _reason("after", pain, usual, rules.red_min)


def _reason(code: str, pain: int, usual: int | None, limit: Amount) -> Reason:
    told: tuple[tuple[str, Number], ...] = (("pain", pain),)
    if usual is not None:
        told = (*told, ("usual", usual))
    return Reason(code, (*told, ("limit", limit.whole)), limit.source)
