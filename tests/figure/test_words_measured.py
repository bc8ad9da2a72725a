"""The figure does what the words say: cases in ``checks.toml``, measured on the settled body."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import rtoml

from mainstay.figure import Body, Motion, settle
from mainstay.figure.measure import angle, apart, elevation, line, lumbar_flexion, off_line, point, side_angle

CHECKS: list[dict[str, Any]] = rtoml.load(Path(__file__).parent / "checks.toml")["checks"]
AXES = {"x": 0, "y": 1, "z": 2}

MEASURES: dict[str, Callable[..., float]] = {
    "angle": angle,
    "side": side_angle,
    "line": line,
    "apart": apart,
    "off": off_line,
    "gap": lambda body, a, b, axis: point(body, b)[AXES[axis]] - point(body, a)[AXES[axis]],
    "lumbar": lumbar_flexion,
    "elevation": elevation,
    "joint": lambda body, name: body.pose.angle(name)[0],
}


def body_at(motion: Motion, at: str) -> Body:
    for fault in motion.movement.faults:
        if fault.name == at:
            return settle(fault.stance)
    return motion.between(motion.movement.phase(at), 0.0)


def measured(motion: Motion, check: Mapping[str, Any]) -> float:
    name, *words = check["measure"].split()
    if name == "range":
        first, last = (lumbar_flexion(body_at(motion, word)) for word in words)
        return first - last
    return MEASURES[name](body_at(motion, check["at"]), *words)


def test_there_are_at_least_sixty_checks() -> None:
    assert len(CHECKS) >= 60


@pytest.mark.parametrize("check", CHECKS, ids=lambda c: f"{c['of']} {c['at']}: {c['says']}")
def test_the_figure_does_what_the_words_say(
    motions: dict[tuple[str, str], Motion], check: dict[str, Any]
) -> None:
    exercise, rung = check["of"].split("/")
    value = measured(motions[exercise, rung], check)
    low, high = check["between"]
    assert low <= value <= high, f"{check['measure']} is {value:.2f}"
