"""Programmes without a coach, for the same virtual people: article A's routine, or one with a step a week.

The rungs and doses are those of our ladders that come nearest to article A-41; who skips, travels and hurts
is the same model. Nobody is asked anything, so nothing is answered.
"""

from collections.abc import Iterator

from mainstay.catalogue import Catalogue, Exercise
from mainstay.coach import Place
from mainstay.lab.heights import height_of
from mainstay.lab.living import Watch
from mainstay.lab.person import Body, Chance, Model, traits_of
from mainstay.lab.person.body import HALF_YEAR

ROUTINE = {
    "drawing-in": Place("lying", 2),
    "dead-bug": Place("full", 1),
    "bridge": Place("two-leg", 3),
    "bird-dog": Place("full", 1),
    "squat": Place("chair-touch", 2),
    "knee-to-chest": Place("full", 1),
    "floor-rotation": Place("full", 1),
    "cat-camel": Place("full", 1),
}
"""Article A-41: draw-in, dead bug 8-12, bridge 2 × 10-15, bird dog 2 × 8-10 a side, squat 2 × 10-15."""
_TRAINING_DAYS = (0, 2, 4)
_WEEK = 7


def follow(
    catalogue: Catalogue, model: Model, seed: int, number: int, weeks: int, watch: Watch, *, weekly: bool
) -> None:
    """Let a person follow the routine; ``weekly`` starts at each entry and adds a step every week."""
    traits, lots = traits_of(model, seed, number), Chance(seed, number)
    body, away = Body(model, traits, lots), 0
    for day in range(weeks * _WEEK):
        body.wake()
        if lots.happens(traits.travels / HALF_YEAR) and day >= away:
            away = day + lots.whole(int(model.travel_days.low), int(model.travel_days.high))
        if day >= away and day % _WEEK in _TRAINING_DAYS and lots.happens(traits.shows_up):
            body.trained += 1
            for exercise, place in _items(catalogue, day // _WEEK if weekly else None):
                above = body.done(exercise, height_of(exercise, place.rung, place.step), day)
                body.felt(exercise.rung(place.rung), above)
        watch(day, body)


def _items(catalogue: Catalogue, steps: int | None) -> Iterator[tuple[Exercise, Place]]:
    for slug, place in ROUTINE.items():
        exercise = catalogue.exercises[slug]
        yield exercise, place if steps is None else _up_from_the_entry(exercise, steps)


def _up_from_the_entry(exercise: Exercise, steps: int) -> Place:
    """Return the place so many steps above a beginner's entry, at most the ladder's last."""
    rungs = exercise.rungs[exercise.rung_index(exercise.entry.new) :]
    for rung in rungs:
        if steps < len(rung.steps):
            return Place(rung.slug, steps)
        steps -= len(rung.steps)
    return Place(rungs[-1].slug, len(rungs[-1].steps) - 1)
