"""Moving along a ladder: one step up, some steps down, and how much a step weighs."""

from mainstay.catalogue import Catalogue, Exercise
from mainstay.coach.decision import Place
from mainstay.coach.limits import Limits, entry_index, open_rungs
from mainstay.coach.progression.state import LadderState, Progression
from mainstay.kernel import Dose, sides_of, work_seconds


def ladder_of(
    catalogue: Catalogue, progression: Progression, slug: str, limits: Limits
) -> LadderState | None:
    """Return a person's ladder of an exercise, new at the entry rung where they have none.

    None where the catalogue does not know the exercise, or no rung is a start for this person.
    """
    exercise = catalogue.exercises.get(slug)
    if exercise is None:
        return None
    known = begun_ladder(progression, exercise)
    return known or new_ladder(exercise, limits, open_rungs(catalogue, exercise, limits))


def begun_ladder(progression: Progression, exercise: Exercise) -> LadderState | None:
    """Return a person's own ladder; None where they have none, or its rung is gone from the content."""
    known = progression.ladders.get(exercise.slug)
    return known if known and any(rung.slug == known.place.rung for rung in exercise.rungs) else None


def new_ladder(exercise: Exercise, limits: Limits, open_: tuple[int, ...]) -> LadderState | None:
    """Return a ladder at the entry rung of those that are open; None where none is a start."""
    index = entry_index(exercise, limits, open_)
    return None if index is None else LadderState(Place(exercise.rungs[index].slug, 0))


def dose_at(exercise: Exercise, place: Place) -> Dose:
    """Return the dose at a place; a step beyond the rung's last (after a content change) is the last."""
    steps = exercise.rung(place.rung).steps
    return steps[min(place.step, len(steps) - 1)]


def step_up(exercise: Exercise, place: Place, open_: tuple[int, ...]) -> Place | None:
    """Return the next place: the rung's next dose, or the first dose of the next open rung.

    None at the top of what is open to the person.
    """
    index = exercise.rung_index(place.rung)
    if index not in open_:
        return None
    if place.step + 1 < len(exercise.rungs[index].steps):
        return Place(place.rung, place.step + 1)
    harder = [other for other in open_ if other > index]
    return Place(exercise.rungs[harder[0]].slug, 0) if harder else None


def step_down(exercise: Exercise, place: Place, steps: int, open_: tuple[int, ...]) -> Place:
    """Return the place ``steps`` lower, over rungs open to the person; the lowest one ends the way."""
    for _ in range(steps):
        place = _one_down(exercise, place, open_)
    return place


def _one_down(exercise: Exercise, place: Place, open_: tuple[int, ...]) -> Place:
    index = exercise.rung_index(place.rung)
    if place.step > 0:
        return Place(place.rung, min(place.step, len(exercise.rungs[index].steps)) - 1)
    easier = [other for other in open_ if other < index]
    if not easier:
        return place
    rung = exercise.rungs[easier[-1]]
    return Place(rung.slug, len(rung.steps) - 1)


def open_place(exercise: Exercise, place: Place, open_: tuple[int, ...]) -> Place | None:
    """Return where the person may train now: their place, or the top of the nearest easier open rung.

    Never a harder one; None where neither is open.
    """
    index = exercise.rung_index(place.rung)
    if index in open_:
        return place
    easier = [other for other in open_ if other < index]
    if not easier:
        return None
    rung = exercise.rungs[easier[-1]]
    return Place(rung.slug, len(rung.steps) - 1)


def load_at(exercise: Exercise, place: Place) -> float:
    """Return a session's load at a place: seconds of work times spinal load rank (a comparison only)."""
    rung = exercise.rung(place.rung)
    dose = dose_at(exercise, place)
    sides = max(1, len(sides_of(rung.sides)))
    return dose.sets * sides * work_seconds(dose, rung.rep_seconds) * rung.load_rank


def rank_at(exercise: Exercise, place: Place) -> int:
    """Return the spinal load rank at a place."""
    return exercise.rung(place.rung).load_rank
