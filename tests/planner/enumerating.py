"""The best week by trying everything: for problems of a few needs, and beyond any doubt."""

from itertools import combinations, product

from mainstay.coach.planning.selection import Need, Option, WeekProblem

Choice = tuple[Option | None, tuple[int, ...], int]
"""What meets a need, in which sessions, and what that is worth."""


def enumerated_worth(problem: WeekProblem) -> int:
    """Return what the best of all weeks is worth."""
    choices = [_choices(problem, need) for need in problem.needs]
    return max(_worth_if_legal(problem, week) for week in product(*choices))


def _choices(problem: WeekProblem, need: Need) -> list[Choice]:
    sessions = range(len(problem.seconds))
    choices: list[Choice] = [(None, (), 0)]
    for option in need.options:
        for count in range(1, min(len(need.worth), len(sessions)) + 1):
            worth = sum(need.worth[:count]) + count * option.value + option.once
            choices += [(option, where, worth) for where in combinations(sessions, count)]
    return choices


def _worth_if_legal(problem: WeekProblem, week: tuple[Choice, ...]) -> int:
    used = [option.exercise for option, _, _ in week if option]
    if len(set(used)) != len(used) or len(used) > problem.distinct:
        return 0
    for session, (seconds, places) in enumerate(zip(problem.seconds, problem.places, strict=True)):
        here = [option.seconds for option, where, _ in week if option and session in where]
        if sum(here) > seconds or len(here) > places:
            return 0
    return sum(worth for _, _, worth in week)
