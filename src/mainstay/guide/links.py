"""Where a packet points to: addresses that only the room of the pages knows."""

from collections.abc import Callable
from dataclasses import dataclass


def _nowhere(_kind: str, _exercise: str, _rung: str) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses of pages and pictures; empty where there are none, as in a terminal.

    ``home`` is where a person begins, ``safety`` where all questions are asked, ``verdict`` where their
    answers are explained. ``picture`` gives the ``frames``, the ``still`` or the ``storyboard`` of an
    exercise's rung; such an address changes with its content, so that it may be kept.
    """

    home: str = ""
    safety: str = ""
    verdict: str = ""
    picture: Callable[[str, str, str], str] = _nowhere


NOWHERE = Links()
