"""The habits of a day: few, chosen from what the person tolerates, each with its why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from mainstay.catalogue import Habit, HabitKind, Shown
from mainstay.coach.planning.candidates import Setting, own_choice, resting, rungs_today
from mainstay.coach.progression import Mode
from mainstay.kernel import Reason

_ONE_AT_A_TIME = (HabitKind.SET_UP, HabitKind.MOVING)


@dataclass(frozen=True, slots=True)
class DayHabit:
    """A habit offered on a day. ``shown`` is the movement chosen; ``done`` how often it was done that day."""

    habit: str
    shown: Shown | None
    done: int
    why: tuple[Reason, ...]


def habits_on(setting: Setting) -> tuple[DayHabit, ...]:
    """Return the day's habits: breaks, a change of position, one thing to look at, and a stretch."""
    found = [_offered(setting, habit) for habit in _wanted(setting)]
    return tuple(habit for habit in found if habit)


def _wanted(setting: Setting) -> Iterator[Habit]:
    """Yield the habits that may be offered; of what is looked at one at a time, the first that is due."""
    one_given = False
    for habit in setting.catalogue.habits.values():
        if _is_ruled_out(setting, habit):
            continue
        if habit.kind in _ONE_AT_A_TIME:
            due = not one_given and setting.mode is not Mode.RELIEF and _is_due(setting, habit)
            one_given = one_given or due
            if not due:
                continue
        yield habit


def _is_ruled_out(setting: Setting, habit: Habit) -> bool:
    breaks_off = habit.kind is HabitKind.BREAK and _break_minutes(setting) == 0
    return breaks_off or bool(habit_faults(setting, habit))


def habit_faults(setting: Setting, habit: Habit) -> tuple[Reason, ...]:
    """Return every reason why a habit is not for the person; none means that it may be offered."""
    tags = sorted(setting.limits.tags & set(habit.contraindications))
    troubles = sorted(setting.limits.avoid & set(habit.asks_of))
    return (
        *(Reason("contraindicated", (("tag", tag),), "mainstay-product") for tag in tags),
        *(Reason("position-avoided", (("position", one.value),), "mainstay-product") for one in troubles),
    )


def _is_due(setting: Setting, habit: Habit) -> bool:
    """Whether a set-up was never looked at, only today, or long ago."""
    done = setting.person.habits.done.get(habit.slug)
    again = timedelta(days=setting.catalogue.rules.habits.look_again_days.whole)
    return done is None or done.day == setting.day or setting.day - done.day >= again


def _offered(setting: Setting, habit: Habit) -> DayHabit | None:
    """Return the habit with its movement; a stretch is left out where none is open, a break is not."""
    done = setting.person.habits.done.get(habit.slug)
    times = done.times if done and done.day == setting.day else 0
    shown = _movement(setting, habit)
    if habit.kind is HabitKind.STRETCH and shown is None:
        return None
    return DayHabit(habit.slug, shown, times, tuple(_why(setting, habit)))


def movements_on(setting: Setting, habit: Habit) -> tuple[Shown, ...]:
    """Return every movement of a habit that the person tolerates, the day's own first; another each day."""
    fit = tuple(shown for shown in habit.movements if _is_open(setting, shown))
    first = setting.day.toordinal() % len(fit) if fit else 0
    return (*fit[first:], *fit[:first])


def _movement(setting: Setting, habit: Habit) -> Shown | None:
    return next(iter(movements_on(setting, habit)), None)


def _is_open(setting: Setting, shown: Shown) -> bool:
    exercise = setting.catalogue.exercises[shown.exercise]
    if own_choice(setting, exercise) or resting(setting, exercise):
        return False
    return exercise.rung_index(shown.rung) in rungs_today(setting, exercise)


def _why(setting: Setting, habit: Habit) -> Iterator[Reason]:
    rules, source = setting.catalogue.rules.habits, habit.sources[0]
    match habit.kind:
        case HabitKind.BREAK:
            told = _break_minutes(setting)
            numbers = (("minutes", rules.break_minutes.whole if told is None else told),)
            yield Reason("habit-break", numbers, rules.break_minutes.source)
        case HabitKind.POSITION:
            yield Reason("habit-position", source=source)
        case HabitKind.STRETCH:
            most = (("times", rules.stretches_a_day.whole),)
            yield Reason("habit-stretch", most, rules.stretches_a_day.source)
        case HabitKind.SET_UP | HabitKind.MOVING:
            yield Reason("habit-one-at-a-time", source=rules.look_again_days.source)


def _break_minutes(setting: Setting) -> int | None:
    """The minutes of sitting after which the person wants a break; 0 for none, None where not told."""
    return setting.person.profile.break_minutes if setting.person.profile else None
