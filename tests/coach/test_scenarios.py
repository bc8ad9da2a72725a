"""Every case of ``tests/scenarios``: a person lives a diary, and the coach must answer as it says."""

from collections import Counter

import pytest

from tests.coach.scenario import Scenario, scenarios, unmet

CASES = scenarios()


@pytest.mark.parametrize("case", CASES, ids=[f"{case.file}: {case.name}" for case in CASES])
def test_the_coach_answers(case: Scenario) -> None:
    faults = unmet(case.table)
    assert not faults, f"{case.name} ({case.table['because']})\n" + "\n".join(faults)


def test_no_two_cases_have_the_same_name() -> None:
    names = Counter(case.name for case in CASES)
    assert [name for name, count in names.items() if count > 1] == []


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 170
