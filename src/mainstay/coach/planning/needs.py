"""From a person and the rules to the week's selection problem, and its best answer."""

from datetime import timedelta

from mainstay.catalogue import Exercise
from mainstay.catalogue.rules import NeedRule
from mainstay.coach.planning.candidates import Setting, item_today
from mainstay.coach.planning.selection import Need, Option, WeekProblem, WeekSolution, best_week
from mainstay.coach.progression import Mode
from mainstay.kernel import Block, Role


def candidates_for(setting: Setting, rule: NeedRule) -> tuple[Exercise, ...]:
    """Return the exercises of the catalogue that are made for a need, liked ones first."""
    fit = [e for e in setting.catalogue.exercises.values() if _made_for(e, rule)]
    return tuple(sorted(fit, key=lambda e: (-e.preference, e.slug)))


def _made_for(exercise: Exercise, rule: NeedRule) -> bool:
    if rule.role not in exercise.roles:
        return False
    return rule.role is not Role.STRETCH or exercise.direction == rule.direction


def options_for(setting: Setting, rule: NeedRule) -> tuple[Option, ...]:
    """Return what may meet a need today, with its time and worth."""
    return tuple(
        Option(item.exercise, item.seconds, exercise.preference, _once(setting, exercise))
        for exercise in candidates_for(setting, rule)
        if (item := item_today(setting, exercise, full=True))
    )


def _once(setting: Setting, exercise: Exercise) -> int:
    """An exercise that is part of the programme is kept, so that its ladder can be climbed."""
    plan = setting.catalogue.rules.plan
    ladder = setting.person.progression.ladders.get(exercise.slug)
    if ladder is None or ladder.last_done is None:
        return 0
    recent = setting.day - ladder.last_done <= timedelta(days=plan.in_programme_days.whole)
    return plan.in_programme_bonus.whole if recent else 0


def needs_of(setting: Setting, *, strength: bool) -> tuple[NeedRule, ...]:
    """Return the needs of a strength session, or of a light one."""
    rules = setting.catalogue.rules.needs
    if strength or setting.mode is Mode.RELIEF:
        return rules
    return tuple(rule for rule in rules if rule.block is not Block.STRENGTH)


def problem_for(setting: Setting, sessions: int, seconds: int, *, strength: bool) -> WeekProblem:
    """State the selection problem of a week with this many equal sessions of ``seconds`` for exercises."""
    needs = tuple(
        Need(rule.name, rule.worth[:sessions], options_for(setting, rule))
        for rule in needs_of(setting, strength=strength)
    )
    places, distinct = _most(setting)
    return WeekProblem(needs, (seconds,) * sessions, (places,) * sessions, distinct)


def _most(setting: Setting) -> tuple[int, int]:
    """The most exercises in a session, and in a week: few at first."""
    plan = setting.catalogue.rules.plan
    first = setting.person.progression.first_session
    if is_first_day(setting):
        few = plan.first_day_exercises.whole
        return few, few
    if first and setting.day - first < timedelta(days=plan.first_week_days.whole):
        few = plan.first_week_exercises.whole
        return few, few
    return plan.session_exercises.whole, plan.later_exercises.whole


def is_first_day(setting: Setting) -> bool:
    """Whether nothing has been trained before today."""
    first = setting.person.progression.first_session
    return first is None or first == setting.day


def solve(problem: WeekProblem) -> WeekSolution:
    """Return the proven best week."""
    return best_week(problem)
