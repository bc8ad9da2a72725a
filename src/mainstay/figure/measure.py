"""Measure a body as the form check and the tests do: angles at points, lines against the level, contacts."""

from math import asin, degrees

from mainstay.figure.body import Body
from mainstay.figure.contact import Contact, in_room
from mainstay.figure.parts import PARTS, centre_of, spots
from mainstay.figure.vector import Vec, add, angle_between, dot, length, scale, sub, turn

_EAR = (0.004, 0.004, 0.0)


def point(body: Body, name: str) -> Vec:
    """Return a landmark: a part's middle, ``ear`` (between both), or a joint's centre by its full name."""
    if name == "ear":
        return body.place("head", _EAR)
    try:
        return centre_of(body, name)
    except KeyError:
        return body.joint(name)


def angle(body: Body, first: str, middle: str, last: str) -> float:
    """Return the angle at ``middle``, 0 to 180 degrees; 180 is straight."""
    at = point(body, middle)
    return angle_between(sub(point(body, first), at), sub(point(body, last), at))


def side_angle(body: Body, first: str, middle: str, last: str) -> float:
    """Return the angle at ``middle`` as a camera at the body's side sees it, 0 to 180 degrees."""
    a, b, c = ((x, y, 0.0) for x, y, _ in (point(body, name) for name in (first, middle, last)))
    return angle_between(sub(a, b), sub(c, b))


def line(body: Body, first: str, last: str) -> float:
    """Return how far the line from one point to another rises above the level: -90 to 90 degrees."""
    way = sub(point(body, last), point(body, first))
    return degrees(asin(way[1] / length(way)))


def apart(body: Body, first: str, last: str) -> float:
    """Return the angle between two lines, each named ``from>to``: 0 to 180 degrees."""
    ways = [sub(point(body, ends[1]), point(body, ends[0])) for ends in (first.split(">"), last.split(">"))]
    return angle_between(ways[0], ways[1])


def off_line(body: Body, name: str, first: str, last: str) -> float:
    """Return how far a point is from the line through two others, in metres."""
    a, b, p = point(body, first), point(body, last), point(body, name)
    way = sub(b, a)
    share = dot(sub(p, a), way) / dot(way, way)
    return length(sub(p, add(a, scale(way, share))))


def lumbar_flexion(body: Body) -> float:
    """Return the flexion of the lower thorax on the pelvis in degrees, forward positive."""
    return sum(body.pose.angle(name)[0] for name in ("lumbosacral", "midlumbar", "thoracolumbar"))


def elevation(body: Body, side: str) -> float:
    """Return the arm's elevation from hanging by the trunk, 0 to 180 degrees (ISB 2005, second angle)."""
    trunk = turn(body.frames["upper-thorax"].turned, (0.0, -1.0, 0.0))
    return angle_between(trunk, sub(body.joint(f"elbow-{side}"), body.joint(f"shoulder-{side}")))


def miss(body: Body, contact: Contact) -> float:
    """Return how far a limb's end is from the place it should touch, in metres."""
    held = in_room(contact, body.frames[contact.on] if contact.on else None)
    if contact.part == "grip":
        return length(sub(body.place(f"hand-{contact.side}", (0.0, -0.07, 0.0)), held.at))
    if contact.part in ("wrist", "ankle"):
        return length(sub(point(body, f"{contact.part}-{contact.side}"), held.at))
    if contact.part == "sole":
        return length(sub(body.joint(f"ankle-{contact.side}"), add(held.at, scale(held.normal, 0.0663))))
    target = add(held.at, scale(held.normal, PARTS[contact.part].radius))
    return length(sub(point(body, f"{contact.part}-{contact.side}"), target))


def lowest(body: Body) -> tuple[str, float]:
    """Return the lowest part of the body and its height in metres; below 0 it is in the floor."""
    heights = [
        (name, body.place(segment, part.centre)[1] - part.radius)
        for name in PARTS
        if PARTS[name].radius
        for segment, part in spots(f"{name}-left" if PARTS[name].sided else name)
        + (spots(f"{name}-right") if PARTS[name].sided else ())
    ]
    return min(heights, key=lambda pair: pair[1])
