"""Measures, self-tests and the week in words."""

import pytest

from mainstay.catalogue import load_catalogue
from mainstay.coach import Change, Comparison, Placing, Readiness
from mainstay.kernel import Side
from mainstay.words import (
    change_text,
    comparison_text,
    placing_text,
    readiness_text,
    side_text,
    unit_text,
    words_in,
)

CATALOGUE = load_catalogue()
NAMES = words_in().table("names")


@pytest.mark.parametrize(
    ("kind", "members"),
    [("change", Change), ("placing", Placing), ("readiness", Readiness), ("side", Side)],
)
def test_everything_in_outcomes_has_a_name_and_nothing_else(kind: str, members: type) -> None:
    assert set(NAMES[kind]) == {str(member) for member in members}


@pytest.mark.parametrize("test", CATALOGUE.tests.values(), ids=lambda test: test.slug)
def test_the_unit_of_every_self_test_has_words(test) -> None:
    assert test.unit in NAMES["unit"]
    assert unit_text(test.unit) == NAMES["unit"][test.unit]


def test_labels_start_with_a_capital() -> None:
    assert change_text(Change.UNCERTAIN) == "Cannot tell yet"
    assert placing_text(Placing.WITHIN) == "Within the usual range of this group"
    assert readiness_text(Readiness.LATER) == "Later"
    assert side_text(Side.LEFT) == "Left"


@pytest.mark.parametrize(
    "test", [test for test in CATALOGUE.tests.values() if test.norms], ids=lambda t: t.slug
)
def test_a_comparison_always_names_its_group(test) -> None:
    for norm in test.norms:
        said = comparison_text(Comparison(norm, Placing.BELOW), test.unit)
        assert said.lower().startswith(norm.population.lower())
        assert f"{norm.from_age} to {norm.to_age} years" in said
