"""Movements that do not stop: feet that go round neither slide nor sink while they are down."""

from collections.abc import Iterator
from math import hypot

import pytest

from mainstay.figure import Body, Motion
from mainstay.figure.parts import PARTS

Motions = dict[tuple[str, str], Motion]
CENTIMETRE = 0.010
WALKS = [("walking", "easy"), ("walking", "brisk"), ("easy-walk", "easy")]
STRIDE = 1.12
"""Metres that the floor goes by in one stride, as ``walking.toml`` says."""
HUB, CRANK = (0.32, 0.34), 0.165
STEPS = 240
DOWN = 0.006
"""A heel or ball this near to the floor, in metres, is down."""


def moments(motion: Motion) -> Iterator[tuple[float, Body]]:
    """The repetition in equal steps: (share of it, body)."""
    for step in range(STEPS + 1):
        yield step / STEPS, motion.at(motion.period * step / STEPS)


def foot(body: Body, side: str) -> dict[str, tuple[float, float]]:
    """Where heel and ball are: forward, and above the floor."""
    spots = {}
    for name in ("heel", "ball"):
        x, y, _ = body.place(f"{PARTS[name].segment}-{side}", PARTS[name].centre)
        spots[name] = (x, y - PARTS[name].radius)
    return spots


@pytest.mark.parametrize("key", WALKS)
@pytest.mark.parametrize("side", ["left", "right"])
def test_a_walking_foot_never_sinks(motions: Motions, key: tuple[str, str], side: str) -> None:
    low = min(y for _, body in moments(motions[key]) for _, y in foot(body, side).values())
    assert low > -CENTIMETRE


def falls(motion: Motion, side: str, name: str) -> list[list[float]]:
    """Where on the moving floor a heel or ball is, in metres, each time that it is down."""
    found: list[list[float]] = [[]]
    for step in range(2 * STEPS):
        x, y = foot(motion.at(motion.period * step / STEPS), side)[name]
        if y > DOWN:
            found.append([])
        else:
            found[-1].append(x + STRIDE * step / STEPS)
    return [fall for fall in found if fall]


@pytest.mark.parametrize("key", WALKS)
@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("name", ["heel", "ball"])
def test_a_foot_that_is_down_goes_with_the_floor(
    motions: Motions, key: tuple[str, str], side: str, name: str
) -> None:
    """The body walks on the spot: what is down must go back as fast as the floor does."""
    found = falls(motions[key], side, name)
    assert max(len(fall) for fall in found) > STEPS / 5
    assert max(max(fall) - min(fall) for fall in found) < CENTIMETRE


@pytest.mark.parametrize("key", WALKS)
def test_a_walker_always_has_a_foot_on_the_floor(motions: Motions, key: tuple[str, str]) -> None:
    for share, body in moments(motions[key]):
        heights = [y for side in ("left", "right") for _, y in foot(body, side).values()]
        assert min(heights) < CENTIMETRE, share


@pytest.mark.parametrize("key", WALKS)
def test_a_swinging_foot_clears_the_floor(motions: Motions, key: tuple[str, str]) -> None:
    """Mid-swing is three quarters of the stride after the heel's strike."""
    motion = motions[key]
    body = motion.at(motion.period * 0.78)
    assert min(y for _, y in foot(body, "right").values()) > CENTIMETRE


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_pedalling_foot_stays_on_its_pedal(motions: Motions, side: str) -> None:
    for share, body in moments(motions["easy-cycling", "easy"]):
        x, y, _ = body.place(f"toes-{side}", PARTS["ball"].centre)
        assert hypot(x - HUB[0], y - HUB[1]) == pytest.approx(CRANK, abs=CENTIMETRE), share
