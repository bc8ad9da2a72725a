"""How the minutes of a walk grow from week to week, stay, and come down again."""

from dataclasses import replace
from datetime import date, timedelta
from math import floor

from mainstay.catalogue.rules import WalkingRules
from mainstay.coach.habits.state import DayWalked, Walking
from mainstay.kernel import Reason

_WEEK = 7
_ROUNDING = 1e-9


def minutes_of(rules: WalkingRules, walking: Walking) -> int:
    """Return the minutes of a day's walk: the person's own, grown by its steps toward the goal.

    Someone whose own minutes are above the goal keeps them; someone with none is asked for none.
    """
    own = own_minutes(rules, walking)
    least, most = min(own, rules.relief_minutes.whole), max(own, rules.goal_minutes.whole)
    grown = floor(own * (1 + rules.ramp.value) ** walking.step + _ROUNDING)
    return max(least, min(most, grown))


def own_minutes(rules: WalkingRules, walking: Walking) -> int:
    """Return where the walk begins."""
    return rules.default_minutes.whole if walking.own is None else walking.own


def at_goal(rules: WalkingRules, walking: Walking) -> bool:
    """Whether the walk is as long as it is meant to become."""
    return minutes_of(rules, walking) >= max(own_minutes(rules, walking), rules.goal_minutes.whole)


def is_brisk(rules: WalkingRules, walking: Walking) -> bool:
    """Whether enough good weeks at the goal have passed for the pace to grow."""
    return at_goal(rules, walking) and walking.weeks_at_goal >= rules.brisk_weeks.value


def eased(rules: WalkingRules, walking: Walking, steps: int) -> Walking:
    """Return the walk so many steps shorter, down to the shortest bout, or to the person's own below it."""
    walking = replace(walking, held=True, weeks_at_goal=0)
    for _ in range(steps):
        shorter = replace(walking, step=walking.step - 1)
        if minutes_of(rules, walking) == min(own_minutes(rules, walking), rules.relief_minutes.whole):
            break
        walking = shorter
    return walking


def rolled(rules: WalkingRules, walking: Walking, day: date, *, flare: bool) -> Walking:
    """Return the walk in the week of ``day``: each week that has ended meanwhile has had its say.

    ``flare`` says that a flare-up is on, in which nothing grows and nothing is missed.
    """
    while walking.begins is not None and day >= walking.begins + timedelta(days=_WEEK):
        weeks = (day - walking.begins).days // _WEEK
        ended = _ended(rules, walking, flare=flare)
        # From here on every week is as empty as the last one: go to the day's own week at once.
        settled = not walking.days and ended == replace(walking, held=False)
        begins = walking.begins + timedelta(days=_WEEK * (weeks if settled else 1))
        walking = replace(ended, begins=begins, days=())
    return walking


def _ended(rules: WalkingRules, walking: Walking, *, flare: bool) -> Walking:
    """Judge a week that is over; the kindest reading first."""
    fresh = replace(walking, held=False)
    if flare or walking.held:
        return fresh
    if not walking.days:
        return _empty(rules, fresh)
    fresh = replace(fresh, empty_weeks=0)
    asked = minutes_of(rules, walking)
    good = sum(day.minutes >= asked * rules.day_share.value for day in walking.days)
    if good < rules.days_to_grow.value:
        return replace(fresh, why=_stays(rules, fresh))
    if at_goal(rules, fresh):
        why = Reason("walk-goal", (("minutes", asked),), rules.goal_minutes.source)
        weeks = min(fresh.weeks_at_goal + 1, rules.brisk_weeks.whole)
        return replace(fresh, weeks_at_goal=weeks, why=why)
    grown = replace(fresh, step=fresh.step + 1)
    numbers = (("days", good), ("was", asked), ("minutes", minutes_of(rules, grown)))
    if minutes_of(rules, grown) == asked:  # a tenth of a few minutes is not a minute yet
        return replace(grown, why=_stays(rules, grown))
    return replace(grown, why=Reason("walk-grown", numbers, rules.ramp.source))


def _empty(rules: WalkingRules, walking: Walking) -> Walking:
    """A week without a walk: some change nothing, each further one leads a step back to the own minutes."""
    keep = rules.keep_weeks.whole
    if walking.empty_weeks < keep or walking.step <= 0:
        empty = min(walking.empty_weeks + 1, keep)
        # What eased the walk below the person's own minutes still says why it is short.
        why = walking.why if walking.step < 0 else _stays(rules, walking)
        return replace(walking, empty_weeks=empty, why=why)
    back = replace(walking, step=max(0, walking.step - rules.week_steps.whole), weeks_at_goal=0)
    numbers = (("minutes", minutes_of(rules, back)),)
    return replace(back, why=Reason("walk-back-weeks", numbers, rules.week_steps.source))


def _stays(rules: WalkingRules, walking: Walking) -> Reason | None:
    """Say that the minutes stay; at the start there is nothing to say beyond where they come from."""
    if walking.step == 0:
        return None
    numbers = (("minutes", minutes_of(rules, walking)),)
    return Reason("walk-stays", numbers, rules.days_to_grow.source)


def with_minutes(walking: Walking, day: date, minutes: float, *, counted: bool) -> Walking:
    """Add a walk, or what an app counted for a whole day, to its day of the week."""
    known = next((one for one in walking.days if one.day == day), DayWalked(day))
    told = (
        replace(known, counted=max(known.counted, minutes))
        if counted
        else replace(known, walks=known.walks + minutes)
    )
    others = tuple(one for one in walking.days if one.day != day)
    recent = (*(one for one in walking.recent if one != day), day)[-2:]
    return replace(walking, begins=walking.begins or day, days=(*others, told), recent=recent)


def as_if_walked(walking: Walking, day: date, minutes: int) -> Walking:
    """Return the walk as if a day's minutes had been walked, to look ahead."""
    return with_minutes(walking, day, minutes, counted=False) if minutes else walking
