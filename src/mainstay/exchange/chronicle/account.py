"""What a diary amounts to on a day: everything that charts and reports are made from, in one walk."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mainstay import coach
from mainstay.catalogue import Catalogue
from mainstay.coach import Decision, Person
from mainstay.exchange.chronicle.kept import kept_of
from mainstay.exchange.chronicle.ledger import Ledger, flares_from
from mainstay.exchange.chronicle.sessions import Done, sessions_in
from mainstay.kernel import Event


@dataclass(frozen=True, slots=True)
class Account(Ledger):
    """A ledger with all events that count, and all that the coach made of them.

    ``owner`` names the diary without naming the person: the id of its first profile, which no import of
    walks changes. ``written`` counts all that was ever written, taken back or not, so that it only grows.
    """

    events: tuple[Event, ...]
    decisions: tuple[Decision, ...]
    owner: str
    written: int

    @property
    def since(self) -> date:
        """The day of the first event; ``on`` where there is none."""
        return self.events[0].day if self.events else self.on

    def of(self, *kinds: str) -> tuple[Event, ...]:
        """Return the events of some kinds, in the order of the diary."""
        return tuple(event for event in self.events if event.kind in kinds)


def account(catalogue: Catalogue, events: Iterable[Event], on: date) -> Account:
    """Return the account of a diary on a day, whatever order its events arrived in."""
    written = {event.id: event for event in events}
    told = tuple(event for event in coach.standing_events(written.values()) if event.day <= on)
    person, decisions, turns = Person(), list[Decision](), list[tuple[date, date | None]]()
    for event in told:
        before = person.progression.flare
        person, made = coach.advance(catalogue, person, event)
        decisions.extend(made)
        flare = person.progression.flare
        if (before and before.since) != (flare and flare.since):
            turns.append((event.day, flare.since if flare else None))
    return Account(
        catalogue=catalogue,
        on=on,
        person=person,
        flares=flares_from(turns, on),
        profiles=tuple(event for event in told if event.kind == "profile_set"),
        kept=kept_of(told, decisions),
        events=told,
        decisions=tuple(decisions),
        owner=_owner(written.values()),
        written=len(written),
    )


def _owner(events: Iterable[Event]) -> str:
    profiles = (event for event in events if event.kind == "profile_set")
    first = min(profiles, key=lambda event: event.key, default=None)
    return first.id if first else ""


def sessions_of(account: Account) -> tuple[Done, ...]:
    """Return the sessions in which something was done, oldest first."""
    return sessions_in(account.events)
