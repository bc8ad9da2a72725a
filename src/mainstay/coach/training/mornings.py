"""The morning after: which session it is asked about."""

from datetime import date, timedelta

from mainstay.catalogue import Catalogue
from mainstay.coach.person import Person
from mainstay.coach.progression import Session


def morning_due(catalogue: Catalogue, person: Person, day: date) -> Session | None:
    """Return the newest session whose next morning is not known yet and can still be told; None for none."""
    window = timedelta(days=catalogue.rules.pain.settle_days.whole)
    waiting = [s for s in person.progression.sessions if timedelta(0) < day - s.day <= window]
    return max(waiting, key=lambda session: session.day, default=None)
