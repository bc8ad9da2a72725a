"""Finding exercises by what they are for, how the body is placed and what is to hand."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from mainstay.catalogue import Exercise
from mainstay.kernel import Equipment, Position, Role
from mainstay.words import equipment_text, need_text, position_text

NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a filter, with how many exercises it would show."""

    value: str
    text: str
    chosen: bool
    count: int


@dataclass(frozen=True, slots=True)
class Filter:
    """One way of narrowing the library."""

    name: str
    label: str
    options: tuple[Option, ...]


Holds = Callable[[Exercise, str], bool]


def has_role(exercise: Exercise, value: str) -> bool:
    """Whether an exercise is for this."""
    return value in exercise.roles


def has_position(exercise: Exercise, value: str) -> bool:
    """Whether some rung of an exercise is done in this position."""
    return any(rung.position == value for rung in exercise.rungs)


def needs(exercise: Exercise, value: str) -> bool:
    """Whether some rung needs this thing; ``nothing`` asks for a rung that needs none."""
    if value == NOTHING:
        return any(not rung.equipment for rung in exercise.rungs)
    return any(value in rung.equipment for rung in exercise.rungs)


_HOLDS: Mapping[str, Holds] = {"role": has_role, "position": has_position, "equipment": needs}
_LABELS = {"role": "What it is for", "position": "Position", "equipment": "To hand"}


def found(exercises: Iterable[Exercise], wanted: Mapping[str, str]) -> tuple[Exercise, ...]:
    """Return the exercises that fit every filter that is set; an unknown value fits nothing."""
    return tuple(e for e in exercises if _fits(e, wanted))


def _fits(exercise: Exercise, wanted: Mapping[str, str], beside: str = "") -> bool:
    words = wanted.get("q", "").strip().lower()
    named = " ".join((exercise.name, *exercise.aliases, exercise.slug)).lower()
    return words in named and all(
        holds(exercise, wanted[name]) for name, holds in _HOLDS.items() if name != beside and wanted.get(name)
    )


def filters(exercises: Iterable[Exercise], wanted: Mapping[str, str]) -> tuple[Filter, ...]:
    """Return the filters, each option with the number of exercises it would leave beside the others."""
    known = list(exercises)
    values: Mapping[str, Mapping[str, str]] = {
        "role": {role.value: need_text(role.value) for role in Role},
        "position": {position.value: position_text(position) for position in Position},
        "equipment": {NOTHING: "Nothing at all", **{one.value: equipment_text(one) for one in Equipment}},
    }
    return tuple(_filter(known, wanted, name, texts) for name, texts in values.items())


def _filter(
    exercises: Iterable[Exercise], wanted: Mapping[str, str], name: str, texts: Mapping[str, str]
) -> Filter:
    beside = [e for e in exercises if _fits(e, wanted, beside=name)]
    counted = ((value, text, sum(_HOLDS[name](e, value) for e in beside)) for value, text in texts.items())
    options = (Option(value, text, wanted.get(name) == value, n) for value, text, n in counted)
    return Filter(name, _LABELS[name], tuple(option for option in options if option.count or option.chosen))
