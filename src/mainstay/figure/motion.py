"""The body at any moment of a movement.

Between two keyframes everything follows the minimum-jerk course of unhurried human movement (Flash & Hogan,
J Neurosci 1985;5:1688): rest to rest, so velocity never jumps. A movement that flows instead passes through
its keyframes on a Catmull-Rom curve. Contacts that hold at both ends are reached anew at every moment.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from mainstay.figure.body import Body
from mainstay.figure.contact import Contact
from mainstay.figure.movement import Movement
from mainstay.figure.pose import Pose
from mainstay.figure.settle import Stance, settle
from mainstay.figure.skeleton import JOINTS, Triple
from mainstay.figure.vector import Vec

Weights = Sequence[tuple[int, float]]


@dataclass(frozen=True, slots=True)
class Motion:
    """A movement with its keyframes settled; ``seconds[i]`` is the time from keyframe i to the next."""

    movement: Movement
    stances: tuple[Stance, ...]
    solved: tuple[Pose, ...]
    seconds: tuple[float, ...]

    @property
    def period(self) -> float:
        """The seconds of one repetition, without the hold."""
        return sum(self.seconds)

    def at(self, moment: float) -> Body:
        """Return the body ``moment`` seconds into the repetition; it repeats."""
        left = moment % self.period
        for index, seconds in enumerate(self.seconds):
            if left <= seconds:
                return self.between(index, left / seconds)
            left -= seconds
        return self.between(0, 0.0)

    def between(self, index: int, share: float) -> Body:
        """Return the body a ``share`` (0 to 1) of the time after keyframe ``index``."""
        n = len(self.stances)
        if self.movement.flows:
            return self._blend([((index + k - 1) % n, w) for k, w in enumerate(_catmull_rom(share))])
        return self._blend(((index, 1.0 - _ease(share)), ((index + 1) % n, _ease(share))))

    def _blend(self, weights: Weights) -> Body:
        mixed = _mixed_pose(self.solved, weights)
        stances = [self.stances[index] for index, _ in weights]
        first = stances[0]
        if any((s.pin, s.level) != (first.pin, first.level) for s in stances):
            first = replace(first, pin="pelvis", pin_at=mixed.at, level="")
        else:
            first = replace(first, pin_at=_mix(weights, lambda i: self.stances[i].pin_at))
        return settle(replace(first, pose=mixed, contacts=_shared(self.stances, weights)))


def set_in_motion(movement: Movement) -> Motion:
    """Return the movement ready to be asked for any moment."""
    frames = movement.keyframes
    solved = list[Pose]()
    for frame in frames:
        pose = settle(frame.stance).pose
        solved.append(_unwound(pose, solved[-1]) if solved else pose)
    seconds = tuple(frame.seconds for frame in (*frames[1:], frames[0]))
    return Motion(movement, tuple(frame.stance for frame in frames), tuple(solved), seconds)


def _ease(share: float) -> float:
    return share**3 * (10 - 15 * share + 6 * share * share)


def _catmull_rom(t: float) -> tuple[float, float, float, float]:
    a, b = t * t, t * t * t
    return ((-b + 2 * a - t) / 2, (3 * b - 5 * a + 2) / 2, (-3 * b + 4 * a + t) / 2, (b - a) / 2)


def _mix(weights: Weights, value: Callable[[int], Vec]) -> Vec:
    x = y = z = 0.0
    for index, weight in weights:
        a, b, c = value(index)
        x, y, z = x + a * weight, y + b * weight, z + c * weight
    return (x, y, z)


def _mixed_pose(solved: Sequence[Pose], weights: Weights) -> Pose:
    names = {name for index, _ in weights for name in solved[index].angles}
    angles = {name: _mix(weights, lambda i, name=name: solved[i].angle(name)) for name in names}  # type: ignore[misc]
    tilt, roll, heading = _mix(weights, lambda i: (solved[i].tilt, solved[i].roll, solved[i].heading))
    spin = sum(solved[index].spin * weight for index, weight in weights)
    return Pose(_mix(weights, lambda i: solved[i].at), tilt, roll, heading, angles, spin)


def _shared(stances: Sequence[Stance], weights: Weights) -> tuple[Contact, ...]:
    found = list[Contact]()
    for contact in stances[weights[0][0]].contacts:
        same = {index: _match(stances[index], contact) for index, _ in weights}
        if all(same.values()):
            found.append(_mixed_contact(contact, same, weights))
    return tuple(found)


def _match(stance: Stance, contact: Contact) -> Contact | None:
    key = (contact.slot, contact.part, contact.on)
    return next((c for c in stance.contacts if (c.slot, c.part, c.on) == key), None)


def _mixed_contact(contact: Contact, same: dict[int, Contact | None], weights: Weights) -> Contact:
    def of(name: str) -> Vec:
        return _mix(weights, lambda i: getattr(same[i], name))

    pitch = sum(weight * getattr(same[index], "pitch", 0.0) for index, weight in weights)
    return replace(
        contact, at=of("at"), heading=of("heading"), normal=of("normal"), pole=of("pole"), pitch=pitch
    )


def _unwound(pose: Pose, near: Pose) -> Pose:
    """Return the same pose with every joint's angles written as close to ``near``'s as they can be."""
    angles = {
        joint.name: _nearest(pose.angle(joint.name), near.angle(joint.name), joint.segment)
        for joint in JOINTS
        if joint.name in pose.angles
    }
    return replace(pose, angles=angles)


def _nearest(angles: Triple, near: Triple, segment: str) -> Triple:
    """Choose between the two Cardan triples of one rotation, and whole turns of each."""
    z, x, y = angles
    ball = segment.startswith(("thigh", "upper-arm"))
    choices = [angles, (z + 180.0, (180.0 if x > 0 else -180.0) - x, y + 180.0)] if ball else [angles]
    turned = [(_close(a, near[0]), _close(b, near[1]), _close(c, near[2])) for a, b, c in choices]
    return min(turned, key=lambda t: sum(abs(p - q) for p, q in zip(t, near, strict=True)))


def _close(angle: float, near: float) -> float:
    return near + (angle - near + 180.0) % 360.0 - 180.0
