"""Why an exercise is, or is not, in the plan."""

from dataclasses import replace
from datetime import date

from mainstay.catalogue import Catalogue, Exercise
from mainstay.coach.person import Person, clearance_on
from mainstay.coach.planning.candidates import Setting, refusals, setting_on
from mainstay.coach.planning.needs import candidates_for, is_first_day, needs_of, problem_for, solve
from mainstay.coach.planning.preview import on_return
from mainstay.coach.planning.selection import WeekProblem
from mainstay.coach.planning.today import week_pattern
from mainstay.coach.planning.warm_up import warm_up
from mainstay.kernel import Reason


def why_not(catalogue: Catalogue, person: Person, slug: str, day: date) -> tuple[Reason, ...]:
    """Return why an exercise is not in this week's plan; a single ``in-plan`` reason where it is.

    Raises KeyError for a slug that the catalogue does not have.
    """
    exercise = catalogue.exercises[slug]
    person = on_return(catalogue, person, day)
    verdict = clearance_on(catalogue, person, day)
    if verdict.locked or person.profile is None:
        return verdict.reasons or (Reason("no-profile", source="mainstay-product"),)
    setting = setting_on(catalogue, person, day)
    refused = refusals(setting, exercise)
    return refused or _outranked(setting, exercise)


def _outranked(setting: Setting, exercise: Exercise) -> tuple[Reason, ...]:
    rules = [r for r in needs_of(setting, strength=True) if exercise in candidates_for(setting, r)]
    if not rules:
        return (Reason("no-need", source="mainstay-product"),)
    problem = _problem(setting)
    best = solve(problem)
    chosen = {placed.exercise: placed.need for day in best.sessions for placed in day}
    if exercise.slug in chosen:
        return (Reason("in-plan", (("need", chosen[exercise.slug]),), "mainstay-product"),)
    instead = {need: slug for slug, need in chosen.items()}
    found = []
    for rule in rules:
        worse = best.worth - solve(_forced(problem, rule.name, exercise.slug)).worth
        numbers = (("need", rule.name), ("instead", instead.get(rule.name, "")), ("worth_less", worse))
        found.append(Reason("others-first", numbers, "mainstay-product"))
    return tuple(found)


def _problem(setting: Setting) -> WeekProblem:
    sessions = 1 if is_first_day(setting) else max(1, len(week_pattern(setting).strength))
    left = setting.session_seconds - sum(item.seconds for item in warm_up(setting))
    return problem_for(setting, sessions, left, strength=True)


def _forced(problem: WeekProblem, need_name: str, slug: str) -> WeekProblem:
    """The same problem with only this exercise for the need."""
    needs = tuple(
        replace(need, options=tuple(o for o in need.options if o.exercise == slug))
        if need.name == need_name
        else need
        for need in problem.needs
    )
    return replace(problem, needs=needs)
