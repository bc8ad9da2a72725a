"""The week ahead, as it looks from today."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from mainstay.catalogue import Catalogue
from mainstay.coach.decision import Place
from mainstay.coach.habits import as_if_walked
from mainstay.coach.person import Person
from mainstay.coach.planning.candidates import Setting, setting_on
from mainstay.coach.planning.preview import on_return
from mainstay.coach.planning.session import PlannedSession
from mainstay.coach.planning.today import Today, today
from mainstay.coach.planning.walk import Walk, walking_on
from mainstay.coach.progression import with_day
from mainstay.kernel import Block, Clearance, Reason

_DAYS = 7
_ENDURANCE_WEEKS = 6


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """One day of the plan. ``stretches`` are optional ones for a day without a session."""

    date: date
    session: PlannedSession | None
    walk: Walk | None
    stretches: tuple[str, ...]

    @property
    def walk_minutes(self) -> int | None:
        """The minutes of the day's walk, of one bout where there are several; None on a day without."""
        return self.walk.minutes if self.walk else None


@dataclass(frozen=True, slots=True)
class Plan:
    """Seven days from ``on``, and where the person stands on every ladder they have begun or will."""

    clearance: Clearance
    phase: str
    week: tuple[PlannedDay, ...]
    ladder: Mapping[str, Place]
    reasons: tuple[Reason, ...]


def plan(catalogue: Catalogue, person: Person, on: date) -> Plan:
    """Return the seven days from ``on``, supposing that each planned session is done and nothing hurts."""
    first = today(catalogue, person, on)
    days = [first]
    imagined = person
    for ahead in range(1, _DAYS):
        imagined = _as_if_done(catalogue, imagined, days[-1])
        days.append(today(catalogue, imagined, on + timedelta(days=ahead)))
    week = tuple(_day(day, _stretches(days)) for day in days)
    setting = setting_on(catalogue, person, on)
    ladder = _ladder(on_return(catalogue, person, on), week)
    return Plan(first.clearance, _phase(setting, first), week, ladder, first.reasons)


def next_session(catalogue: Catalogue, person: Person, on: date) -> date | None:
    """Return the next day with a session after one without, of the six that follow; None where there is none.

    It is the day that :func:`plan` tells, without the search for the days behind it.
    """
    ahead = (on + timedelta(days=days) for days in range(1, _DAYS))
    return next((day for day in ahead if today(catalogue, person, day).session), None)


def _as_if_done(catalogue: Catalogue, person: Person, day: Today) -> Person:
    """Imagine that a day was done, its walk too: a session ends a gap, takes its turn, and starts it all."""
    person = _as_if_walked(catalogue, person, day)
    if day.session is None:
        return person
    person = on_return(catalogue, person, day.date)
    state = person.progression
    strength = any(block.block is Block.STRENGTH for block in day.session.blocks)
    moved = replace(
        with_day(state, day.date, strength=strength),
        first_session=state.first_session or day.date,
        last_session=day.date,
        strength_days=state.strength_days + strength - (strength and state.last_strength == day.date),
        last_strength=day.date if strength else state.last_strength,
        ramp=state.ramp[1:] if day.mode == "ramp" else state.ramp,
    )
    return replace(person, progression=moved)


def _as_if_walked(catalogue: Catalogue, person: Person, day: Today) -> Person:
    """Imagine the day's walk, in whole bouts."""
    if day.walk is None:
        return person
    walking = walking_on(setting_on(catalogue, person, day.date))
    walked = as_if_walked(walking, day.date, day.walk.minutes * day.walk.bouts)
    return replace(person, habits=replace(person.habits, walking=walked))


def _stretches(days: list[Today]) -> tuple[str, ...]:
    """The stretches of the week's sessions, in the order in which they first come."""
    blocks = (block for day in days if day.session for block in day.session.blocks)
    found = (item.exercise for block in blocks if block.block is Block.STRETCH for item in block.items)
    return tuple(dict.fromkeys(found))


def _day(day: Today, stretches: tuple[str, ...]) -> PlannedDay:
    optional = stretches if day.session is None and day.mode != "locked" else ()
    return PlannedDay(day.date, day.session, day.walk, optional)


def _ladder(person: Person, week: tuple[PlannedDay, ...]) -> dict[str, Place]:
    known = {slug: ladder.place for slug, ladder in person.progression.ladders.items()}
    for day in week:
        for block in day.session.blocks if day.session else ():
            if block.block is not Block.WARM_UP:
                for item in block.items:
                    known.setdefault(item.exercise, Place(item.rung, item.step))
    return dict(sorted(known.items()))


def _phase(setting: Setting, first: Today) -> str:
    """Name the part of the programme: the order is control, then endurance, then strength (B-04)."""
    if first.mode in ("locked", "relief", "ramp"):
        return first.mode
    start = setting.person.progression.first_session
    if start is None:
        return "first-day"
    week = (setting.day - start).days // _DAYS + 1
    if week == 1:
        return "first-week"
    return "endurance" if week <= _ENDURANCE_WEEKS else "strength"
