"""Bodies touch what they should, go through nothing, and bend only as joints bend."""

import pytest

from mainstay.figure import Body, Motion, Prop, PropKind, beyond_limits, settle
from mainstay.figure.contact import Contact
from mainstay.figure.measure import lowest, miss
from mainstay.figure.parts import PARTS, Part, spots
from mainstay.figure.props import USUAL

Motions = dict[tuple[str, str], Motion]
TOUCH = 0.010
"""Metres by which a contact may miss its place: through the whole movement."""
AT_REST = 0.032
"""Metres that a part may sink below the floor at a keyframe: a mat and flesh give way."""
ON_THE_WAY = 0.045
"""Metres below the floor for toes and elbows that slide from one place to the next."""
SHARES = (0.0, 0.2, 0.4, 0.6, 0.8)
DENSELY = tuple(step / 12 for step in range(12))


def place(contact: Contact) -> tuple[object, ...]:
    """What must be the same for a contact to stay, which a foot that turns on the spot does."""
    return (contact.part, contact.side, contact.on, contact.at)


def kept(motion: Motion, index: int) -> list[Contact]:
    """The contacts that hold both at a keyframe and at the next, in the same place."""
    after = {place(c) for c in motion.stances[(index + 1) % len(motion.stances)].contacts}
    return [c for c in motion.stances[index].contacts if place(c) in after]


def test_contacts_are_reached_at_every_keyframe(motions: Motions) -> None:
    far = {}
    for key, motion in motions.items():
        for index, stance in enumerate(motion.stances):
            body = motion.between(index, 0.0)
            for contact in stance.contacts:
                off = miss(body, contact)
                if off > TOUCH:
                    far[(*key, index, contact.part, contact.side)] = round(off, 3)
    assert far == {}


def test_contacts_that_stay_are_kept_all_the_way(motions: Motions) -> None:
    far = {}
    for key, motion in motions.items():
        for index in range(len(motion.stances)):
            for share in DENSELY:
                body = motion.between(index, share)
                for contact in kept(motion, index):
                    off = miss(body, contact)
                    if off > TOUCH:
                        far[(*key, index, share, contact)] = round(off, 3)
    assert far == {}


@pytest.mark.parametrize(("shares", "sink"), [((0.0,), AT_REST), (SHARES, ON_THE_WAY)])
def test_no_part_goes_through_the_floor(motions: Motions, shares: tuple[float, ...], sink: float) -> None:
    sunk = {}
    for key, motion in motions.items():
        for index in range(len(motion.stances)):
            for share in shares:
                part, height = lowest(motion.between(index, share))
                if height < -sink:
                    sunk[(*key, index, share)] = (part, round(height, 3))
    assert sunk == {}


def test_joints_stay_inside_their_limits(motions: Motions) -> None:
    bent = {}
    for key, motion in motions.items():
        for index in range(len(motion.stances)):
            for share in SHARES:
                found = beyond_limits(motion.between(index, share).pose, slack=5.0)
                if found:
                    bent[(*key, index, share)] = found
    assert bent == {}


def test_faults_too_rest_on_the_floor_within_joint_limits(motions: Motions) -> None:
    for key, motion in motions.items():
        for fault in motion.movement.faults:
            body = settle(fault.stance)
            assert lowest(body)[1] > -ON_THE_WAY, (key, fault.name, lowest(body))
            assert beyond_limits(body.pose, slack=5.0) == (), (key, fault.name)


def through_wall(body: Body, wall: Prop) -> tuple[float, str]:
    """The deepest that any part is inside a wall, in metres (its faces are across its thinnest side)."""
    sizes = [s or u for s, u in zip(wall.size, USUAL[PropKind.WALL], strict=True)]
    axis = 0 if sizes[0] < sizes[2] else 2
    other = 2 - axis
    side = 1.0 if body.pose.at[axis] > wall.at[axis] else -1.0
    face = wall.at[axis] + side * sizes[axis] / 2
    depths = [
        (-(side * (place[axis] - face) - part.radius), name)
        for name, part in PARTS.items()
        if part.radius
        for place in [body.place(segment, part_at(segment, part)) for segment, part in both(name)]
        if abs(place[other] - wall.at[other]) < sizes[other] / 2
    ]
    return max(depths, default=(0.0, "nothing"))


def both(name: str) -> list[tuple[str, Part]]:
    if not PARTS[name].sided:
        return list(spots(name))
    return [*spots(f"{name}-left"), *spots(f"{name}-right")]


def part_at(segment: str, part: Part) -> tuple[float, float, float]:
    x, y, z = part.centre
    return (x, y, -z) if segment.endswith("left") else (x, y, z)


def test_no_part_goes_through_a_wall(motions: Motions) -> None:
    through = {}
    for key, motion in motions.items():
        for wall in (prop for prop in motion.movement.props if prop.kind is PropKind.WALL):
            for index in range(len(motion.stances)):
                for share in SHARES:
                    depth, part = through_wall(motion.between(index, share), wall)
                    if depth > ON_THE_WAY:
                        through[(*key, index, share)] = (part, round(depth, 3))
    assert through == {}
