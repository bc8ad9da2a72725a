"""Left and right, and whether an exercise cares."""

from enum import StrEnum


class Side(StrEnum):
    """One side of the body, the person's own left or right."""

    LEFT = "left"
    RIGHT = "right"


class Sidedness(StrEnum):
    """Whether a set is done once for the whole body, or once on each side."""

    BOTH = "both"
    EACH = "each"


def sides_of(sidedness: Sidedness) -> tuple[Side, ...]:
    """Return the sides on which every set is done: none for both at once, else left then right."""
    return (Side.LEFT, Side.RIGHT) if sidedness is Sidedness.EACH else ()
