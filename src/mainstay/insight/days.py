"""A diary as days: what each one was like. A day that was not told of is not in here."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from mainstay.catalogue import InsightRules
from mainstay.coach import standing_events
from mainstay.kernel import Event

_TRAINED = ("set_performed", "session_finished")
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Days:
    """What is known of the days of one window.

    ``pain`` is the first answer of a day, 0-10; ``sleep`` the hours of the night before. ``walked`` are
    minutes: 0 on a day near others with walks, and nothing where nobody may have noted them.
    """

    pain: Mapping[date, float]
    sleep: Mapping[date, float]
    walked: Mapping[date, float]
    trained: frozenset[date]
    first_trained: date | None


def days_of(rules: InsightRules, events: Iterable[Event], on: date) -> Days:
    """Return the days of the window that ends the day before ``on``: today is not over."""
    first = on - timedelta(days=rules.window_days.whole)
    told = [event for event in standing_events(events) if first <= event.day < on]
    pain: dict[date, float] = {}
    sleep: dict[date, float] = {}
    for event in told:
        if event.kind == "day_checked_in":
            pain.setdefault(event.day, event.fields["pain_now"])
            if "sleep_hours" in event.fields:
                sleep.setdefault(event.day, event.fields["sleep_hours"])
        elif event.kind == "morning_after":
            pain.setdefault(event.day, event.fields["pain"])
    trained = frozenset(event.day for event in told if event.kind in _TRAINED)
    walked = _walked(told, rules.walk_gap_days.whole)
    return Days(pain, sleep, walked, trained, min(trained, default=None))


def _walked(events: Iterable[Event], gap: int) -> dict[date, float]:
    """Return the minutes walked on each day that lies at most ``gap`` days from a walk on either side."""
    minutes: dict[date, float] = defaultdict(float)
    for event in events:
        if event.kind == "walk_logged":
            minutes[event.day] += event.fields["minutes"]
    noted = sorted(minutes)
    for day, following in pairwise(noted):
        between = (following - day).days
        for number in range(1, between):
            if min(number, between - number) <= gap:
                minutes[day + number * _DAY] = 0.0
    return minutes


def usual(values: Iterable[float]) -> float:
    """Return the middle of what a person does; 0 where nothing is known."""
    return median(list(values) or [0.0])
