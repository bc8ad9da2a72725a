"""What screening's verdict and the kind of day mean, as a title and what follows from it."""

from dataclasses import dataclass

from mainstay.kernel import Clearance
from mainstay.words.vocabulary import ENGLISH, capital, plain, words_in


@dataclass(frozen=True, slots=True)
class ClearanceWords:
    """A verdict for people: what it is called, what it means, what to do next."""

    title: str
    means: str
    next: str


@dataclass(frozen=True, slots=True)
class ModeWords:
    """A kind of day for people: what it is called, and one line about it."""

    title: str
    line: str


def clearance_text(clearance: Clearance, language: str = ENGLISH) -> ClearanceWords:
    """Return what a clearance means and what to do next."""
    return ClearanceWords(**words_in(language).table("clearance", clearance.value))


def mode_text(mode: str, language: str = ENGLISH) -> ModeWords:
    """Return what a kind of day is; one that has no words is called by its name."""
    known = words_in(language).table("mode", mode)
    return ModeWords(**known) if known else ModeWords(capital(plain(mode)), "")
