"""Who may do which self-test today, and when it comes back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from mainstay.catalogue import Catalogue, SelfTest
from mainstay.coach.limits import Limits, effort_faults
from mainstay.coach.outcomes.trials import Trial, tested_sides
from mainstay.kernel import Clearance, Reason, Side


class Readiness(StrEnum):
    """Whether a self-test is offered. ``check-in`` is due as soon as the day's pain is known."""

    DUE = "due"
    CHECK_IN = "check-in"
    LATER = "later"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Condition:
    """How a person is on a day.

    ``questions_due`` says that safety questions come before the next session; ``pain_now`` is None until
    they have checked in.
    """

    clearance: Clearance
    locked: bool
    questions_due: bool
    in_flare: bool
    pain_now: int | None
    limits: Limits
    started: date | None


@dataclass(frozen=True, slots=True)
class Offer:
    """One self-test on one day.

    ``sides`` are those still to be done, ``due_on`` the day from which it is due (None while nothing has
    begun), ``ready_at`` the end of the rest after another test of endurance, None where no rest is due.
    """

    readiness: Readiness
    why: tuple[Reason, ...]
    sides: tuple[Side | None, ...]
    due_on: date | None
    ready_at: datetime | None


def offer(
    catalogue: Catalogue,
    test: SelfTest,
    condition: Condition,
    trials: Mapping[str, Sequence[Trial]],
    on: date,
) -> Offer:
    """Return whether a self-test is for today; closed wins over later, later over due."""
    rules = catalogue.rules.outcomes
    due = _due_days(catalogue, test, condition, trials.get(test.slug, ()))
    open_sides = tuple(side for side, day in due.items() if day is not None and day <= on)
    days = [day for day in due.values() if day is not None]
    due_on = min(days) if days else None
    rest = timedelta(minutes=rules.test_rest_minutes.value)
    ready_at = _last_endurance(catalogue, trials, on) if test.endurance else None
    readiness, why = _readiness(catalogue, test, condition, due_on, on)
    return Offer(readiness, why, open_sides, due_on, ready_at + rest if ready_at else None)


def _readiness(
    catalogue: Catalogue, test: SelfTest, condition: Condition, due_on: date | None, on: date
) -> tuple[Readiness, tuple[Reason, ...]]:
    rules = catalogue.rules.outcomes
    closed = tuple(_closed(catalogue, test, condition))
    if closed:
        return Readiness.CLOSED, closed
    if due_on is None:
        days = (("days", rules.test_first_days.whole),)
        return Readiness.LATER, (Reason("test-after-start", days, rules.test_first_days.source),)
    if on < due_on:
        until = (("day", due_on.isoformat()),)
        return Readiness.LATER, (Reason("test-due-on", until, rules.test_repeat_weeks.source),)
    if condition.pain_now is None:
        return Readiness.CHECK_IN, (Reason("test-check-in", source=rules.test_pain_max.source),)
    return Readiness.DUE, ()


def _closed(catalogue: Catalogue, test: SelfTest, condition: Condition) -> Iterator[Reason]:
    most = catalogue.rules.outcomes.test_pain_max
    if condition.locked or condition.clearance not in test.open_to:
        yield Reason("test-not-cleared", source="mainstay-product")
    elif condition.questions_due:
        yield Reason("test-questions-first", source="mainstay-product")
    if condition.in_flare:
        yield Reason("test-in-flare", source="mainstay-product")
    if condition.pain_now is not None and condition.pain_now > most.value:
        yield Reason("test-pain", (("pain", condition.pain_now), ("limit", most.whole)), most.source)
    yield from effort_faults(catalogue, test, condition.limits)


def _due_days(
    catalogue: Catalogue, test: SelfTest, condition: Condition, trials: Sequence[Trial]
) -> Mapping[Side | None, date | None]:
    """Return the day from which each side is due; None before the first session."""
    rules = catalogue.rules.outcomes
    again = timedelta(weeks=rules.test_repeat_weeks.value)
    first = condition.started and condition.started + timedelta(days=rules.test_first_days.whole)
    last = {trial.side: trial.day for trial in trials}
    return {side: last[side] + again if side in last else first for side in tested_sides(test)}


def _last_endurance(catalogue: Catalogue, trials: Mapping[str, Sequence[Trial]], on: date) -> datetime | None:
    """Return when the last test of endurance of the day was done, of whatever kind."""
    newest = (trials[slug][-1].at for slug in trials if catalogue.tests[slug].endurance)
    return max((at for at in newest if at.date() == on), default=None)
