"""What the coach knows: exercises, ladders, safety questions and rules, read from ``content/``."""

from mainstay.catalogue.exercise import Correction, Demand, Entry, Exercise, Phase, Rung
from mainstay.catalogue.fault import ContentFault
from mainstay.catalogue.question import Combination, Outcome, Question
from mainstay.catalogue.reading import load_catalogue
from mainstay.catalogue.records import Catalogue
from mainstay.catalogue.rules import Rules


def content_faults() -> tuple[ContentFault, ...]:
    """Return every fault in the content; the checkers load only here, since no other command needs them."""
    from mainstay.catalogue.lint import content_faults as check

    return check()


__all__ = [
    "Catalogue",
    "Combination",
    "ContentFault",
    "Correction",
    "Demand",
    "Entry",
    "Exercise",
    "Outcome",
    "Phase",
    "Question",
    "Rules",
    "Rung",
    "content_faults",
    "load_catalogue",
]
