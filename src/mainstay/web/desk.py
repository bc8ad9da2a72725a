"""What a page about training starts from: the person, the day, and a way to write events."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from django.http import Http404, HttpRequest

from mainstay.catalogue import Catalogue, load_catalogue
from mainstay.coach import Person, Screening, Today, clearance_on, today
from mainstay.diary import new_id, store
from mainstay.guide.sitting import Sitting, open_session_on, sitting_of
from mainstay.kernel import Event
from mainstay.web import clock
from mainstay.web.train.events import Stamp


@dataclass(frozen=True, slots=True)
class Desk:
    """One request's view of the diary. ``person`` is read anew, since events may have been written."""

    catalogue: Catalogue
    diary: store.Diary
    day: date
    new: Stamp

    @property
    def person(self) -> Person:
        """The person as the diary has them now."""
        return store.person_of(self.diary)

    @property
    def clearance(self) -> Screening:
        """Screening's verdict today."""
        return clearance_on(self.catalogue, self.person, self.day)

    @property
    def today(self) -> Today:
        """What the coach plans for today."""
        return today(self.catalogue, self.person, self.day)

    def write(self, events: Iterable[Event]) -> None:
        """Append events to the diary; nothing happens where there are none."""
        told = list(events)
        if told:
            store.append(self.diary, told)

    def open_session(self) -> str | None:
        """Return the session that was begun today and is not finished."""
        events = store.events_of(self.diary, since=self.day, standing=True)
        return open_session_on(events, self.day)

    def sitting(self, session: str) -> Sitting | None:
        """Return a session, or None where the diary has none of this id."""
        since = _day_before(UUID(session))
        events = store.events_of(self.diary, since=since, standing=True)
        return sitting_of(self.catalogue, events, store.decisions_of(self.diary, since=since), session)

    def sitting_or_404(self, session: object) -> Sitting:
        """Return a session of the diary, or answer that there is none."""
        found = self.sitting(str(session))
        if found is None:
            raise Http404("There is no such session in the diary.")
        return found


def desk_of(request: HttpRequest) -> Desk:
    """Return the desk of a request, at the person's own time."""
    now = clock.now(request)
    return Desk(load_catalogue(), store.the_diary(), now.date(), Stamp(now, new_id))


def _day_before(session: UUID) -> date | None:
    """Return a day before the session began, so that no more than its own time is read.

    A session's id carries the time it was made (UUIDv7); None for an id of another make.
    """
    if session.version != 7:
        return None
    made = datetime.fromtimestamp((session.int >> 80) / 1000, UTC)
    return made.date() - timedelta(days=1)
