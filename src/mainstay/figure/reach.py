"""Analytic inverse kinematics of a right limb: the angles that bring its end to a place.

A left limb is solved as its mirror image. Two bones and a pole give a triangle (the law of cosines); the end
segment then takes the orientation that its surface asks for. Out of reach, the limb points at the place.
"""

from math import asin, atan2, degrees, radians, sqrt, tan

from mainstay.figure.anthropometry import ANKLE_HEIGHT, FOREARM, SHANK, THIGH, UPPER_ARM
from mainstay.figure.body import Frame
from mainstay.figure.contact import Contact
from mainstay.figure.parts import PARTS
from mainstay.figure.skeleton import Triple
from mainstay.figure.vector import (
    Mat,
    Vec,
    about_z,
    add,
    angles_zxy,
    axes,
    compose,
    cross,
    dot,
    length,
    scale,
    sub,
    transpose,
    turn,
    unit,
)

Angles = dict[str, Triple]
GRIP = 0.070
"""From the wrist to the middle of a closed hand, in metres."""
_PAST = 80.0
"""A wrist bent this far may be bent a little beyond the right angle, in degrees."""
_BALL = (0.115, -0.046, 0.0)
_NEARLY_STRAIGHT = 0.9999


def bend(root: Vec, end: Vec, upper: float, lower: float, pole: Vec) -> tuple[Vec, Vec]:
    """Return the middle joint and the reached end of two bones, the middle on the pole's side."""
    way = sub(end, root)
    far = min(max(length(way), abs(upper - lower) + 1e-4), (upper + lower) * _NEARLY_STRAIGHT)
    ahead = unit(way)
    along = (far * far + upper * upper - lower * lower) / (2 * far)
    aside = sqrt(max(0.0, upper * upper - along * along))
    out = unit(sub(pole, scale(ahead, dot(pole, ahead))))
    return add(add(root, scale(ahead, along)), scale(out, aside)), add(root, scale(ahead, far))


def default_pole(root: Frame, contact: Contact) -> Vec:
    """Return the side of a limb's middle joint where nothing else is said, in the room.

    Knees point forward of the pelvis and along the foot; elbows back, down and out from the thorax.
    """
    if contact.is_leg:
        return add(turn(root.turned, (1.0, 0.02, 0.0)), contact.heading)
    return turn(root.turned, (-1.0, -0.4, -0.5 if contact.side == "left" else 0.5))


def solve_leg(pelvis: Frame, hip: Vec, contact: Contact) -> Angles:
    """Return hip, knee, ankle and toe angles of the right leg."""
    if contact.part == "knee":
        return _kneel(pelvis, hip, contact)
    foot, ankle = _foot(contact)
    pole = contact.pole if length(contact.pole) > 0 else default_pole(pelvis, contact)
    knee, end = bend(hip, ankle, THIGH, SHANK, pole)
    hinge = _hinge(sub(hip, knee), sub(knee, end), cross(unit(sub(end, hip)), pole), -1.0)
    thigh, shank = _bone(sub(hip, knee), hinge), _bone(sub(knee, end), hinge)
    angles = _chain(pelvis.turned, thigh, shank, "hip", "knee", -1.0)
    if foot is not None:
        z, x, y = angles_zxy(compose(transpose(shank), foot))
        angles["ankle"] = (z, -x, y)
    if contact.part == "ball":
        angles["toes"] = (contact.pitch, 0.0, 0.0)
    return angles


def solve_arm(thorax: Frame, shoulder: Vec, contact: Contact, pronation: float) -> Angles:
    """Return shoulder, elbow and wrist angles of the right arm; a grip keeps the pose's own ``pronation``."""
    if contact.part == "forearm":
        return _lean(thorax, shoulder, contact)
    pole = contact.pole if length(contact.pole) > 0 else default_pole(thorax, contact)
    hand = _hand(contact)
    grips = contact.part == "grip"
    lower = FOREARM + (GRIP if grips else 0.0)
    wrist = contact.at
    if hand is not None:
        wrist = sub(
            add(contact.at, scale(contact.normal, PARTS["palm"].radius)), turn(hand, PARTS["palm"].centre)
        )
    elbow, end = bend(shoulder, wrist, UPPER_ARM, lower, pole)
    hinge = _hinge(sub(shoulder, elbow), sub(elbow, end), cross(pole, unit(sub(end, shoulder))), 1.0)
    upper, fore = _bone(sub(shoulder, elbow), hinge), _bone(sub(elbow, end), hinge)
    angles = _chain(thorax.turned, upper, fore, "shoulder", "elbow", 1.0)
    if hand is not None:
        return angles | _wrist(angles["elbow"][0], fore, hand)
    flexion = angles["elbow"][0]
    angles["elbow"] = (flexion, 0.0, pronation)
    if grips:
        angles["wrist"] = (0.0, 0.0, 0.0)
    return angles


