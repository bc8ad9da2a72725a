"""Forward kinematics: from a pose to where every segment is."""

from collections.abc import Mapping
from dataclasses import dataclass

from mainstay.figure.pose import Pose, joint_turn, pelvis_turn
from mainstay.figure.skeleton import JOINTS
from mainstay.figure.vector import Mat, Vec, add, compose, turn


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a segment's own axes are: ``at`` its proximal joint, ``turned`` out of the room's axes."""

    at: Vec
    turned: Mat

    def place(self, local: Vec) -> Vec:
        """Return the room's coordinates of a point of this segment."""
        return add(self.at, turn(self.turned, local))


@dataclass(frozen=True, slots=True)
class Body:
    """A pose with the frames of its segments."""

    pose: Pose
    frames: Mapping[str, Frame]

    def place(self, segment: str, local: Vec) -> Vec:
        """Return where a point of a segment is, in metres."""
        return self.frames[segment].place(local)

    def joint(self, name: str) -> Vec:
        """Return the centre of a joint, in metres."""
        return self.frames[_CARRIED[name]].at


_CARRIED = {joint.name: joint.segment for joint in JOINTS}


def stand(pose: Pose) -> Body:
    """Return the body in a pose."""
    frames: dict[str, Frame] = {"pelvis": Frame(pose.at, pelvis_turn(pose))}
    for joint in JOINTS:
        parent = frames[joint.parent]
        angles = pose.angles.get(joint.name)
        turned = compose(parent.turned, joint_turn(joint.name, angles)) if angles else parent.turned
        frames[joint.segment] = Frame(parent.place(joint.offset), turned)
    return Body(pose, frames)
