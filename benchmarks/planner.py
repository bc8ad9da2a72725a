"""The best week: our search and OR-Tools CP-SAT, side by side in one run; and what a day costs with it.

``python -m benchmarks.planner [PEOPLE]`` measures random people, then people for whom the search is hard:
little time, everything at hand, half a year lived through the coach.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from random import Random
from time import process_time as clock
from typing import Any

from benchmarks.rows import Row, show
from mainstay import coach
from mainstay.catalogue import Catalogue, load_catalogue
from mainstay.coach.planning.selection import WeekProblem, best_week
from mainstay.kernel import Equipment
from tests.coach.diaries import Diary, all_clear, rated, tasks_of
from tests.planner.cp_sat import cp_sat_worth
from tests.planner.people import people, week_problem

WEEKS = 26
TRAINED_ON = (0, 2, 4)
SCREENED_EVERY = 80
PROVEN = 60
"""So many of the problems of hard people are shown to CP-SAT."""


def timed(solve: Callable[[Any], object], asked: Any) -> float:
    """Return the milliseconds that one solution takes."""
    start = clock()
    solve(asked)
    return (clock() - start) * 1000


def afresh(problem: WeekProblem) -> object:
    """Search without remembering."""
    best_week.cache_clear()
    return best_week(problem)


def three(what: str, times: Sequence[float], others: Sequence[float] = (), than: str = "") -> Iterator[Row]:
    """Yield median, 99th and longest of some times, beside those of something else."""
    goals = {"median": "≤ 7", "99th": "≤ 100", "longest": ""}
    for (name, ours), theirs in zip(_marks(times).items(), _marks(others).values(), strict=True):
        yield Row(f"{what}, {name}", ours or 0.0, "ms", theirs, than, goals[name] if others else "")


def _marks(times: Sequence[float]) -> dict[str, float | None]:
    ordered = sorted(times)
    places = {"median": len(ordered) // 2, "99th": int(len(ordered) * 0.99), "longest": len(ordered) - 1}
    return {name: ordered[place] if ordered else None for name, place in places.items()}


def compare(title: str, problems: Sequence[WeekProblem]) -> Iterator[Row]:
    """Measure both, problem by problem in turn."""
    ours, theirs = [], []
    for problem in problems:
        ours.append(timed(afresh, problem))
        theirs.append(timed(cp_sat_worth, problem))
    yield from three(f"the best week of {len(problems)} {title}", ours, theirs, "CP-SAT")


def hard_lives(catalogue: Catalogue) -> Iterator[tuple[coach.Person, Diary, int]]:
    """Yield a person each morning of half a year, for six people of little time who have everything."""
    for minutes, experience in product((20, 25), coach.Experience):
        chance = Random(f"{minutes} {experience}")
        diary = Diary(catalogue)
        everything = [thing.value for thing in Equipment]
        diary.begin(session_minutes=minutes, experience=experience.value, equipment=everything)
        for day in range(WEEKS * 7):
            if day % SCREENED_EVERY == SCREENED_EVERY - 1:
                answers = all_clear(catalogue)
                diary.write("screening_answered", day, 6, scope="full", questions="1", answers=answers)
            if day % 7 in TRAINED_ON:
                diary.write("day_checked_in", day, 8, pain_now=2)
            yield diary.person, diary, day
            if day % 7 in TRAINED_ON:
                train(diary, day, chance)


def train(diary: Diary, day: int, chance: Random) -> None:
    """Do what is prescribed; it is sometimes hard, and hurts a little more now and then."""
    rating = {"effort": chance.choice((3, 4, 4, 5, 6, 7)), "pain": chance.choice((1, 2, 2, 2, 3, 4))}
    closing = {"effort": rating["effort"], "pain_after": rating["pain"]}
    tasks = tasks_of(diary.today(day))
    session = diary.train(day, tasks, rated(diary, rating), closing=closing)
    diary.write("morning_after", day + 1, 7, session=session, pain=2)


@dataclass(frozen=True, slots=True)
class Mornings:
    """What today and the week ahead cost on the mornings of hard lives, in milliseconds; and their weeks."""

    searched: list[float]
    remembered: list[float]
    rest: list[float]
    plans: list[float]
    problems: list[WeekProblem]


def mornings(catalogue: Catalogue) -> Mornings:
    """Live the hard lives, and ask each morning."""
    found, problems = Mornings([], [], [], [], []), dict[WeekProblem, None]()
    best_week.cache_clear()
    for person, diary, day in hard_lives(catalogue):
        asked, searches = (catalogue, person, diary.day(day)), best_week.cache_info().misses
        took = timed(lambda asked: coach.today(*asked), asked)
        if day % 7 not in TRAINED_ON:
            found.rest.append(took)
            continue
        (found.searched if best_week.cache_info().misses > searches else found.remembered).append(took)
        problems[week_problem(catalogue, person, diary.day(day))] = None
        if day % 35 == 0:
            found.plans.append(timed(lambda asked: coach.plan(*asked), asked))
    found.problems.extend(problems)
    return found


def rows() -> Iterator[Row]:
    """Measure 150 random people, for the table."""
    yield from measured(150)


def measured(count: int) -> Iterator[Row]:
    """Measure so many random people, then the hard lives."""
    catalogue = load_catalogue()
    crowd = people(catalogue, count, seed=20)
    yield from compare("random people", [week_problem(catalogue, person) for person in crowd])
    found = mornings(catalogue)
    yield from three("today, hard lives, days of training", found.searched + found.remembered)
    yield from three("today, hard lives, a new search", found.searched)
    yield from three("today, hard lives, a known week", found.remembered)
    yield from three("today, hard lives, days of rest", found.rest)
    yield from three("the week ahead, hard lives", found.plans)
    hard = found.problems
    yield from compare("weeks of hard lives", hard[:: max(1, len(hard) // PROVEN)])


def main() -> None:
    """Print the table."""
    show(measured(int(sys.argv[1]) if len(sys.argv) > 1 else 300))


if __name__ == "__main__":
    main()
