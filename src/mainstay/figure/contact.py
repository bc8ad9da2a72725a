"""What a limb's end touches or holds."""

import re
from dataclasses import dataclass, replace

from mainstay.figure.body import Frame
from mainstay.figure.vector import FORWARD, UP, Vec, mirror, turn

LEG_PARTS = ("sole", "ball", "heel", "ankle", "knee")
ARM_PARTS = ("palm", "grip", "wrist", "forearm")


@dataclass(frozen=True, slots=True)
class Contact:
    """One limb's end at a place.

    ``at`` is in the room, or in the frame of the segment that ``on`` names, in metres; on a surface it is the
    surface's point under the part. ``heading`` is where toes, fingers, forearm or shin point; ``normal``
    points out of the surface; ``pitch`` (degrees) lifts the heel off the ball, or the shin off the floor.
    ``pole`` is the side to which the knee or elbow points; zero leaves the choice to the limb.
    """

    part: str
    side: str
    at: Vec
    on: str = ""
    heading: Vec = FORWARD
    normal: Vec = UP
    pitch: float = 0.0
    pole: Vec = (0.0, 0.0, 0.0)

    @property
    def is_leg(self) -> bool:
        """Whether a leg, not an arm, makes this contact."""
        return self.part in LEG_PARTS

    @property
    def slot(self) -> str:
        """Name the limb: two contacts of one slot cannot hold at once."""
        return f"{'leg' if self.is_leg else 'arm'}-{self.side}"


def other_side(name: str) -> str:
    """Return a name with left and right exchanged."""
    return re.sub("left|right", lambda side: "left" if side[0] == "right" else "right", name)


def mirrored(contact: Contact) -> Contact:
    """Return the same contact of the other side."""
    at, heading, normal, pole = (
        mirror(v) for v in (contact.at, contact.heading, contact.normal, contact.pole)
    )
    side, on = other_side(contact.side), other_side(contact.on)
    return replace(contact, side=side, at=at, on=on, heading=heading, normal=normal, pole=pole)


def in_room(contact: Contact, frame: Frame | None) -> Contact:
    """Return the contact with its ``on`` segment's frame worked in, so that everything is in the room."""
    if frame is None:
        return contact
    m = frame.turned
    heading, normal, pole = (turn(m, v) for v in (contact.heading, contact.normal, contact.pole))
    return replace(contact, at=frame.place(contact.at), on="", heading=heading, normal=normal, pole=pole)
