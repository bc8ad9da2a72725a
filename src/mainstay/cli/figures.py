"""``mainstay exercise SLUG --svg``."""

import sys

from mainstay.catalogue import Exercise, load_catalogue
from mainstay.catalogue.movements import load_movements
from mainstay.cli.refusal import Refused
from mainstay.figure import still


def run_svg(slug: str, rung: str | None, phase: str | None, fault: str | None) -> None:
    """Print the picture of a rung, in one of its phases or with one of its faults."""
    exercise = load_catalogue().exercises.get(slug)
    if exercise is None:
        raise Refused([f"{slug}: is not an exercise; 'mainstay catalogue' lists them"])
    movement = load_movements([exercise])[slug, _rung(exercise, rung)]
    try:
        sys.stdout.write(still(movement, phase, fault) + "\n")
    except KeyError as error:
        raise Refused([str(error.args[0])]) from None


def _rung(exercise: Exercise, rung: str | None) -> str:
    known = [known.slug for known in exercise.rungs]
    if rung is None:
        return known[-1]
    if rung not in known:
        raise Refused([f"{rung}: is not a rung of {exercise.slug}; use one of {', '.join(known)}"])
    return rung
