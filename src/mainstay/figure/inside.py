"""What is shown of the body's inside: the working muscles, and the line of the spine."""

from dataclasses import dataclass

from mainstay.figure.body import Body
from mainstay.figure.camera import Flat, View
from mainstay.figure.flesh import SPINE
from mainstay.figure.movement import Movement
from mainstay.figure.muscles import SEEN, Patch, patches

PRIMARY, SECONDARY = 0.8, 0.34
"""How strongly a muscle glows, as an opacity."""
EVERY = -2.0
"""A cosine that lets every muscle be seen, whichever way it faces."""


@dataclass(frozen=True, slots=True)
class Light:
    """A muscle's glow, and how strong it is (0 to 1)."""

    patch: Patch
    strength: float


def lights(movement: Movement, body: Body, view: View, seen: float = SEEN) -> tuple[Light, ...]:
    """Return the glows of a movement's muscles, the primary ones first; ``seen`` as in ``patches``."""
    groups = ((movement.primary, PRIMARY), (movement.secondary, SECONDARY))
    return tuple(
        Light(patch, strength)
        for names, strength in groups
        for name in names
        for patch in patches(body, view, name, seen)
    )


def spine_line(body: Body, view: View) -> tuple[Flat, ...]:
    """Return where the spine is seen: the sacrum, then each joint up to the neck."""
    sacrum = body.place("pelvis", (-0.045, 0.045, 0.0))
    return (view.flat(sacrum), *(view.flat(body.joint(name)) for name in SPINE))
