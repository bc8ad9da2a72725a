"""What a return after a gap would change, before the first event of the day is written."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from mainstay.catalogue import Catalogue
from mainstay.coach.person import Person, limits_on
from mainstay.coach.progression import Moment, back_after_gap
from mainstay.kernel import Event


def on_return(catalogue: Catalogue, person: Person, day: date) -> Person:
    """Return the person as they would be if training began on ``day``; nothing changes without a gap."""
    event = Event("preview", "session_started", datetime.combine(day, time(), UTC), {})
    moment = Moment(catalogue, event, lambda: limits_on(catalogue, person, day))
    state, _ = back_after_gap(moment, person.progression)
    return replace(person, progression=state)
