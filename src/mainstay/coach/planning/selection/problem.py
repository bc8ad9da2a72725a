"""Choosing a week's exercises: the problem and its best answer.

The best week is found by an exact search (:mod:`search`): what is returned is proven to be worth most.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """One exercise that could meet a need.

    ``seconds`` is the item's whole time in a session; ``value`` is worth added for every session it stands
    in; ``once`` is worth added when it is used in the week at all.
    """

    exercise: str
    seconds: int
    value: int
    once: int


@dataclass(frozen=True, slots=True)
class Need:
    """Something the week should hold. ``worth`` is what the first, second… session that meets it is worth."""

    name: str
    worth: tuple[int, ...]
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class WeekProblem:
    """Which need is met by which exercise in which sessions?

    Each need uses one exercise at most in the week, each exercise meets one need at most, and a need
    stands at most once in a session. A session holds at most its ``seconds`` and ``places``; the week
    has at most ``distinct`` different exercises.
    """

    needs: tuple[Need, ...]
    seconds: tuple[int, ...]
    places: tuple[int, ...]
    distinct: int


@dataclass(frozen=True, slots=True)
class Placement:
    """A need met by an exercise in a session."""

    need: str
    exercise: str


@dataclass(frozen=True, slots=True)
class WeekSolution:
    """The best week: its worth, and each session's placements in the order of the needs."""

    worth: int
    sessions: tuple[tuple[Placement, ...], ...]
