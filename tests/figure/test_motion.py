"""Movement without jumps: in place, and in velocity at keyframes."""

from itertools import pairwise

from mainstay.figure import Body, Motion
from mainstay.figure.vector import length, scale, sub

Motions = dict[tuple[str, str], Motion]
STEP = 1e-4
JOINTS = ("hip-right", "knee-left", "ankle-right", "elbow-left", "wrist-right", "craniocervical", "midlumbar")


def velocities(before: Body, after: Body, seconds: float) -> list[tuple[float, float, float]]:
    return [scale(sub(after.joint(name), before.joint(name)), 1 / seconds) for name in JOINTS]


def test_velocity_does_not_jump_at_any_keyframe(motions: Motions) -> None:
    jumps = {}
    for key, motion in motions.items():
        n = len(motion.stances)
        for index in range(n):
            step = STEP * min(motion.seconds[index], motion.seconds[index - 1])
            before, after = step / motion.seconds[index - 1], step / motion.seconds[index]
            here = motion.between(index, 0.0)
            came = velocities(motion.between((index - 1) % n, 1 - before), here, step)
            goes = velocities(here, motion.between(index, after), step)
            jump = max(length(sub(b, a)) for a, b in zip(came, goes, strict=True))
            if jump > 0.02:
                jumps[(*key, index)] = round(jump, 3)
    assert jumps == {}


def test_no_joint_leaps_between_sixtieths_of_a_second(motions: Motions) -> None:
    leaps = {}
    for key, motion in motions.items():
        count = max(12, min(240, int(motion.period * 60)))
        bodies = [motion.at(motion.period * i / count) for i in range(0, count + 1)]
        for a, b in pairwise(bodies):
            leap = max(length(sub(b.joint(name), a.joint(name))) for name in JOINTS)
            if leap > 0.12:
                leaps[key] = round(leap, 3)
    assert leaps == {}


def test_a_repetition_ends_where_it_began(motions: Motions) -> None:
    for key, motion in motions.items():
        first, last = motion.at(0.0), motion.between(len(motion.stances) - 1, 1.0)
        assert max(length(sub(first.joint(n), last.joint(n))) for n in JOINTS) < 1e-6, key
