"""The questions: which days or weeks are compared, and by what."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import mean

from mainstay.catalogue import Catalogue, InsightRules
from mainstay.insight.days import Days, usual
from mainstay.kernel import Number

_DAY = timedelta(days=1)
_MONDAY = date(1970, 1, 5)


@dataclass(frozen=True, slots=True)
class Sample:
    """The two kinds of days or weeks of one question, oldest first.

    ``times`` are days or weeks since 1970, ``pain`` the pain there, and ``with_it`` whether the thing that
    is asked about came before. ``needed`` and ``each`` say how many it takes, in all and of each kind.
    ``numbers`` are what the question's words need.
    """

    times: tuple[int, ...]
    pain: tuple[float, ...]
    with_it: tuple[bool, ...]
    weekly: bool
    needed: int
    each: int
    numbers: tuple[tuple[str, Number], ...] = ()

    @property
    def enough(self) -> bool:
        """Whether there are enough, in all and of each kind."""
        fewer = min(sum(self.with_it), len(self.with_it) - sum(self.with_it))
        return len(self.times) >= self.needed and fewer >= self.each


def samples(catalogue: Catalogue, days: Days) -> Mapping[str, Sample]:
    """Return the sample of every question, whether it is enough or not."""
    return {name: ask(catalogue.rules.insight, days) for name, ask in QUESTIONS.items()}


def _after_walking(rules: InsightRules, days: Days) -> Sample:
    """The day after a day of walking: some minutes, or the usual ones where nearly every day has those."""
    enough = _enough_walking(rules, tuple(days.walked.values()))
    before = {day + _DAY: minutes >= enough for day, minutes in days.walked.items()}
    return _daily(rules, days, before, (("minutes", round(enough)),))


def _enough_walking(rules: InsightRules, minutes: tuple[float, ...]) -> float:
    least = rules.walk_minutes.value
    others = sum(1 for one in minutes if one < least)
    return least if others >= rules.walk_share.value * len(minutes) else usual(minutes)


def _after_training(rules: InsightRules, days: Days) -> Sample:
    """The day after a day of training."""
    first = days.first_trained
    before = {day: day - _DAY in days.trained for day in days.pain if first and day > first}
    return _daily(rules, days, before)


def _after_sleep(rules: InsightRules, days: Days) -> Sample:
    """The day after a night at least as long as is usual for the person."""
    enough = usual(days.sleep.values())
    told = (("hours", enough),) if days.sleep else ()
    return _daily(rules, days, {day: hours >= enough for day, hours in days.sleep.items()}, told)


def _after_full_weeks(rules: InsightRules, days: Days) -> Sample:
    """The week after a week with the sessions that the programme asks for."""
    weeks: dict[int, list[float]] = {}
    for day, pain in days.pain.items():
        weeks.setdefault(_week(day), []).append(pain)
    full = rules.week_sessions.whole
    sessions = dict.fromkeys(weeks, 0)
    for day in days.trained:
        sessions[_week(day)] = sessions.get(_week(day), 0) + 1
    first = _week(days.first_trained) if days.first_trained else None
    told = sorted(w for w, pains in weeks.items() if len(pains) >= rules.week_mornings.whole)
    kept = [week for week in told if first is not None and week > first]
    return Sample(
        tuple(kept),
        tuple(mean(weeks[week]) for week in kept),
        tuple(sessions.get(week - 1, 0) >= full for week in kept),
        True,
        rules.weeks_min.whole,
        rules.weeks_each.whole,
        (("sessions", full),),
    )


QUESTIONS: Mapping[str, Callable[[InsightRules, Days], Sample]] = {
    "after-walking": _after_walking,
    "after-training": _after_training,
    "after-sleep": _after_sleep,
    "after-full-weeks": _after_full_weeks,
}
"""Every question, in the order in which they are shown."""


def _daily(
    rules: InsightRules, days: Days, before: Mapping[date, bool], numbers: tuple[tuple[str, Number], ...] = ()
) -> Sample:
    kept = sorted(day for day in days.pain if day in before)
    return Sample(
        tuple((day - _MONDAY).days for day in kept),
        tuple(days.pain[day] for day in kept),
        tuple(before[day] for day in kept),
        False,
        rules.mornings_min.whole,
        rules.mornings_each.whole,
        numbers,
    )


def _week(day: date) -> int:
    return (day - _MONDAY).days // 7
