"""The walk of the coming weeks, if they go well: a look ahead, not a promise."""

from dataclasses import dataclass
from datetime import date, timedelta

from mainstay.catalogue.rules import WalkingRules
from mainstay.coach.habits.ramp import as_if_walked, is_brisk, minutes_of, rolled
from mainstay.coach.habits.state import Walking


@dataclass(frozen=True, slots=True)
class WalkWeek:
    """A week's walk: ``minutes`` a day, and whether the pace may grow. ``first`` is its first day."""

    first: date
    minutes: int
    brisk: bool


def weeks_ahead(rules: WalkingRules, walking: Walking, day: date, weeks: int) -> tuple[WalkWeek, ...]:
    """Return the week of ``day`` and those after it, as if just enough days of each were walked.

    ``walking`` is as it stands on the day; where no week has begun yet, it begins on the day.
    """
    found = list[WalkWeek]()
    first = walking.begins or day
    for _ in range(weeks):
        asked = minutes_of(rules, walking)
        found.append(WalkWeek(first, asked, is_brisk(rules, walking)))
        for ahead in range(rules.days_to_grow.whole):
            walking = as_if_walked(walking, first + timedelta(days=ahead), asked)
        first += timedelta(days=7)
        walking = rolled(rules, walking, first, flare=False)
    return tuple(found)
