"""What a diary says of a person at a moment, read straight from its events and the catalogue's data.

A second, plain reading of the rules, so that nobody asks the coach whether the coach is right.
"""

from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from mainstay.catalogue import Catalogue
from mainstay.kernel import Event
from mainstay.lab.invariants.flares import Flares
from mainstay.lab.invariants.locks import Locks


@dataclass(slots=True)
class Facts:
    """The newest profile, answers, vetoes, pain and training days.

    ``told`` is the day and level that a session is compared with, ``checked`` the day and the higher of both
    numbers of the newest check-in. ``block`` is where the count of weeks began, anew after a long gap.
    """

    profile: Mapping[str, Any] = field(default_factory=dict)
    answers: Mapping[str, Any] = field(default_factory=dict)
    locks: Locks = field(default_factory=Locks)
    flares: Flares = field(default_factory=Flares)
    unlocks: frozenset[str] = frozenset()
    vetoes: frozenset[str] = frozenset()
    opted_in: frozenset[str] = frozenset()
    pain: tuple[date, int] | None = None
    told: tuple[date, int] | None = None
    checked: tuple[date, int] | None = None
    first_set: date | None = None
    trained: date | None = None
    block: date | None = None
    finished: date | None = None

    def copied(self) -> "Facts":
        """Return the facts as they are now."""
        now = copy(self)
        now.locks, now.flares = copy(self.locks), copy(self.flares)
        return now

    def take(self, catalogue: Catalogue, event: Event) -> None:
        """Take in one event."""
        self.locks.take(catalogue, event)
        self.flares.take(catalogue, event)
        told = event.fields
        match event.kind:
            case "profile_set":
                self.profile = told
            case "screening_answered":
                self._answered(event)
            case "clinician_cleared":
                self.unlocks |= frozenset(told.get("unlocks", ()))
            case "exercise_excluded":
                self.vetoes, self.opted_in = (
                    self.vetoes | {told["exercise"]},
                    self.opted_in - {told["exercise"]},
                )
            case "exercise_included":
                self.vetoes, self.opted_in = (
                    self.vetoes - {told["exercise"]},
                    self.opted_in | {told["exercise"]},
                )
            case "day_checked_in":
                now, usual = told["pain_now"], told.get("pain_usual")
                self.pain = (event.day, now)
                self.told = (event.day, now if usual is None else usual)
                self.checked = (event.day, max(now, usual or 0))
            case "set_performed" | "exercise_rated":
                self._trained(catalogue, event.day)
            case "session_finished":
                self.finished = event.day

    def _answered(self, event: Event) -> None:
        pain = event.fields["answers"].get("pain-now")
        if event.fields.get("scope", "full") == "full":
            self.answers = event.fields["answers"]
        if isinstance(pain, int):
            self.pain = self.told = self.checked = (event.day, pain)

    def _trained(self, catalogue: Catalogue, day: date) -> None:
        if self.block is None or self.away(day) > catalogue.rules.gap.keep_days.value:
            self.block = day
        self.first_set = self.first_set or day
        self.trained = day

    def away(self, day: date) -> int:
        """Return the days since the last training; 0 where there was none."""
        return (day - self.trained).days if self.trained else 0

    def usual(self, catalogue: Catalogue, day: date) -> int | None:
        """Return the level that a session of the day is compared with; None where it was not told lately."""
        recent = catalogue.rules.pain.usual_memory_days.value
        return self.told[1] if self.told and (day - self.told[0]).days <= recent else None

    def needs_relief(self, catalogue: Catalogue, day: date) -> bool:
        """Whether a session of the day must be a relief session."""
        high = catalogue.rules.pain.relief_usual.value
        return self.flares.since is not None or (
            self.checked is not None and self.checked[0] == day and self.checked[1] >= high
        )

    def is_easy_week(self, catalogue: Catalogue, day: date) -> bool:
        """Whether a day lies in the easy week of its block."""
        if self.block is None or self.away(day) > catalogue.rules.gap.keep_days.value:
            return False
        return ((day - self.block).days // 7 + 1) % catalogue.rules.progress.deload_weeks.whole == 0


def standing(events: Iterable[Event]) -> list[Event]:
    """Return the events that count; the latest retraction speaks first, so that it can lift others."""
    known = list(events)
    gone: set[str] = set()
    for event in reversed(known):
        if event.kind == "event_retracted" and event.id not in gone:
            gone.add(event.fields["event"])
    return [event for event in known if event.id not in gone and event.kind != "event_retracted"]


def facts_of(catalogue: Catalogue, events: Iterable[Event]) -> Facts:
    """Return the facts after some events, read from the start."""
    facts = Facts()
    for event in standing(events):
        facts.take(catalogue, event)
    return facts
