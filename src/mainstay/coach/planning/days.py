"""Which weekdays are for strength, which for a light session, which for rest."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise

from mainstay.catalogue import Catalogue
from mainstay.coach.profile import Experience, Profile

_WEEK = 7


@dataclass(frozen=True, slots=True)
class WeekPattern:
    """Weekday numbers, Monday 0. Strength days are not consecutive where the person's days allow."""

    strength: tuple[int, ...]
    light: tuple[int, ...]


def pattern(catalogue: Catalogue, profile: Profile, anchor: date) -> WeekPattern:
    """Choose the training days among the person's own.

    As many strength days as wanted that do not touch each other (over the week's end too), the week's
    first falling on ``anchor``'s weekday where possible, spread as evenly as possible. Where fewer than
    two fit, consecutive days are used. Days left to reach the number of sessions are light.
    """
    wanted = sessions_a_week(catalogue, profile)
    offered = sorted(profile.days, key=lambda day: (day - anchor.weekday()) % _WEEK)
    strength = _strength_days(offered, wanted, catalogue.rules.plan.strength_days_min.whole)
    left = [day for day in offered if day not in strength]
    return WeekPattern(tuple(sorted(strength)), tuple(sorted(left[: wanted - len(strength)])))


def sessions_a_week(catalogue: Catalogue, profile: Profile) -> int:
    """Return how many sessions a week are meant for a person, never more than the days they offer."""
    rules = catalogue.rules.plan
    regular = profile.experience is Experience.REGULAR
    wanted = (rules.regular_sessions_a_week if regular else rules.sessions_a_week).whole
    return min(wanted, len(profile.days))


def _strength_days(offered: list[int], wanted: int, least: int) -> tuple[int, ...]:
    for size in range(wanted, 0, -1):
        apart = [days for days in combinations(offered, size) if not _touching(days)]
        if apart and (size >= least or size == wanted):
            return max(apart, key=_spread)
    return max(combinations(offered, min(least, wanted)), key=_spread)


def _touching(days: Iterable[int]) -> bool:
    chosen = set(days)
    return any((day + 1) % _WEEK in chosen for day in chosen)


def _spread(days: tuple[int, ...]) -> int:
    """The smallest number of days from one session to the next, round the week."""
    ordered = sorted(days)
    gaps = [later - earlier for earlier, later in pairwise(ordered)]
    return min([*gaps, ordered[0] + _WEEK - ordered[-1]])
