"""One position of the body: where the pelvis is, and every joint's angles."""

from collections.abc import Mapping
from dataclasses import dataclass

from mainstay.figure.skeleton import JOINT, JOINTS, Triple
from mainstay.figure.vector import ORIGIN, Mat, Vec, about_y, compose, zxy

STRAIGHT: Triple = (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Pose:
    """``at`` is the midpoint between the hips in metres; ``tilt``, ``roll``, ``heading`` turn the pelvis.

    ``tilt`` (degrees about Z) is 0 upright, 90 lying on the back with the head toward -X, -90 face down with
    the head toward +X; ``roll`` (about X) leans to the right; ``heading`` (about Y) turns to the left;
    ``spin`` turns it to the left about its own long axis, as when a lying body rolls. A joint that ``angles``
    does not name is straight.
    """

    at: Vec
    tilt: float
    roll: float
    heading: float
    angles: Mapping[str, Triple]
    spin: float = 0.0

    def angle(self, joint: str) -> Triple:
        """Return flexion, abduction and rotation of a joint, in degrees."""
        return self.angles.get(joint, STRAIGHT)


NEUTRAL = Pose(ORIGIN, 0.0, 0.0, 0.0, {})


def pelvis_turn(pose: Pose) -> Mat:
    """Return how the pelvis stands in the room."""
    return compose(about_y(pose.heading), zxy(pose.tilt, pose.roll, pose.spin))


def joint_turn(name: str, angles: Triple) -> Mat:
    """Return the rotation of a joint from its clinical angles."""
    sense = JOINT[name].sense
    return zxy(angles[0] * sense[0], angles[1] * sense[1], angles[2] * sense[2])


def beyond_limits(pose: Pose, slack: float = 0.0) -> tuple[str, ...]:
    """Return a line for every angle outside its joint's limits by more than ``slack`` degrees."""
    words = ("flexion", "abduction", "rotation")
    return tuple(
        f"{joint.name} {word} {angle:.0f} is outside {low:.0f} to {high:.0f}"
        for joint in JOINTS
        for word, angle, (low, high) in zip(words, pose.angle(joint.name), joint.limits, strict=True)
        if not low - slack <= angle <= high + slack
    )
