"""How much of an exercise: sets, repetitions, holds, rests and load."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dose:
    """One amount of one exercise.

    ``reps`` is None for a plain timed hold, ``hold_seconds`` is None where nothing is held; a repetition
    with a hold has both. Holds are isometric time only. ``load_kg`` is external weight, None for none.
    """

    sets: int
    rest_seconds: int
    reps: int | None = None
    hold_seconds: int | None = None
    load_kg: float | None = None


def work_seconds(dose: Dose, rep_seconds: float) -> float:
    """Return the seconds of one set on one side, rests not counted.

    ``rep_seconds`` is the moving time of one repetition (the tempo's phases, without the hold).
    """
    hold = dose.hold_seconds or 0
    return (dose.reps or 1) * (rep_seconds + hold)
