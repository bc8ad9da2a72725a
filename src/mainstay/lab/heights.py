"""Where a place stands on a ladder, as a share of the way from its first step to its last."""

from mainstay.catalogue import Exercise


def steps_below(exercise: Exercise, rung: str, step: int) -> int:
    """Return how many steps of the ladder lie below a place."""
    index = exercise.rung_index(rung)
    return sum(len(one.steps) for one in exercise.rungs[:index]) + min(
        step, len(exercise.rungs[index].steps) - 1
    )


def height_of(exercise: Exercise, rung: str, step: int) -> float:
    """Return a place's height, 0 for the first step of the ladder and 1 for its last."""
    highest = sum(len(one.steps) for one in exercise.rungs) - 1
    return steps_below(exercise, rung, step) / highest if highest else 0.0
