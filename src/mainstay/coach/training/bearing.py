"""What of a person still matters at a point before a session: equal bearings lead to equal sessions."""

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Generic, TypeVar

from mainstay.catalogue import Catalogue
from mainstay.coach.person import Person
from mainstay.coach.planning import own_choice, setting_on
from mainstay.coach.progression import Progression, mode_on, reference_level
from mainstay.kernel import Reason

T = TypeVar("T")


@dataclass(slots=True)
class Groups(Generic[T]):
    """Things in the order they were first met, each once by its key (which need not be hashable)."""

    items: list[T] = field(default_factory=list)
    _keys: list[object] = field(default_factory=list)

    def place(self, key: object, item: T) -> int:
        """Return where the thing of this key stands; ``item`` is it where the key is new."""
        return self.made(key, lambda: item)

    def made(self, key: object, make: Callable[[], T]) -> int:
        """Return where the thing of this key stands; make it where the key is new."""
        for place, known in enumerate(self._keys):
            if known == key:
                return place
        self.items.append(make())
        self._keys.append(key)
        return len(self._keys) - 1


def before_check_in(catalogue: Catalogue, person: Person) -> object:
    """Return what a check-in of the same day, and everything after it, can still depend on.

    Single pain reports matter only by the usual level that they make up: a report of this day is replaced
    by the check-in.
    """
    usual = reference_level(catalogue, person.progression)
    return person.profile, person.screening, _but(person.progression, "pains"), usual


@dataclass(frozen=True, slots=True)
class Bearing:
    """What the outcome of a check-in depends on: the ``session``, and the words about the day's mode."""

    session: object
    words: tuple[Reason, ...]


def before_session(catalogue: Catalogue, person: Person, day: date) -> Bearing:
    """Return what the day's session, and the coach's answers in it, depend on after the check-in.

    Of the pain that was told there remain what it did to the mode and to the exercises that the person
    has to choose themselves; the usual level only tells what a rating comes to, and is looked up apart.
    """
    state = person.progression
    mode, why = mode_on(catalogue, state, day)
    chosen = [slug for slug in sorted(state.included) if slug in catalogue.exercises]
    setting = setting_on(catalogue, person, day) if chosen else None
    closed = [bool(own_choice(setting, catalogue.exercises[slug])) for slug in chosen if setting]
    rest = _but(state, "pains", "high_since", "check_in")
    return Bearing((person.profile, person.screening, rest, closed, mode), why)


def _but(state: Progression, *names: str) -> list[object]:
    """Return all that a state holds but some of it."""
    return [getattr(state, one.name) for one in fields(state) if one.name not in names]
