"""Bring a pose to rest on what it touches: pin one part, level another, then let the limbs reach."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import asin, atan2, degrees, hypot

from mainstay.figure.body import Body, Frame, stand
from mainstay.figure.contact import Contact, in_room, mirrored, other_side
from mainstay.figure.parts import centre_of, radius_of
from mainstay.figure.pose import Pose
from mainstay.figure.reach import Angles, solve_arm, solve_leg
from mainstay.figure.vector import Vec, add, mirror, mirror_turn, sub


@dataclass(frozen=True, slots=True)
class Stance:
    """A pose before it has been settled.

    ``pin`` is the part that stands still and ``pin_at`` the point of the surface under it, in metres (for the
    pelvis, whose part has no thickness, the middle between the hips). ``level``, where given, is a part that
    the whole body is tilted about the pin to bring onto a surface ``level_at`` metres high.
    """

    pose: Pose
    pin: str
    pin_at: Vec
    level: str = ""
    level_at: float = 0.0
    contacts: tuple[Contact, ...] = ()


def turned_over(stance: Stance) -> Stance:
    """Return the stance of the other side: what the right did, the left does."""
    pose = stance.pose
    angles = {
        other_side(name): angles if other_side(name) != name else (angles[0], -angles[1], -angles[2])
        for name, angles in pose.angles.items()
    }
    return replace(
        stance,
        pose=Pose(mirror(pose.at), pose.tilt, -pose.roll, -pose.heading, angles, -pose.spin),
        pin=other_side(stance.pin),
        pin_at=mirror(stance.pin_at),
        level=other_side(stance.level),
        contacts=tuple(mirrored(contact) for contact in stance.contacts),
    )


def settle(stance: Stance) -> Body:
    """Return the body at rest on its pin and contacts, legs before arms."""
    pose = stance.pose
    if stance.level:
        aside = abs(pose.roll) > 45.0
        lean = _lean(pose, stance, aside)
        pose = replace(pose, roll=pose.roll - lean) if aside else replace(pose, tilt=pose.tilt + lean)
    pose = _pinned(pose, stance)
    for legs in (True, False):
        pose = _reached(pose, [c for c in stance.contacts if c.is_leg is legs])
    return stand(pose)


def _pinned(pose: Pose, stance: Stance) -> Pose:
    target = add(stance.pin_at, (0.0, radius_of(stance.pin), 0.0))
    return replace(pose, at=add(pose.at, sub(target, centre_of(stand(pose), stance.pin))))


def _lean(pose: Pose, stance: Stance, aside: bool) -> float:
    """Return the degrees that bring the ``level`` part to its height when the pin is at its own.

    They are degrees of tilt, in the plane of forward and up; ``aside`` (lying on a side), of right and up.
    """
    body = stand(pose)
    x, y, z = sub(centre_of(body, stance.level), centre_of(body, stance.pin))
    x = z if aside else x
    rise = stance.level_at + radius_of(stance.level) - stance.pin_at[1] - radius_of(stance.pin)
    slope = degrees(asin(max(-1.0, min(1.0, rise / hypot(x, y)))))
    now = degrees(atan2(y, x))
    return min((_wrapped(slope - now), _wrapped(180.0 - slope - now)), key=abs)


def _wrapped(angle: float) -> float:
    return (angle + 180.0) % 360.0 - 180.0


def _reached(pose: Pose, contacts: Sequence[Contact]) -> Pose:
    """Return the pose with these limbs reaching; none of them may hold on to another of them."""
    if not contacts:
        return pose
    body, angles = stand(pose), dict(pose.angles)
    for contact in contacts:
        found = _solved(body, in_room(contact, body.frames[contact.on] if contact.on else None))
        angles |= {f"{joint}-{contact.side}": triple for joint, triple in found.items()}
    return replace(pose, angles=angles)


def _solved(body: Body, contact: Contact) -> Angles:
    """Return the limb's angles, a left limb's found as its mirror image."""
    root, joint = ("pelvis", "hip") if contact.is_leg else ("upper-thorax", "shoulder")
    parent, centre = body.frames[root], body.joint(f"{joint}-{contact.side}")
    pronation = body.pose.angle(f"elbow-{contact.side}")[2]
    if contact.side == "left":
        parent, centre = Frame(mirror(parent.at), mirror_turn(parent.turned)), mirror(centre)
        contact = mirrored(contact)
    if contact.is_leg:
        return solve_leg(parent, centre, contact)
    return solve_arm(parent, centre, contact, pronation)
