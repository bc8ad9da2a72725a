"""A movement file that is wrong says what and where."""

from typing import Any

import pytest

from mainstay.catalogue import load_catalogue
from mainstay.catalogue.movements import load_movements
from mainstay.figure import Facts, Movement, MovementError, read_movements, settle
from mainstay.figure.reading import read_stance
from mainstay.figure.vector import mirror

SHARED = {"up": {"pin": ["pelvis", 0, 0.9, 0], "touch": {"soles": [0, 0, 0.1]}}}
FACTS = Facts("T", "W", (("down", 2.0, "in"), ("up", 1.0, "out")), True, False, (), ())


def read(poses: dict[str, object], **row: object) -> Movement:
    rung = {"slug": "r", "start": "up", "beats": [["down", "low"], ["up", "up"]], **row}
    return read_movements("e", {"poses": poses, "rungs": [rung]}, SHARED, {"r": FACTS})["r"]  # type: ignore[dict-item]


def test_a_pose_inherits_and_a_contact_can_be_let_go() -> None:
    low = {"from": "up", "pin": ["pelvis", 0, 0.6, 0], "touch": {"sole-right": False}}
    stance = read_stance({**SHARED, "low": low}, "low")
    assert [c.side for c in stance.contacts] == ["left"]


def test_free_lets_every_contact_go() -> None:
    assert read_stance({**SHARED, "low": {"from": "up", "free": True}}, "low").contacts == ()


def test_a_plural_is_both_sides_and_lumbar_is_shared_out() -> None:
    pose = read_stance({**SHARED, "p": {"from": "up", "hips": [30, 5, 0], "lumbar": 50}}, "p").pose
    assert pose.angle("hip-left") == pose.angle("hip-right") == (30.0, 5.0, 0.0)
    assert sum(pose.angle(n)[0] for n in ("lumbosacral", "midlumbar", "thoracolumbar")) == pytest.approx(50)


def test_beats_take_their_seconds_from_the_tempo_and_come_home() -> None:
    movement = read({"low": {"from": "up", "pin": ["pelvis", 0, 0.6, 0]}})
    home, low = movement.keyframes
    assert (home.phase, home.seconds, home.counts) == ("up", 1.0, True)
    assert (low.phase, low.seconds, low.holds) == ("down", 2.0, True)


@pytest.mark.parametrize(
    ("pose", "words"),
    [
        ({"from": "nowhere"}, "no pose is called nowhere"),
        ({"from": "up", "hipz": 3}, "hipz is neither a joint"),
        ({"from": "up", "touch": {"nose": [0, 0, 0]}}, "no part that can touch"),
        ({"from": "up", "hips": [1, 2]}, "low"),
    ],
)
def test_a_wrong_pose_names_the_exercise_the_rung_and_the_word(pose: dict[str, object], words: str) -> None:
    with pytest.raises(MovementError, match="e/r.*" + words):
        read({"low": pose})


def test_a_phase_that_the_tempo_does_not_know_is_refused() -> None:
    with pytest.raises(MovementError, match="sideways"):
        read({"low": {"from": "up"}}, beats=[["sideways", "low"], ["up", "up"]])


def test_a_mirrored_pose_is_the_other_side_of_its_pose() -> None:
    one = {
        "from": "up",
        "roll": 8,
        "lumbar": [4, 6, 5],
        "hip-right": [30, 5, 2],
        "touch": {"sole-left": False},
    }
    poses: dict[str, Any] = {**SHARED, "one": one, "two": {"mirror": "one"}}
    right, left = read_stance(poses, "one"), read_stance(poses, "two")
    assert (right.pose.roll, left.pose.roll) == (8, -8)
    assert left.pose.angle("hip-left") == right.pose.angle("hip-right") == (30.0, 5.0, 2.0)
    flexion, aside, turned = right.pose.angle("midlumbar")
    assert left.pose.angle("midlumbar") == pytest.approx((flexion, -aside, -turned))
    assert [c.side for c in left.contacts] == ["left"]
    body, other = settle(right), settle(left)
    for joint in ("knee", "wrist", "ankle"):
        assert other.joint(f"{joint}-left") == pytest.approx(mirror(body.joint(f"{joint}-right")), abs=1e-9)


def test_a_movement_file_may_be_like_another() -> None:
    exercises = load_catalogue().exercises
    found = load_movements([exercises["walking"], exercises["easy-walk"]])
    assert found["easy-walk", "easy"].keyframes == found["walking", "easy"].keyframes
    assert ("easy-walk", "brisk") not in found
