"""The planner's week for real profiles is the proven best one."""

import pytest

from mainstay.catalogue import load_catalogue
from mainstay.coach.planning.selection import best_week
from tests.planner.cp_sat import cp_sat_worth
from tests.planner.people import people, week_problem

PEOPLE, BATCHES = 1000, 10


@pytest.mark.parametrize("batch", range(BATCHES))
def test_the_week_of_every_random_person_is_worth_as_much_as_cp_sat_proves_possible(batch: int) -> None:
    catalogue = load_catalogue()
    solved = 0
    for person in people(catalogue, PEOPLE // BATCHES, seed=batch):
        problem = week_problem(catalogue, person)
        assert best_week(problem).worth == cp_sat_worth(problem), person.profile
        solved += any(need.options for need in problem.needs)
    assert solved > PEOPLE // BATCHES * 0.8, "too few people could be given anything at all"
