"""The week search finds the best legal week, always the same one."""

from dataclasses import replace

import pytest

from mainstay.coach.planning.selection import Need, Option, Placement, WeekProblem, WeekSolution, best_week
from mainstay.coach.planning.selection.beam import Beam
from mainstay.coach.planning.selection.bound import first_bound
from mainstay.coach.planning.selection.model import model_of
from mainstay.coach.planning.selection.proof import better_week
from tests.planner.cp_sat import cp_sat_worth
from tests.planner.problems import ADVERSARIAL, everything_fits, few_places, nothing_fits, problems, small


def worth_of(problem: WeekProblem, solution: WeekSolution) -> int:
    """Count a solution's worth again from nothing, and check on the way that it is legal."""
    times: dict[str, list[str]] = {}
    for index, session in enumerate(solution.sessions):
        needs = [placed.need for placed in session]
        assert len(needs) == len(set(needs)), "a need stands twice in a session"
        assert len(session) <= problem.places[index]
        assert sum(option_of(problem, placed).seconds for placed in session) <= problem.seconds[index]
        for placed in session:
            times.setdefault(placed.need, []).append(placed.exercise)
    used = [exercises[0] for exercises in times.values()]
    assert all(len(set(exercises)) == 1 for exercises in times.values()), "a need uses two exercises"
    assert len(used) == len(set(used)) <= problem.distinct, (
        "an exercise meets two needs, or there are too many"
    )
    return sum(_need_worth(problem, name, exercises) for name, exercises in times.items())


def _need_worth(problem: WeekProblem, name: str, exercises: list[str]) -> int:
    need = next(need for need in problem.needs if need.name == name)
    option = option_of(problem, Placement(name, exercises[0]))
    assert len(exercises) <= len(need.worth)
    return sum(need.worth[: len(exercises)]) + option.value * len(exercises) + option.once


def option_of(problem: WeekProblem, placed: Placement) -> Option:
    need = next(need for need in problem.needs if need.name == placed.need)
    return next(option for option in need.options if option.exercise == placed.exercise)


@pytest.mark.parametrize(
    ("family", "count"), [(small, 300), (everything_fits, 10), (few_places, 10), (nothing_fits, 10)]
)
def test_the_week_is_legal_and_as_good_as_cp_sat_proves_possible(family, count: int) -> None:
    for problem in problems(family, count):
        solution = best_week(problem)
        assert worth_of(problem, solution) == solution.worth == cp_sat_worth(problem)


@pytest.mark.parametrize("name", ["unlike_sessions", "equal_values", "like_a_subset_sum", "equal_sizes"])
def test_a_week_that_is_made_to_be_hard_is_as_good_as_cp_sat_proves_possible(name: str) -> None:
    for problem in problems(ADVERSARIAL[name], 3, seed=2):
        solution = best_week(problem)
        assert worth_of(problem, solution) == solution.worth == cp_sat_worth(problem)


@pytest.mark.parametrize("name", ["correlated", "near_packing", "many_shared"])
def test_a_week_over_which_cp_sat_ponders_is_as_good_as_our_proof_says_by_itself(name: str) -> None:
    for problem in problems(ADVERSARIAL[name], 2, seed=2):
        solution = best_week(problem)
        assert worth_of(problem, solution) == solution.worth == better_week(problem, 0)[0]


def test_where_the_beams_miss_the_best_week_it_is_the_one_that_the_proof_has_found() -> None:
    problem = next(problems(ADVERSARIAL["near_packing"], 1, seed=7))
    solution = best_week(problem)
    by_beam = Beam(model_of(problem), [first_bound(model_of(problem))], 0).run(108)
    assert by_beam.worth < solution.worth, "choose another seed: here a beam is as good"
    assert worth_of(problem, solution) == solution.worth == cp_sat_worth(problem)


def test_the_same_problem_always_gives_the_same_week() -> None:
    for problem in problems(few_places, 5):
        before = best_week(problem)
        best_week.cache_clear()
        assert best_week(replace(problem)) == before


def test_a_week_that_comes_again_is_not_searched_again() -> None:
    best_week.cache_clear()
    for problem in problems(small, 3):
        assert best_week(problem) is best_week(replace(problem))


def test_more_time_never_makes_the_week_worth_less() -> None:
    for problem in problems(small, 60):
        longer = replace(problem, seconds=tuple(seconds + 60 for seconds in problem.seconds))
        assert best_week(longer).worth >= best_week(problem).worth


HIP = Option("bridge", 100, 5, 0)
BACK = Option("bird-dog", 100, 5, 0)


def week(
    *needs: Need, seconds: tuple[int, ...] = (200, 200), places: int = 5, distinct: int = 5
) -> WeekProblem:
    return WeekProblem(needs, seconds, (places,) * len(seconds), distinct)


def test_a_week_without_needs_is_empty() -> None:
    assert best_week(week()) == WeekSolution(0, ((), ()))


def test_a_week_without_time_is_empty() -> None:
    solution = best_week(week(Need("glute", (10,), (HIP,)), seconds=(0, 0)))
    assert solution == WeekSolution(0, ((), ()))


def test_a_need_stands_in_as_many_sessions_as_it_has_worths() -> None:
    solution = best_week(week(Need("glute", (10,), (HIP,)), seconds=(200, 200, 200)))
    assert [len(session) for session in solution.sessions].count(1) == 1
    assert solution.worth == 15


def test_an_exercise_of_two_needs_meets_one_of_them() -> None:
    shared = replace(HIP, exercise="bird-dog")
    solution = best_week(week(Need("glute", (10, 10), (shared,)), Need("turn", (9, 9), (BACK,))))
    assert {placed.need for session in solution.sessions for placed in session} == {"glute"}


def test_an_exercise_of_the_programme_is_kept_when_little_else_speaks_for_another() -> None:
    kept = Option("clamshell", 100, 0, 35)
    solution = best_week(week(Need("glute", (10, 10), (HIP, kept))))
    assert solution.sessions[0] == (Placement("glute", "clamshell"),)


def test_two_short_needs_beat_one_long_one_where_time_is_scarce() -> None:
    long = Need("squat", (60,), (Option("squat", 200, 0, 0),))
    short = [Need(name, (40,), (Option(name, 100, 0, 0),)) for name in ("a", "b")]
    solution = best_week(week(long, *short, seconds=(200,)))
    assert [placed.need for placed in solution.sessions[0]] == ["a", "b"]


def test_the_number_of_different_exercises_is_kept() -> None:
    needs = [Need(str(n), (10 + n,), (Option(f"e{n}", 10, 0, 0),)) for n in range(6)]
    solution = best_week(week(*needs, places=6, distinct=2))
    assert {placed.need for session in solution.sessions for placed in session} == {"4", "5"}
