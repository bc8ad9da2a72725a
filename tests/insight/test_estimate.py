"""The estimate keeps to its level where pain has a memory, and finds what is there."""

import numpy as np
import pytest

from mainstay.insight.estimate import _design, _pairs, _whitened, estimate
from tests.insight.naive import naive_p

LEVEL = 0.05
PEOPLE = 300


def series(seed: int, days: int = 120, memory: float = 0.9, effect: float = 0.0):
    """Pain with a memory, some noise and gaps, and a habit that comes in spells of about ten days."""
    chance = np.random.default_rng(seed)
    kept = np.sort(chance.choice(days, int(days * 0.8), replace=False))
    lasting = np.zeros(days)
    habit = np.zeros(days)
    on = 1.0
    for day in range(1, days):
        lasting[day] = memory * lasting[day - 1] + np.sqrt(1 - memory**2) * chance.normal()
        on = 1 - on if chance.random() < 0.1 else on
        habit[day] = on
    pain = np.clip(np.round(4 + lasting + 0.4 * chance.normal(size=days) + effect * habit), 0, 10)
    return kept.astype(float), pain[kept], habit[kept]


def false_alarms(judge) -> float:
    return sum(judge(*series(seed)) for seed in range(PEOPLE)) / PEOPLE


def excludes_nothing(times, pain, habit) -> bool:
    found = estimate(times, pain, habit, False)
    assert found
    low, high = found.interval(LEVEL)
    return not low <= 0 <= high


def t_test_claims(times, pain, habit) -> bool:
    return naive_p(pain, habit) < LEVEL


def test_without_an_effect_it_is_wrong_as_often_as_it_says() -> None:
    assert abs(false_alarms(excludes_nothing) - LEVEL) < 0.03


def test_a_t_test_that_ignores_the_memory_would_fail_that_test() -> None:
    assert false_alarms(t_test_claims) > LEVEL + 0.25


@pytest.mark.parametrize("effect", [-2.0, 1.0])
def test_the_interval_holds_the_effect_that_is_there(effect: float) -> None:
    held = 0
    for seed in range(100):
        found = estimate(*series(seed, effect=effect), False)
        assert found
        low, high = found.interval(LEVEL)
        held += low <= effect <= high
    assert held >= 88


def test_a_large_effect_is_seen_by_most() -> None:
    seen = sum(excludes_nothing(*series(seed, days=200, effect=-2.0)) for seed in range(50))
    assert seen >= 40


def test_the_interval_is_wider_at_a_stricter_level_and_shares_what_it_leaves_out() -> None:
    found = estimate(*series(1), False)
    assert found
    (low, high), (lower, higher) = found.interval(0.05), found.interval(0.0125)
    assert lower < low < found.middle < high < higher
    assert found.below(low) == pytest.approx(0.025, abs=1e-6)
    assert found.below(high) == pytest.approx(0.975, abs=1e-6)


def test_moving_all_days_or_raising_all_pain_changes_nothing() -> None:
    times, pain, habit = series(2)
    one, other = estimate(times, pain, habit, False), estimate(times + 70, pain + 2, habit, False)
    assert one
    assert other
    assert one.interval(LEVEL) == pytest.approx(other.interval(LEVEL), abs=1e-6)


def test_one_pass_over_the_days_gives_what_the_definition_says() -> None:
    times, pain, habit = series(6, days=90)
    design, pairs = _design(times, habit, False), _pairs()
    squares, spread = _whitened(times, np.column_stack([design, pain]))
    both = np.column_stack([design, pain])
    for number, (memory, fresh) in enumerate(pairs):
        alike = (1 - fresh) * memory ** np.abs(times[:, None] - times[None, :])
        np.fill_diagonal(alike, 1.0)
        assert spread[number] == pytest.approx(np.linalg.slogdet(alike)[1], abs=1e-6)
        assert squares[number] == pytest.approx(both.T @ np.linalg.solve(alike, both), rel=1e-6, abs=1e-6)


def test_with_no_memory_it_agrees_with_the_ordinary_regression() -> None:
    chance = np.random.default_rng(3)
    times = np.arange(200.0)
    habit = (chance.random(200) < 0.5).astype(float)
    pain = 3 + 0.7 * habit + chance.normal(size=200)
    found = estimate(times, pain, habit, True)
    assert found
    design = np.column_stack([np.ones(200), times, habit])
    answer, rest, *_ = np.linalg.lstsq(design, pain, rcond=None)
    error = np.sqrt(rest[0] / 197 * np.linalg.inv(design.T @ design)[2, 2])
    assert found.middle == pytest.approx(answer[2], abs=0.05)
    low, high = found.interval(LEVEL)
    assert (high - low) / 2 == pytest.approx(1.972 * error, rel=0.1)


def test_what_cannot_be_told_from_the_weekday_is_not_told() -> None:
    times = np.arange(60.0)
    pain = np.random.default_rng(4).normal(3, 1, 60)
    assert estimate(times, pain, (times % 7 == 2).astype(float), False) is None
    assert estimate(times, np.full(60, 3.0), (times % 2).astype(float), False) is None
