"""Read ``content/movements`` into the figure's movements, with each rung's words and tempo."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import rtoml

from mainstay.catalogue.exercise import Exercise, Rung
from mainstay.catalogue.habit import Habit
from mainstay.figure import Facts, Movement, read_movements
from mainstay.kernel import Sidedness

_FOLDER = Path(__file__).parent.parent / "content" / "movements"
_SHARED = "stances"
_STILL = (("lie", 1.0, "free"), ("rest", 1.0, "free"))
"""The tempo of a pose in which nothing moves: there and back, since a movement is a way between two."""


def load_movements(
    exercises: Iterable[Exercise], folder: Path = _FOLDER
) -> Mapping[tuple[str, str], Movement]:
    """Return every movement by (exercise, rung); raise MovementError with what is wrong in a file."""
    shared: dict[str, Any] = rtoml.load(folder / f"{_SHARED}.toml")["poses"]
    found = dict[tuple[str, str], Movement]()
    for exercise in exercises:
        table = _table(folder, exercise.slug)
        if table is None:
            continue
        facts = {rung.slug: _facts(exercise, rung) for rung in exercise.rungs}
        movements = read_movements(exercise.slug, table, shared, facts)
        found |= {(exercise.slug, rung): movement for rung, movement in movements.items()}
    return found


def load_poses(habits: Iterable[Habit], folder: Path = _FOLDER) -> Mapping[tuple[str, str], Movement]:
    """Return the habits' own poses by (habit, pose); raise MovementError with what is wrong in a file."""
    shared: dict[str, Any] = rtoml.load(folder / f"{_SHARED}.toml")["poses"]
    found = dict[tuple[str, str], Movement]()
    for habit in habits:
        told = {check.pose: check.text for check in habit.checks if check.pose}
        table = _table(folder, habit.slug) if told else None
        if table is not None:
            facts = {pose: _pose_facts(habit, text) for pose, text in told.items()}
            movements = read_movements(habit.slug, table, shared, facts)
            found |= {(habit.slug, pose): movement for pose, movement in movements.items()}
    return found


def _pose_facts(habit: Habit, text: str) -> Facts:
    return Facts(
        title=habit.name, words=text, tempo=_STILL, holds=False, sided=False, primary=(), secondary=()
    )


def _table(folder: Path, slug: str) -> dict[str, Any] | None:
    """Return a movement file, or the one that it is ``like``; None where there is none."""
    path = folder / f"{slug}.toml"
    table: dict[str, Any] | None = rtoml.load(path) if path.exists() else None
    return _table(folder, table["like"]) if table and "like" in table else table


def _facts(exercise: Exercise, rung: Rung) -> Facts:
    return Facts(
        title=f"{exercise.name}: {rung.name}",
        words=rung.how,
        tempo=tuple((phase.name, phase.seconds, phase.breath) for phase in rung.tempo),
        holds=any(dose.hold_seconds for dose in rung.steps),
        sided=rung.sides is Sidedness.EACH,
        primary=tuple(muscle.value for muscle in exercise.muscles_primary),
        secondary=tuple(muscle.value for muscle in exercise.muscles_secondary),
    )
