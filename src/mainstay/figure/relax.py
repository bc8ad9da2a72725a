"""Let flat hands turn on what they rest on until the wrist is at ease: done once, when a stance is read."""

from dataclasses import replace
from math import cos, radians, sin

from mainstay.figure.body import Body
from mainstay.figure.contact import Contact
from mainstay.figure.reach import default_pole
from mainstay.figure.settle import Stance, settle
from mainstay.figure.skeleton import JOINT
from mainstay.figure.vector import Vec, add, cross, length, scale, unturn

_STEP = 10


def relaxed(stance: Stance) -> Stance:
    """Return the stance with its poles said outright and its palms turned as little as the wrists allow."""
    body = settle(stance)
    stance = replace(stance, contacts=tuple(_poled(body, contact) for contact in stance.contacts))
    for contact in stance.contacts:
        if contact.part == "palm" and _strain(stance, contact.side) > 0:
            stance = min(_turns(stance, contact), key=lambda choice: round(_strain(choice, contact.side)))
    return stance


def _poled(body: Body, contact: Contact) -> Contact:
    """Return a contact whose knee or elbow side is written down, so that it can be blended with others."""
    if length(contact.pole) > 0 or contact.part in ("knee", "forearm"):
        return contact
    pole = default_pole(body.frames["pelvis" if contact.is_leg else "upper-thorax"], contact)
    return replace(contact, pole=unturn(body.frames[contact.on].turned, pole) if contact.on else pole)


def _turns(stance: Stance, contact: Contact) -> list[Stance]:
    """Return the stance with the hand turned by every step, the smallest turns first."""
    offsets = sorted(range(-180, 180, _STEP), key=abs)
    return [_with(stance, contact, replace(contact, heading=_swung(contact, offset))) for offset in offsets]


def _with(stance: Stance, old: Contact, new: Contact) -> Stance:
    return replace(stance, contacts=tuple(new if c is old else c for c in stance.contacts))


def _strain(stance: Stance, side: str) -> float:
    """Return by how many degrees wrist and forearm are beyond their limits."""
    pose = settle(stance).pose
    pairs = [
        (angle, low, high)
        for name in (f"wrist-{side}", f"elbow-{side}")
        for angle, (low, high) in zip(pose.angle(name), JOINT[name].limits, strict=True)
    ]
    return sum(max(0.0, low - angle, angle - high) for angle, low, high in pairs)


def _swung(contact: Contact, by: float) -> Vec:
    aside = cross(contact.normal, contact.heading)
    return add(scale(contact.heading, cos(radians(by))), scale(aside, sin(radians(by))))
