"""What an exercise is for in a programme, and where in a session it stands."""

from enum import StrEnum


class Role(StrEnum):
    """The job an exercise does in a programme."""

    ACTIVATION = "activation"
    MOBILITY = "mobility"
    ANTI_EXTENSION = "anti-extension"
    LATERAL = "lateral"
    ANTI_ROTATION = "anti-rotation"
    EXTENSOR_ENDURANCE = "extensor-endurance"
    GLUTE = "glute"
    HINGE = "hinge"
    SQUAT = "squat"
    STRETCH = "stretch"
    WARM_UP = "warm-up"
    WALK = "walk"


class Block(StrEnum):
    """A part of the session, in the order in which they are done."""

    WARM_UP = "warm-up"
    ACTIVATION = "activation"
    STRENGTH = "strength"
    STRETCH = "stretch"
