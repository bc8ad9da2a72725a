"""Whether what was prescribed was done."""

from mainstay.catalogue import Exercise
from mainstay.coach.decision import Place
from mainstay.coach.progression.ladder import dose_at
from mainstay.coach.progression.state import SetDone, Work
from mainstay.kernel import Dose, Side, Sidedness


def is_complete(exercise: Exercise, place: Place, work: Work) -> bool:
    """Return whether every prescribed set was done, on every side, with what was asked.

    Fewer sets than the ladder's are enough only where the session's plan asked for fewer. A ticked set
    without numbers counts as asked; a set that was not ticked is not there and does not count.
    """
    dose = dose_at(exercise, place)
    sets = min(dose.sets, work.asked_sets or dose.sets)
    enough = [done for done in work.sets if _meets(done, dose)]
    if exercise.rung(place.rung).sides is Sidedness.BOTH:
        return len({done.number for done in enough}) >= sets
    return all(len({d.number for d in enough if d.side in (side, None)}) >= sets for side in Side)


def _meets(done: SetDone, dose: Dose) -> bool:
    return (
        _at_least(done.reps, dose.reps)
        and _at_least(done.hold_seconds, dose.hold_seconds)
        and _at_least(done.load_kg, dose.load_kg)
    )


def _at_least(done: float | None, asked: float | None) -> bool:
    return done is None or asked is None or done >= asked