def _hinge(upper: Vec, lower: Vec, spare: Vec, sign: float) -> Vec:
    """Return the middle joint's axis: across both bones, or ``spare`` where they are in one line."""
    across = cross(unit(lower), unit(upper)) if sign < 0 else cross(unit(upper), unit(lower))
    return unit(spare if length(across) < 0.02 else across)


def _bone(up: Vec, hinge: Vec) -> Mat:
    y = unit(up)
    x = unit(cross(y, hinge))
    return axes(x, y, cross(x, y))


def _chain(parent: Mat, upper: Mat, lower: Mat, root: str, middle: str, sense: float) -> Angles:
    z, x, y = angles_zxy(compose(transpose(parent), upper))
    flexion = angles_zxy(compose(transpose(upper), lower))[0] * sense
    return {root: (z, -x, y), middle: (flexion, 0.0, 0.0)}


def _foot(contact: Contact) -> tuple[Mat | None, Vec]:
    """Return the foot's orientation, None where it is free, and the ankle's place."""
    if contact.part == "ankle":
        return None, contact.at
    across = cross(contact.heading, contact.normal)
    flat = axes(unit(cross(contact.normal, across)), contact.normal, unit(across))
    foot = compose(flat, about_z(-contact.pitch))
    if contact.part == "sole":
        return foot, add(contact.at, scale(contact.normal, ANKLE_HEIGHT))
    part = PARTS[contact.part]
    local = _BALL if contact.part == "ball" else part.centre
    return foot, sub(add(contact.at, scale(contact.normal, part.radius)), turn(foot, local))


def _kneel(pelvis: Frame, hip: Vec, contact: Contact) -> Angles:
    knee = add(contact.at, scale(contact.normal, PARTS["knee"].radius))
    lift = scale(contact.normal, tan(radians(contact.pitch)))
    shin = unit(add(contact.heading, lift))
    up = unit(sub(hip, knee))
    spare = turn(pelvis.turned, (0.0, 0.0, 1.0))
    hinge = _hinge(up, scale(shin, -1.0), spare, -1.0)
    return _chain(pelvis.turned, _bone(up, hinge), _bone(scale(shin, -1.0), hinge), "hip", "knee", -1.0)


def _lean(thorax: Frame, shoulder: Vec, contact: Contact) -> Angles:
    elbow = add(contact.at, scale(contact.normal, PARTS["elbow"].radius))
    along = unit(add(contact.heading, scale(contact.normal, -0.05)))
    up = unit(sub(shoulder, elbow))
    spare = turn(thorax.turned, (0.0, 0.0, 1.0))
    hinge = _hinge(up, scale(along, -1.0), spare, 1.0)
    upper, fore = _bone(up, hinge), _bone(scale(along, -1.0), hinge)
    angles = _chain(thorax.turned, upper, fore, "shoulder", "elbow", 1.0)
    return angles | _wrist(angles["elbow"][0], fore, _flat_hand(along, contact.normal))


def _hand(contact: Contact) -> Mat | None:
    return _flat_hand(contact.heading, contact.normal) if contact.part == "palm" else None


def _flat_hand(heading: Vec, normal: Vec) -> Mat:
    """Return a hand with the palm against a surface and the fingers along ``heading``."""
    palm = scale(normal, -1.0)
    up = scale(unit(sub(heading, scale(normal, dot(heading, normal)))), -1.0)
    return axes(palm, up, cross(palm, up))


def _wrist(flexion: float, fore: Mat, hand: Mat) -> Angles:
    """Split the hand's turn into pronation, wrist flexion and deviation (Cardan Y-Z-X)."""
    m = compose(transpose(fore), hand)
    bent = degrees(asin(max(-1.0, min(1.0, m[1][0]))))
    if abs(m[1][0]) > 0.9998:
        turned = degrees(atan2(m[0][2], m[2][2]))
        return {"elbow": (flexion, 0.0, (turned + 160.0) % 360.0 - 160.0), "wrist": (bent, 0.0, 0.0)}
    pronation = degrees(atan2(-m[2][0], m[0][0]))
    aside = degrees(atan2(-m[1][2], m[1][1]))
    if abs(aside) > 90.0 and abs(bent) > _PAST:
        pronation, bent = pronation + 180.0, (180.0 if bent > 0 else -180.0) - bent
        aside -= 180.0 if aside > 0 else -180.0
    pronation = (pronation + 160.0) % 360.0 - 160.0
    return {"elbow": (flexion, 0.0, pronation), "wrist": (bent, -aside, 0.0)}
