"""An exercise's ladder on a page: its rungs, what each asks for, and where the person stands."""

from dataclasses import dataclass

from mainstay.catalogue import Catalogue, Exercise, Rung
from mainstay.coach import Person, Place
from mainstay.kernel import Sidedness
from mainstay.words import equipment_text, grade_text, place_text, position_text, source_text


@dataclass(frozen=True, slots=True)
class StepView:
    """One dose of a rung; ``here`` where it is the person's."""

    text: str
    here: bool


@dataclass(frozen=True, slots=True)
class RungView:
    """One rung; ``here`` where the person stands on it."""

    rung: Rung
    number: int
    position: str
    equipment: tuple[str, ...]
    each_side: bool
    steps: tuple[StepView, ...]
    here: bool
    grade: str


def place_of(person: Person, exercise: Exercise) -> Place | None:
    """Return where the person stands on the exercise's ladder; None where they have not begun."""
    ladder = person.progression.ladders.get(exercise.slug)
    known = {rung.slug for rung in exercise.rungs}
    return ladder.place if ladder and ladder.place.rung in known else None


def rung_views(catalogue: Catalogue, exercise: Exercise, place: Place | None) -> list[RungView]:
    """Return the ladder, easiest rung first."""
    return [_view(catalogue, exercise, n, rung, place) for n, rung in enumerate(exercise.rungs, start=1)]


def _view(catalogue: Catalogue, exercise: Exercise, number: int, rung: Rung, place: Place | None) -> RungView:
    here = place is not None and place.rung == rung.slug
    now = min(place.step, len(rung.steps) - 1) if place and here else -1
    amounts = (_amount(catalogue, exercise, rung, step) for step in range(len(rung.steps)))
    return RungView(
        rung=rung,
        number=number,
        position=position_text(rung.position),
        equipment=tuple(equipment_text(one) for one in rung.equipment),
        each_side=rung.sides is Sidedness.EACH,
        steps=tuple(StepView(text, step == now) for step, text in enumerate(amounts)),
        here=here,
        grade=grade_text(rung.dose_grade),
    )


def _amount(catalogue: Catalogue, exercise: Exercise, rung: Rung, step: int) -> str:
    """The dose of a step, without the rung's name in front of it."""
    text = place_text(catalogue, exercise.slug, Place(rung.slug, step))
    return text.removeprefix(f"{rung.name}, ")


def cited(catalogue: Catalogue, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Return the publications behind some values, each once; rows of the articles are not publications."""
    return tuple(dict.fromkeys(source_text(catalogue, one) for one in ids if one in catalogue.sources))
