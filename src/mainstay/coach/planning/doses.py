"""What exactly is prescribed of one exercise on one day, and how long it takes."""

from dataclasses import dataclass, replace
from math import ceil, floor

from mainstay.catalogue import Catalogue, Exercise, Rung
from mainstay.coach.decision import Place
from mainstay.coach.progression import Mode
from mainstay.kernel import Dose, Reason, Side, sides_of, work_seconds


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a session: a prescription, its sides, its whole time and why it is there.

    ``seconds`` counts getting into place, every set on every side, rests and side changes.
    """

    exercise: str
    rung: str
    step: int
    dose: Dose
    sides: tuple[Side, ...]
    seconds: int
    why: tuple[Reason, ...] = ()


def item_for(
    catalogue: Catalogue, exercise: Exercise, place: Place, dose: Dose, why: tuple[Reason, ...] = ()
) -> Item:
    """Return the item of a dose on a rung."""
    rung = exercise.rung(place.rung)
    seconds = item_seconds(catalogue, rung, dose)
    return Item(exercise.slug, rung.slug, place.step, dose, sides_of(rung.sides), seconds, why)


def item_seconds(catalogue: Catalogue, rung: Rung, dose: Dose) -> int:
    """Return the whole seconds of a dose on a rung, rounded up."""
    plan = catalogue.rules.plan
    sides = max(1, len(sides_of(rung.sides)))
    work = dose.sets * sides * work_seconds(dose, rung.rep_seconds)
    rests = (dose.sets - 1) * dose.rest_seconds
    changes = dose.sets * (sides - 1) * plan.side_change_seconds.value
    return ceil(plan.change_over_seconds.value + work + rests + changes)


def scaled(dose: Dose, volume: float) -> Dose:
    """Return the dose nearest below a share of its volume, never none.

    Volume is sets times repetitions, or sets times seconds for a plain hold. Among equals more sets win.
    """
    unit = dose.reps or dose.hold_seconds or 1
    most = volume * dose.sets * unit + 1e-9
    sets, amount = max(
        ((sets, min(unit, floor(most / sets))) for sets in range(1, dose.sets + 1)),
        key=lambda pair: (pair[0] * pair[1], pair[0]),
    )
    amount = max(1, amount)
    if dose.reps is None:
        return replace(dose, sets=sets, hold_seconds=amount)
    return replace(dose, sets=sets, reps=amount)


def relieved(catalogue: Catalogue, dose: Dose) -> Dose:
    """Return the dose for a relief session: no repeated hold longer than the flare-up rule allows."""
    longest = catalogue.rules.flare.hold_max.whole
    if dose.reps is None or dose.hold_seconds is None:
        return dose
    return replace(dose, hold_seconds=min(dose.hold_seconds, longest))


def dose_for(catalogue: Catalogue, dose: Dose, mode: Mode, volume: float) -> Dose:
    """Return a ladder's dose as it is prescribed in a mode."""
    if mode is Mode.RELIEF:
        dose = relieved(catalogue, dose)
    return scaled(dose, volume) if volume < 1 else dose


def fitted(catalogue: Catalogue, rung: Rung, dose: Dose, most: int) -> Dose:
    """Return the dose with as many sets as fit into ``most`` seconds, at least one."""
    while dose.sets > 1 and item_seconds(catalogue, rung, dose) > most:
        dose = replace(dose, sets=dose.sets - 1)
    return dose
