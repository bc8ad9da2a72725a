"""Forward and inverse kinematics agree, left mirrors right, signs are as documented."""

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mainstay.figure import Pose, settle, stand
from mainstay.figure import anthropometry as size
from mainstay.figure.contact import Contact, mirrored
from mainstay.figure.measure import miss
from mainstay.figure.settle import Stance
from mainstay.figure.skeleton import JOINTS, SEGMENTS
from mainstay.figure.vector import angles_zxy, length, mirror, sub, zxy

angle = st.floats(-80, 80)


def upright(**angles: tuple[float, float, float]) -> Pose:
    return Pose((0.0, 0.9, 0.0), 0.0, 0.0, 0.0, {k.replace("_", "-"): v for k, v in angles.items()})


@pytest.mark.parametrize(
    ("joint", "angles", "moved", "axis", "sign"),
    [
        ("hip-right", (30, 0, 0), "knee-right", 0, 1),
        ("hip-right", (0, 30, 0), "knee-right", 2, 1),
        ("hip-left", (0, 30, 0), "knee-left", 2, -1),
        ("knee-right", (40, 0, 0), "ankle-right", 0, -1),
        ("ankle-right", (20, 0, 0), "toes-right", 1, 1),
        ("shoulder-left", (60, 0, 0), "elbow-left", 0, 1),
        ("shoulder-left", (0, 60, 0), "elbow-left", 2, -1),
        ("elbow-right", (90, 0, 0), "wrist-right", 0, 1),
        ("lumbosacral", (20, 0, 0), "midthoracic", 0, 1),
        ("lumbosacral", (0, 10, 0), "midthoracic", 2, 1),
    ],
)
def test_a_positive_angle_moves_the_segment_where_the_documentation_says(
    joint: str, angles: tuple[float, float, float], moved: str, axis: int, sign: int
) -> None:
    straight, bent = stand(upright()), stand(Pose((0.0, 0.9, 0.0), 0.0, 0.0, 0.0, {joint: angles}))
    assert sign * (bent.joint(moved)[axis] - straight.joint(moved)[axis]) > 0.02


def test_turning_the_trunk_to_the_left_brings_the_right_shoulder_forward() -> None:
    turned = stand(upright(midthoracic=(0, 0, 30)))
    assert turned.joint("shoulder-right")[0] > turned.joint("shoulder-left")[0]


def test_the_standing_body_is_as_tall_as_it_claims() -> None:
    body = stand(Pose((0.0, size.ANKLE_HEIGHT + size.SHANK + size.THIGH, 0.0), 0.0, 0.0, 0.0, {}))
    top = body.place("head", (-0.005, 0.045 + 0.088, 0.0))[1]
    assert isclose(top, size.HEIGHT, abs_tol=0.01)


@given(angle, st.floats(-85, 85), angle)
def test_cardan_angles_come_back_from_their_rotation(z: float, x: float, y: float) -> None:
    assert all(isclose(a, b, abs_tol=1e-6) for a, b in zip(angles_zxy(zxy(z, x, y)), (z, x, y), strict=True))


@given(
    st.floats(0.35, 0.5),
    st.floats(-0.3, 0.3),
    st.floats(0.02, 0.35),
    st.sampled_from(["palm", "grip", "wrist"]),
)
def test_an_arm_reaches_any_place_within_its_length(x: float, y: float, z: float, part: str) -> None:
    stance = Stance(
        Pose((0.0, 0.0, 0.0), 0.0, 0.0, 0.0, {}), "pelvis", (0.0, 0.9, 0.0),
        contacts=(Contact(part, "right", (x * 0.7, 1.2 + y * 0.7, z), pole=(-0.6, -1.0, 0.5)),),
    )  # fmt: skip
    body = settle(stance)
    assert miss(body, stance.contacts[0]) < 5e-3


@given(st.floats(-0.25, 0.3), st.floats(0.0, 0.3), st.sampled_from(["sole", "ball", "heel", "ankle"]))
def test_a_leg_reaches_and_its_mirror_image_is_the_other_leg(x: float, y: float, part: str) -> None:
    right = Contact(part, "right", (x, y, 0.12), pitch=0.0 if part == "sole" else 20.0)
    pose = Pose((0.0, 0.0, 0.0), -10.0, 0.0, 0.0, {})
    body = settle(Stance(pose, "pelvis", (0.0, 0.75, 0.0), contacts=(right, mirrored(right))))
    assert miss(body, right) < 1e-3
    assert length(sub(mirror(body.joint("knee-right")), body.joint("knee-left"))) < 1e-9
    assert body.pose.angle("hip-right") == pytest.approx(body.pose.angle("hip-left"))


def test_out_of_reach_a_limb_points_at_its_place_and_keeps_its_length() -> None:
    far = Contact("ankle", "right", (3.0, 0.9, 0.085))
    body = settle(
        Stance(Pose((0.0, 0.0, 0.0), 0.0, 0.0, 0.0, {}), "pelvis", (0.0, 0.9, 0.0), contacts=(far,))
    )
    reach = length(sub(body.joint("ankle-right"), body.joint("hip-right")))
    assert reach == pytest.approx(size.THIGH + size.SHANK, rel=1e-3)


@given(st.dictionaries(st.sampled_from([j.name for j in JOINTS]), st.tuples(angle, angle, angle)))
def test_bones_keep_their_lengths_in_every_pose(angles: dict[str, tuple[float, float, float]]) -> None:
    body = stand(Pose((0.0, 1.0, 0.0), 12.0, -20.0, 33.0, angles))
    for joint in JOINTS:
        gap = length(sub(body.joint(joint.name), body.frames[joint.parent].at))
        assert gap == pytest.approx(length(joint.offset))


def test_every_segment_is_placed_once() -> None:
    assert set(stand(upright()).frames) == set(SEGMENTS)
    assert len(SEGMENTS) == len(set(SEGMENTS)) == 21
