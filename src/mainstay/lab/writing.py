"""A diary being written, with the coach reading along."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from typing import Any
from uuid import UUID

from mainstay import coach
from mainstay.catalogue import Catalogue
from mainstay.kernel import Event

START = date(2026, 1, 5)
_SPACE = 1 << 64


@dataclass(frozen=True, slots=True)
class _Morning:
    """Where a day began: how many events and decisions there were, and the person."""

    events: int
    decisions: int
    person: coach.Person


@dataclass(slots=True)
class Pen:
    """Writes a person's events in order of time; ids follow from the person and the count alone.

    Every event goes through the coach as it is written. A correction goes back to the morning of what it
    corrects and takes everything since in anew.
    """

    catalogue: Catalogue
    number: int
    zone: timezone
    offset: int = 0
    events: list[Event] = field(default_factory=list)
    decisions: list[coach.Decision] = field(default_factory=list)
    person: coach.Person = field(default_factory=coach.Person)
    _mornings: list[_Morning] = field(default_factory=list)
    _at: datetime = datetime.min

    @property
    def day(self) -> date:
        """The day that is being lived."""
        return START + timedelta(days=self.offset)

    def turn_to(self, offset: int) -> None:
        """Begin a day, counted from the first one."""
        self.offset = offset
        self._mornings.append(_Morning(len(self.events), len(self.decisions), self.person))

    def at(self, hour: float) -> None:
        """Let it be at least this hour of the day."""
        clock = datetime.combine(self.day, time(), self.zone) + timedelta(hours=hour)
        self._at = clock if self._at == datetime.min else max(self._at, clock)

    def write(self, kind: str, /, **fields: Any) -> Event:  # noqa: ANN401  # as in the diary's own format
        """Write an event now; each is some seconds after the last."""
        self._at += timedelta(seconds=20)
        event = Event(self.new_id(), kind, self._at, fields)
        self.events.append(event)
        if kind == "event_retracted":
            self._go_back(fields["event"])
        else:
            self.person, made = coach.advance(self.catalogue, self.person, event)
            self.decisions.extend(made)
        return event

    def new_id(self, salt: int = 0) -> str:
        """Return an id of the diary's form that nothing in this diary has yet."""
        return str(UUID(int=(self.number + 1) * _SPACE + 2 * len(self.events) + 2 + salt))

    def _go_back(self, event_id: str) -> None:
        index = next(i for i, event in enumerate(self.events) if event.id == event_id)
        morning = next(one for one in reversed(self._mornings) if one.events <= index)
        self.person = morning.person
        del self.decisions[morning.decisions :]
        for event in coach.standing_events(self.events[morning.events :]):
            self.person, made = coach.advance(self.catalogue, self.person, event)
            self.decisions.extend(made)

    def today(self) -> coach.Today:
        """Return what the coach plans for the day."""
        return coach.today(self.catalogue, self.person, self.day)

    def standing(self) -> coach.Screening:
        """Return where the person stands with the safety questions."""
        return coach.clearance_on(self.catalogue, self.person, self.day)


def points(value: float) -> int:
    """Return a feeling as it is told, a whole number from 0 to 10."""
    return max(0, min(10, round(value)))


def plan_as_shown(session: coach.PlannedSession) -> Mapping[str, Any]:
    """Return the part of a plan that tells how many sets were asked for."""
    items = [{"exercise": item.exercise, "sets": item.dose.sets} for item in session.items]
    return {"blocks": [{"items": items}]}
