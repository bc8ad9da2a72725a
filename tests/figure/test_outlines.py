"""The rubber band round circles is convex, closed and outside every circle."""

from itertools import pairwise
from math import cos, hypot, pi, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mainstay.figure.hull import band, band_path

circles = st.lists(
    st.tuples(st.floats(-300, 300), st.floats(-300, 300), st.floats(2, 60)), min_size=1, max_size=6
).map(tuple)


@given(circles)
def test_turns_go_once_round_without_a_gap(found: tuple[tuple[float, float, float], ...]) -> None:
    turns = band(found)
    assert turns[0][1] == 0.0
    assert turns[-1][2] == pytest.approx(2 * pi)
    assert all(a[2] == b[1] for a, b in pairwise(turns))


@given(circles, st.floats(0, 2 * pi))
def test_the_band_is_as_far_out_as_the_farthest_circle(
    found: tuple[tuple[float, float, float], ...], way: float
) -> None:
    far = max(x * cos(way) + y * sin(way) + r for x, y, r in found)
    (x, y, r), _, _ = next(t for t in band(found) if t[1] - 1e-9 <= way <= t[2] + 1e-9)
    assert x * cos(way) + y * sin(way) + r == pytest.approx(far, abs=1e-4 * (1 + hypot(x, y)))


def test_two_equal_circles_make_a_capsule() -> None:
    path = band_path(((0.0, 0.0, 10.0), (100.0, 0.0, 10.0)))
    assert path.startswith("M110 0")
    assert path.endswith("z")
    assert path.count("a10 10") == 3


def test_one_circle_is_drawn_as_two_halves() -> None:
    assert band_path(((0.0, 0.0, 10.0),)).count("a10 10") == 2
