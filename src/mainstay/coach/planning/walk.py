"""The walk of a day: its minutes, its pace, and why."""

from dataclasses import dataclass
from datetime import date, timedelta

from mainstay.coach.habits import Walking, WalkWeek, is_brisk, minutes_of, rolled, weeks_ahead
from mainstay.coach.limits import rung_faults
from mainstay.coach.planning.candidates import Setting, resting
from mainstay.coach.progression import Mode
from mainstay.kernel import Direction, Reason

_WALKING, _EASY, _BRISK = "walking", "easy", "brisk"


@dataclass(frozen=True, slots=True)
class Walk:
    """A day's walk.

    ``minutes`` of one bout, of which ``bouts`` are asked for; ``rung`` is the pace, a rung of ``walking``.
    The week asks for any ``days``, and ``walked`` are done in this one; more and fewer are both fine.
    """

    minutes: int
    bouts: int
    rung: str
    days: int
    walked: int
    why: tuple[Reason, ...]


def walk_on(setting: Setting) -> Walk | None:
    """Return the day's walk; None where walking provokes, rests, or the person has taken it out."""
    exercise = setting.catalogue.exercises[_WALKING]
    vetoed = _WALKING in setting.person.progression.excluded
    if Direction.WALKING in setting.limits.provoked_by or vetoed or resting(setting, exercise):
        return None
    rules = setting.catalogue.rules.walking
    walking = walking_on(setting)
    minutes = minutes_of(rules, walking)
    short = _short(setting, walking)
    if short and minutes:
        bout, bouts = min(rules.relief_minutes.whole, minutes), rules.relief_bouts.whole
        return Walk(bout, bouts, _EASY, rules.goal_days.whole, len(walking.days), (short,))
    rung, why = _pace(setting, walking)
    return Walk(minutes, 1, rung, rules.goal_days.whole, len(walking.days), (_why(setting, walking), *why))


def walking_on(setting: Setting) -> Walking:
    """Return where the walk stands on the day."""
    flare = setting.person.progression.flare is not None
    walking = setting.person.habits.walking
    return rolled(setting.catalogue.rules.walking, walking, setting.day, flare=flare)


def walk_weeks(setting: Setting, weeks: int) -> tuple[WalkWeek, ...]:
    """Return the walk of the day's week and of those after it, if they go well."""
    return weeks_ahead(setting.catalogue.rules.walking, walking_on(setting), setting.day, weeks)


def walk_unheard(setting: Setting) -> date | None:
    """Return yesterday where a walk was noted and nothing is known of the morning after; else None.

    In a flare-up nobody is asked: its mornings say nothing of a walk.
    """
    walking, yesterday = walking_on(setting), setting.day - timedelta(days=1)
    known = yesterday not in walking.recent or walking.heard == yesterday
    return None if known or setting.mode is Mode.RELIEF else yesterday


def _short(setting: Setting, walking: Walking) -> Reason | None:
    """Why today is a day of short bouts, where it is one."""
    rules = setting.catalogue.rules.walking
    numbers = (("bouts", rules.relief_bouts.whole),)
    if setting.mode is Mode.RELIEF:
        return Reason("walk-short-relief", numbers, rules.relief_minutes.source)
    if walking.legs_on == setting.day:
        return Reason("walk-short-leg", numbers, rules.relief_minutes.source)
    return None


def _why(setting: Setting, walking: Walking) -> Reason:
    """Say what decided the minutes last, or where they begin."""
    rules = setting.catalogue.rules.walking
    if walking.why:
        return walking.why
    numbers = (("minutes", minutes_of(rules, walking)),)
    if walking.own is None:
        return Reason("walk-begins", numbers, rules.default_minutes.source)
    if walking.own == 0:
        return Reason("walk-not-yet", source=rules.default_minutes.source)
    return Reason("walk-own-minutes", numbers, rules.ramp.source)


def _pace(setting: Setting, walking: Walking) -> tuple[str, tuple[Reason, ...]]:
    """Return the pace: brisk once the length is there, on a normal day, where that rung is open."""
    rules, exercise = setting.catalogue.rules.walking, setting.catalogue.exercises[_WALKING]
    if setting.mode is not Mode.NORMAL or not is_brisk(rules, walking):
        return _EASY, ()
    if rung_faults(setting.catalogue, exercise, exercise.rung(_BRISK), setting.limits):
        return _EASY, ()
    return _BRISK, (Reason("walk-brisk", (("weeks", rules.brisk_weeks.whole),), rules.brisk_weeks.source),)
