"""The best week of random people: our search and OR-Tools CP-SAT, side by side in one run.

``python -m benchmarks.planner [PEOPLE]``
"""

import sys
from collections.abc import Callable, Sequence
from time import process_time as clock

from mainstay.catalogue import load_catalogue
from mainstay.coach.planning.selection import WeekProblem, best_week
from tests.planner.cp_sat import cp_sat_worth
from tests.planner.people import people, week_problem


def timed(solve: Callable[[WeekProblem], object], problem: WeekProblem) -> float:
    """Return the milliseconds that one solution takes."""
    start = clock()
    solve(problem)
    return (clock() - start) * 1000


def measure(problems: Sequence[WeekProblem]) -> dict[str, list[float]]:
    """Return the sorted milliseconds of both, problem by problem in turn."""
    ours, theirs = [], []
    for problem in problems:
        ours.append(timed(best_week, problem))
        theirs.append(timed(cp_sat_worth, problem))
    return {"Mainstay": sorted(ours), "CP-SAT": sorted(theirs)}


def row(name: str, times: Sequence[float]) -> str:
    """Return one line of the table."""
    median, late = times[len(times) // 2], times[int(len(times) * 0.99)]
    return f"{name:10} median {median:7.1f} ms   99th {late:7.1f} ms   longest {times[-1]:7.1f} ms"


def main() -> None:
    """Print the table and the ratio of medians."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    catalogue = load_catalogue()
    found = measure([week_problem(catalogue, person) for person in people(catalogue, count, seed=20)])
    for name, times in found.items():
        print(row(name, times))
    ours, theirs = (times[len(times) // 2] for times in found.values())
    print(f"CP-SAT takes {theirs / ours:.1f} times as long at the median, over {count} random people")


if __name__ == "__main__":
    main()
