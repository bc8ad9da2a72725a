"""The movement of a break or of a stretch, and the way to another one."""

from dataclasses import dataclass

from mainstay.catalogue import Habit, Rung, Shown
from mainstay.coach import Setting, movements_on
from mainstay.web.library.moving import MovingView, moving_view
from mainstay.words import exercise_text


@dataclass(frozen=True, slots=True)
class MovementView:
    """One movement that the person tolerates; ``other`` is the number of the next one, None where none is."""

    name: str
    slug: str
    rung: Rung
    moving: MovingView | None
    stop_rules: tuple[str, ...]
    other: int | None


def movement_view(setting: Setting, habit: Habit, wanted: str) -> MovementView | None:
    """Return the habit's movement of the day, or another by its number; None where none is open."""
    fit = movements_on(setting, habit)
    if not fit:
        return None
    number = int(wanted) % len(fit) if wanted.isascii() and wanted.isdigit() and len(wanted) < _LONG else 0
    other = (number + 1) % len(fit) if len(fit) > 1 else None
    return _view(setting, fit[number], other)


_LONG = 4
"""A number with so many digits was not written by a page of ours."""


def _view(setting: Setting, shown: Shown, other: int | None) -> MovementView:
    exercise = setting.catalogue.exercises[shown.exercise]
    return MovementView(
        name=exercise_text(setting.catalogue, shown.exercise),
        slug=shown.exercise,
        rung=exercise.rung(shown.rung),
        moving=moving_view(shown.exercise, shown.rung),
        stop_rules=exercise.stop_rules,
        other=other,
    )
