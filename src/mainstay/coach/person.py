"""A person as the coach sees them: a fold of their diary."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from mainstay.catalogue import Catalogue
from mainstay.coach import habits, progression, screening
from mainstay.coach.decision import Decision
from mainstay.coach.habits import Bearing, Habits
from mainstay.coach.limits import Limits, limits_of
from mainstay.coach.profile import Profile, profile_from
from mainstay.coach.progression import Moment, Progression
from mainstay.coach.screening import Standing
from mainstay.coach.screening import Verdict as Screening
from mainstay.kernel import Clearance, Event


@dataclass(frozen=True, slots=True)
class Person:
    """Everything the coach derives from a diary so far. Its size does not grow with the diary."""

    profile: Profile | None = None
    screening: Standing = field(default_factory=Standing)
    progression: Progression = field(default_factory=Progression)
    habits: Habits = field(default_factory=Habits)


@dataclass(frozen=True, slots=True)
class Folded:
    """A person, and every decision on the way there."""

    person: Person
    decisions: tuple[Decision, ...]


def advance(catalogue: Catalogue, person: Person, event: Event) -> tuple[Person, tuple[Decision, ...]]:
    """Return the person after one event of their diary, and the decisions that it led to.

    Events must come in the order of the diary (:attr:`Event.key`); retractions are resolved before, by
    :func:`standing_events`.
    """
    between = habits.advance(catalogue, person.habits, event, lambda: _bearing(catalogue, person, event))
    if event.kind == "profile_set":
        return replace(person, profile=profile_from(event.fields), habits=between), ()
    standing = screening.advance(catalogue, person.screening, event)
    moment = Moment(catalogue, event, cache(lambda: limits_on(catalogue, person, event.day)))
    moved, decisions = progression.advance(moment, person.progression)
    standing = _with_due(standing, person.progression, moved)
    if moved.flare and not person.progression.flare:
        between = habits.flare_began(catalogue, between, event)
    return Person(person.profile, standing, moved, between), decisions


def _bearing(catalogue: Catalogue, person: Person, event: Event) -> Bearing:
    """How the back stood before the event."""
    usual = progression.usual_level(catalogue, person.progression, event.day)
    return Bearing(usual, person.progression.flare is not None)


def _with_due(standing: Standing, before: Progression, after: Progression) -> Standing:
    """A red response or a flare-up brings safety questions back before the next session."""
    if after.reds != before.reds:
        standing = screening.with_due(standing, screening.RED_DUE)
    if after.flare and not before.flare:
        standing = screening.with_due(standing, screening.FLARE_DUE)
    return standing


def fold(catalogue: Catalogue, events: Iterable[Event], start: Person | None = None) -> Folded:
    """Return the person and the decisions that a whole diary leads to, whatever order it arrived in."""
    person, decisions = start or Person(), list[Decision]()
    for event in standing_events(events):
        person, made = advance(catalogue, person, event)
        decisions.extend(made)
    return Folded(person, tuple(decisions))


def standing_events(events: Iterable[Event]) -> Iterator[Event]:
    """Yield the events that count, in order: each id once, none that has been retracted.

    A retraction can itself be retracted, by a later one.
    """
    ordered = sorted({event.id: event for event in events}.values(), key=lambda event: event.key)
    gone = retracted_ids(event for event in ordered if event.kind == "event_retracted")
    return (event for event in ordered if event.id not in gone and event.kind != "event_retracted")


def retracted_ids(retractions: Iterable[Event]) -> frozenset[str]:
    """Return the ids that stand retracted. The latest retraction speaks first, so that it can lift others."""
    gone: set[str] = set()
    for event in sorted(retractions, key=lambda event: event.key, reverse=True):
        if event.id not in gone:
            gone.add(event.fields["event"])
    return frozenset(gone)


def limits_on(catalogue: Catalogue, person: Person, day: date) -> Limits:
    """Return the person's hard constraints on a day; without a profile nothing may be prescribed."""
    if person.profile is None:
        return Limits(load_cap=0)
    verdict = screening.verdict_on(catalogue, person.screening, day)
    return limits_of(
        catalogue,
        person.profile,
        verdict.precautions,
        verdict.spares_the_body or needs_referral(catalogue, person, day),
        (flag for flag, until in person.progression.flags.items() if day < until),
        person.screening.unlocks,
        _green_days(catalogue, person.progression, day),
    )


def _green_days(catalogue: Catalogue, state: Progression, day: date) -> int:
    """Days of training since the last red response or the last long gap; days off are no green days."""
    if state.block_start is None or state.last_session is None:
        return 0
    since = max(state.block_start, state.last_red or state.block_start)
    away = (day - state.last_session).days > catalogue.rules.gap.keep_days.whole
    return ((state.last_session if away else day) - since).days


def clearance_on(catalogue: Catalogue, person: Person, day: date) -> Screening:
    """Return screening's verdict; two red responses within the window make it at least a caution."""
    verdict = screening.verdict_on(catalogue, person.screening, day)
    if verdict.clearance is Clearance.CLEAR and needs_referral(catalogue, person, day):
        return replace(verdict, clearance=Clearance.CAUTION)
    return verdict


def needs_referral(catalogue: Catalogue, person: Person, day: date) -> bool:
    """Return whether enough red responses came close together to suggest a professional."""
    rules = catalogue.rules.pain
    recent = [red for red in person.progression.reds if (day - red).days <= rules.red_window_days.whole]
    return len(recent) >= rules.reds_for_referral.whole
