"""The ways in which an exercise may hurt that the coach answers differently."""

from enum import StrEnum

from mainstay.catalogue.rules import PainRules
from mainstay.coach.progression import Colour, Rating, any_rise, during
from mainstay.kernel import Symptom


class Kind(StrEnum):
    """What a rating during a session comes to, given the usual level. The letters stand in packets."""

    GREEN = "g"
    AMBER = "a"
    PAIN = "p"
    RISE = "r"
    SHARP = "s"
    SHOOTING = "n"
    SPREADING = "e"
    NUMBNESS = "u"
    WEAKNESS = "w"
    ANY_RISE = "o"

    @property
    def is_red(self) -> bool:
        """Whether the coach counts it as a red response."""
        return self not in (Kind.GREEN, Kind.AMBER, Kind.ANY_RISE)


_SYMPTOMS = {
    Symptom.SHARP: Kind.SHARP,
    Symptom.SHOOTING: Kind.SHOOTING,
    Symptom.SPREADING: Kind.SPREADING,
    Symptom.NUMBNESS: Kind.NUMBNESS,
    Symptom.WEAKNESS: Kind.WEAKNESS,
}
_REDS = {"red-pain": Kind.PAIN, "red-rise": Kind.RISE}


def kind_of(rules: PainRules, rating: Rating, usual: int | None, *, off: bool) -> Kind:
    """Return the kind of a rating.

    ``usual`` is the level of the session, None where it is not known; ``off`` marks an exercise that is off
    by default.
    """
    colour, reason = during(rules, usual, rating)
    if colour is Colour.RED:
        return _REDS.get(reason.code) or _SYMPTOMS[rating.symptom]
    if off and any_rise(usual, rating.pain):
        return Kind.ANY_RISE
    return Kind.GREEN if colour is Colour.GREEN else Kind.AMBER
