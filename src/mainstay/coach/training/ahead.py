"""The days ahead, as if each planned session until then were done as planned and said nothing about."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from mainstay.catalogue import Catalogue
from mainstay.coach.person import Person, advance, clearance_on
from mainstay.coach.planning import Item, PlannedSession, today
from mainstay.coach.training.before import halts
from mainstay.kernel import Event

IMAGINED = "imagined"
"""How the ids of imagined sessions begin; the date follows."""


def as_if_trained(catalogue: Catalogue, person: Person, start: datetime, until: datetime) -> Person:
    """Return the person on a later day, every session from ``start`` up to the day before done as planned.

    Sets alone are imagined: without ratings nothing is judged, so no ladder moves. A day on which something
    comes before training, such as the safety questions, is not trained.
    """
    at = start
    while at.date() < until.date():
        if not halts(clearance_on(catalogue, person, at.date())):
            planned = today(catalogue, person, at.date()).session
            person = _trained(catalogue, person, at, planned) if planned else person
        at += timedelta(days=1)
    return person


def _trained(catalogue: Catalogue, person: Person, at: datetime, planned: PlannedSession) -> Person:
    session = f"{IMAGINED}-{at.date().isoformat()}"
    told = _Telling(catalogue, at, session)
    person = told(person, "session_started")
    for item in planned.items:
        for number in range(1, item.dose.sets + 1):
            for side in item.sides or (None,):
                sided = {"side": side.value} if side else {}
                person = told(person, "set_performed", set=number, **_amounts(item), **sided)
    return told(person, "session_finished", effort=0, pain_after=0)


@dataclass(frozen=True, slots=True)
class _Telling:
    """Takes in the events of one imagined session."""

    catalogue: Catalogue
    at: datetime
    session: str

    def __call__(self, person: Person, kind: str, **fields: object) -> Person:
        event = Event(f"{self.session}:{kind}", kind, self.at, {"session": self.session, **fields})
        return advance(self.catalogue, person, event)[0]


def _amounts(item: Item) -> dict[str, object]:
    asked = {"reps": item.dose.reps, "hold_seconds": item.dose.hold_seconds, "load_kg": item.dose.load_kg}
    told = {name: amount for name, amount in asked.items() if amount is not None}
    return {"exercise": item.exercise, "rung": item.rung, **told}
