"""A week looked back on and ahead from: no blame, no streaks, a target that bends."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mainstay.catalogue import Catalogue
from mainstay.coach.decision import Decision, Verdict
from mainstay.coach.outcomes import Change, MeasureTrack
from mainstay.coach.person import Person, clearance_on
from mainstay.coach.planning import Plan, plan, sessions_a_week
from mainstay.coach.profile import Profile
from mainstay.coach.results import Results, results_on
from mainstay.coach.weekly.facts import facts_of, suggestion
from mainstay.coach.weekly.week import Done, Week, done_in, week_on
from mainstay.kernel import Event, Reason

_OF_THE_DAY = ("not-a-training-day", "trained-today", "session-let-go")
"""Reasons of a plan that speak of its first day alone, or of a session that is past."""
_REFERRING = ("refer-reds", "refer-flare")
_TOLD_ELSEWHERE = (*_OF_THE_DAY, *_REFERRING)
_MOVING = (Verdict.SUBSTITUTE, Verdict.REMOVE, Verdict.STOP)


@dataclass(frozen=True, slots=True)
class WeekReview:
    """One week.

    ``told`` says what was done, beside a ``target`` that follows from the days the person offers;
    ``changes`` are the decisions that moved something; ``ahead`` says what the ``plan`` holds;
    ``expect`` what may honestly be expected, in the weeks of a milestone; ``measured`` the measures whose
    change is known, in those weeks; ``advice`` when to look again, or to see a professional.
    """

    week: Week
    done: Done
    target: int
    told: tuple[Reason, ...]
    changes: tuple[Decision, ...]
    plan: Plan
    ahead: tuple[Reason, ...]
    expect: tuple[Reason, ...]
    measured: tuple[MeasureTrack, ...]
    advice: tuple[Reason, ...]
    suggestion: Reason


def review(
    catalogue: Catalogue, person: Person, events: Sequence[Event], decisions: Iterable[Decision], on: date
) -> WeekReview:
    """Return the review of the last whole week before or on ``on``, or of the first one so far.

    ``person`` is who they are on that day. ``events`` stand, in the order of the diary, up to ``on``: of
    the kinds that outcomes read all of them, of the others those of the three weeks before ``on`` are enough;
    of the ``decisions`` those of that time.
    """
    results = results_on(catalogue, person, events, on)
    week = week_on(results.started, on)
    done = _with_silent_flare(person, week, done_in(events, week))
    ahead = plan(catalogue, person, on)
    locked = clearance_on(catalogue, person, on).locked or person.profile is None
    target = sessions_a_week(catalogue, person.profile) if person.profile else 0
    advice = (*(reason for reason in ahead.reasons if reason.code in _REFERRING), *results.advice)
    expect = tuple(_expect(catalogue, person.profile, week, advised=bool(advice)))
    facts = facts_of(week, done, target, results, ahead, locked=locked, advice=advice)
    return WeekReview(
        week=week,
        done=done,
        target=target,
        told=tuple(_told(week, done, target, locked=locked)),
        changes=tuple(one for one in decisions if week.holds(one.date) and _moves(one)),
        plan=ahead,
        ahead=tuple(_ahead(ahead, locked=locked)),
        expect=expect,
        measured=tuple(_measured(results)) if expect else (),
        advice=advice,
        suggestion=suggestion(catalogue.rules, facts),
    )


def _with_silent_flare(person: Person, week: Week, done: Done) -> Done:
    """A flare-up that the coach saw in the pain, and nobody reported, colours a week as well."""
    flare = person.progression.flare
    return replace(done, had_flare=done.had_flare or (flare is not None and flare.since <= week.until))


def _moves(decision: Decision) -> bool:
    return decision.was != decision.now or decision.verdict in _MOVING


def _told(week: Week, done: Done, target: int, *, locked: bool) -> Iterator[Reason]:
    source = "mainstay-product"
    numbers = (("sessions", done.sessions), ("target", target))
    if week.number == 0:
        yield Reason("week-not-begun", source=source)
    elif done.had_flare and done.sessions:
        yield Reason("week-with-flare", (("sessions", done.sessions),), source)
    elif done.had_flare:
        yield Reason("week-in-flare", source=source)
    elif locked and not done.sessions:
        yield Reason("week-paused", source=source)
    elif not done.sessions:
        yield Reason("week-without", source=source)
    elif done.sessions >= target:
        yield Reason("week-on-target", numbers, source)
    elif not week.is_whole:
        yield Reason("week-so-far", numbers, source)
    else:
        yield Reason("week-in-part", numbers, source)
    yield from _beside_training(done)


def _beside_training(done: Done) -> Iterator[Reason]:
    if done.walks:
        yield Reason("week-walks", (("walks", done.walks), ("minutes", round(done.walk_minutes))))
    if done.habits:
        yield Reason("week-habits", (("times", done.habits),))
    if done.pain is not None and done.pain_before is not None:
        yield Reason("week-pain", (("pain", done.pain), ("before", done.pain_before)))
    elif done.pain is not None:
        yield Reason("week-pain-alone", (("pain", done.pain),))


def _ahead(ahead: Plan, *, locked: bool) -> Iterator[Reason]:
    sessions = [day.date for day in ahead.week if day.session]
    if sessions and not locked:
        numbers = (("sessions", len(sessions)), ("day", sessions[0].isoformat()))
        yield Reason("next-sessions", numbers, "mainstay-product")
    yield from (reason for reason in ahead.reasons if reason.code not in _TOLD_ELSEWHERE)


def _expect(catalogue: Catalogue, profile: Profile | None, week: Week, *, advised: bool) -> Iterator[Reason]:
    months = profile.months_in_pain if profile else 0.0
    for row in catalogue.rules.milestones:
        low, high = row.months or (0.0, float("inf"))
        fits = row.week == week.number and low <= months < high
        if week.is_whole and fits and not (advised and row.only_without_advice):
            yield Reason(row.code, source=row.source)


def _measured(results: Results) -> Iterator[MeasureTrack]:
    return (track for track in results.measures if track.judgement.change is not Change.UNKNOWN)
