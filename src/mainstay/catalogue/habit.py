"""Habits of the day: breaks, set-ups and small ways of moving, as the content files spell them."""

from dataclasses import dataclass
from enum import StrEnum

from mainstay.kernel import Grade, Trouble


class HabitKind(StrEnum):
    """What sort of habit it is, and so when it is offered.

    A break and a change of position come through the day, a stretch once or twice; set-ups and ways of
    moving are looked at one at a time.
    """

    BREAK = "break"
    POSITION = "position"
    STRETCH = "stretch"
    SET_UP = "set-up"
    MOVING = "moving"


@dataclass(frozen=True, slots=True)
class Shown:
    """A rung of an exercise whose figure shows what is meant."""

    exercise: str
    rung: str


@dataclass(frozen=True, slots=True)
class HabitCheck:
    """One step of a small guided check, with a figure where one shows it.

    ``shown`` is a rung of an exercise; ``pose`` is one of the habit's own, from ``movements/``.
    """

    text: str
    shown: Shown | None = None
    pose: str = ""


@dataclass(frozen=True, slots=True)
class Habit:
    """One habit.

    ``text`` is its line in the day's list. ``movements`` are what may be done in it, of which one is chosen
    that the person tolerates; ``checks`` guide through it. ``asks_of`` and ``contraindications`` rule it out,
    as they do an exercise. ``lesson`` is the lesson that says more, where there is one.
    """

    slug: str
    order: int
    name: str
    kind: HabitKind
    text: str
    why: str
    checks: tuple[HabitCheck, ...]
    sources: tuple[str, ...]
    grade: Grade
    covers: tuple[str, ...] = ()
    movements: tuple[Shown, ...] = ()
    asks_of: tuple[Trouble, ...] = ()
    contraindications: tuple[str, ...] = ()
    lesson: str = ""
