"""The facts of a week by name, which the rules for suggestions look at; None is not known."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from mainstay.catalogue.outcome_rules import Fact
from mainstay.catalogue.rules import Rules
from mainstay.coach.outcomes import Readiness
from mainstay.coach.planning import Plan
from mainstay.coach.results import Results
from mainstay.coach.weekly.week import Done, Week
from mainstay.kernel import Reason

Facts = Mapping[Fact, float | None]

_LOOK = "look-little-change"
_WEEK = timedelta(days=7)
_FOR_TODAY = (Readiness.DUE, Readiness.CHECK_IN)


def facts_of(
    week: Week,
    done: Done,
    target: int,
    results: Results,
    plan: Plan,
    *,
    locked: bool,
    advice: Sequence[Reason],
) -> Facts:
    """Return every fact; a week that is not whole has no share of its target."""
    whole, on = week.is_whole and not locked, results.on
    return {
        Fact.LOCKED: locked or not any(day.session for day in plan.week),
        Fact.ADVISED: sum(reason.code != _LOOK for reason in advice),
        Fact.LOOK: sum(reason.code == _LOOK for reason in advice),
        Fact.FLARE: done.had_flare,
        Fact.SESSIONS: done.sessions if whole else None,
        Fact.SHARE: done.sessions / target if whole and target else None,
        Fact.MORNINGS_UNKNOWN: done.mornings_unknown,
        Fact.MEASURES_DUE: sum(
            _is_new(track.due.opens if track.due else None, on) for track in results.measures
        ),
        Fact.TESTS_DUE: sum(
            track.offer.readiness in _FOR_TODAY and _is_new(track.offer.due_on, on) for track in results.tests
        ),
        Fact.WALKS: done.walks,
        Fact.WALKING_OPEN: any(day.walk_minutes for day in plan.week),
    }


def _is_new(due: date | None, on: date) -> bool:
    """Whether something has become due within a week: what was let be once is not suggested again."""
    return due is not None and on - _WEEK < due <= on


def suggestion(rules: Rules, facts: Facts) -> Reason:
    """Return the first suggestion whose conditions all hold."""
    rule = next(rule for rule in rules.suggestions if all(one.holds(facts[one.fact]) for one in rule.when))
    return Reason(rule.code, source=rule.source)
