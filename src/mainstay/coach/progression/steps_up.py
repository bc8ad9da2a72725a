"""One step up at most for a session, two in a week; what else was good waits, and is told why."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from mainstay.coach.decision import Decision, Place, Verdict
from mainstay.coach.progression.ladder import load_at, rank_at, step_up
from mainstay.coach.progression.moment import Moment, Outcome
from mainstay.coach.progression.state import Progression, StepUp
from mainstay.coach.progression.steps_down import moved_to
from mainstay.kernel import Block, Reason

_WEEK = timedelta(days=7)


def best_step_up(moment: Moment, state: Progression, ready: Iterable[str]) -> Outcome:
    """Give the step up of a good session to one exercise: the one that has waited longest.

    Ties go to strength work, then to the lower spinal load, then to the slug. The others are
    maintained, with the reason.
    """
    decisions: list[Decision] = []
    given = 0
    limit = moment.rules.progress.ups_per_session
    for slug in sorted(ready, key=lambda s: _turn(moment, state, s)):
        was = state.ladders[slug].place
        target, reason = _next(moment, state, slug)
        if target and given >= limit.whole:
            target, reason = None, Reason("one-step-a-session", (("limit", limit.whole),), limit.source)
        if target:
            given += 1
            state = _stepped(moment, state, slug, target)
        verdict = Verdict.PROGRESS if target else Verdict.MAINTAIN
        decisions.append(moment.decide(slug, verdict, was, target or was, (reason,)))
    return state, tuple(decisions)


def _turn(moment: Moment, state: Progression, slug: str) -> tuple[date, bool, int, str]:
    ladder, exercise = state.ladders[slug], moment.catalogue.exercises[slug]
    supports = exercise.block is not Block.STRENGTH
    return (ladder.last_up or date.min, supports, rank_at(exercise, ladder.place), slug)


def _next(moment: Moment, state: Progression, slug: str) -> tuple[Place | None, Reason]:
    """Return the next place and why, or None and what it is still waiting for."""
    rules, ladder = moment.rules.progress, state.ladders[slug]
    exercise = moment.catalogue.exercises[slug]
    days = (moment.day - ladder.since).days if ladder.since else 0
    if ladder.good < rules.good_sessions.whole:
        numbers = (("good", ladder.good), ("needed", rules.good_sessions.whole))
        return None, Reason("more-good-sessions", numbers, rules.good_sessions.source)
    if days < rules.min_days.whole:
        numbers = (("days", days), ("needed", rules.min_days.whole))
        return None, Reason("more-days", numbers, rules.min_days.source)
    target = step_up(exercise, ladder.place, moment.open_rungs(exercise))
    if target is None:
        return None, Reason("top-of-ladder", source="mainstay-product")
    blocked = _week_is_full(moment, state, slug, target)
    if blocked:
        return None, blocked
    numbers = (("good", ladder.good), ("days", days))
    return target, Reason("good-sessions", numbers, rules.good_sessions.source)


def _week_is_full(moment: Moment, state: Progression, slug: str, target: Place) -> Reason | None:
    rules = moment.rules.progress
    recent = _recent(moment, state)
    if len(recent) >= rules.ups_per_week.whole:
        return Reason("two-steps-a-week", (("limit", rules.ups_per_week.whole),), rules.ups_per_week.source)
    week = sum(load for when, load in state.loads if moment.day - when < _WEEK)
    added = sum(up.added for up in recent) + _added(moment, state, slug, target)
    if recent and added > rules.load_rise_week.value * week:
        percent = round(100 * added / week) if week else 100
        numbers = (("percent", percent), ("limit", round(100 * rules.load_rise_week.value)))
        return Reason("weekly-load-cap", numbers, rules.load_rise_week.source)
    return None


def _recent(moment: Moment, state: Progression) -> tuple[StepUp, ...]:
    return tuple(up for up in state.step_ups if moment.day - up.day < _WEEK)


def _added(moment: Moment, state: Progression, slug: str, target: Place) -> float:
    """The load a step adds to a week like the last one: its extra load a session times the sessions."""
    exercise = moment.catalogue.exercises[slug]
    extra = load_at(exercise, target) - load_at(exercise, state.ladders[slug].place)
    sessions = sum(1 for when, _ in state.loads if moment.day - when < _WEEK)
    return max(0.0, extra) * sessions


def _stepped(moment: Moment, state: Progression, slug: str, target: Place) -> Progression:
    moved = moved_to(state.ladders[slug], target, moment.decision_id(slug))
    step = StepUp(moment.day, moment.decision_id(slug), _added(moment, state, slug, target))
    return replace(
        state,
        ladders={**state.ladders, slug: replace(moved, last_up=moment.day)},
        step_ups=(*_recent(moment, state), step),
    )
