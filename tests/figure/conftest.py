"""The real movements of the real content, read once."""

from collections.abc import Mapping
from pathlib import Path

import msgspec
import pytest
import rtoml

from mainstay.catalogue.exercise import Exercise
from mainstay.catalogue.movements import load_movements
from mainstay.figure import Motion, Movement, set_in_motion

EXERCISES = Path(__file__).resolve().parents[2] / "src/mainstay/content/exercises"


@pytest.fixture(scope="session")
def exercises() -> list[Exercise]:
    return [msgspec.convert(rtoml.load(path), Exercise) for path in sorted(EXERCISES.glob("*.toml"))]


@pytest.fixture(scope="session")
def movements(exercises: list[Exercise]) -> Mapping[tuple[str, str], Movement]:
    return load_movements(exercises)


@pytest.fixture(scope="session")
def motions(movements: Mapping[tuple[str, str], Movement]) -> dict[tuple[str, str], Motion]:
    return {key: set_in_motion(movement) for key, movement in movements.items()}
