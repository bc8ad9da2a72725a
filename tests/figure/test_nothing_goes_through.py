"""No part of the body goes through another, nor through chair or bench, at any moment of any rung."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import rtoml

from mainstay.figure import Body, Motion, Pose, Prop, PropKind, settle, stand
from mainstay.figure.props import USUAL
from mainstay.figure.skeleton import JOINTS, SIDES
from mainstay.figure.vector import Vec, about_y, dot, length, lerp, sub, unturn

Motions = dict[tuple[str, str], Motion]
End = tuple[float, float, float, float]
Capsule = tuple[Vec, float, Vec, float]
Box = tuple[Vec, Vec]
DATA: dict[str, Any] = rtoml.load(Path(__file__).parent / "solids.toml")
TOLERANCE: float = DATA["tolerance"]
MOMENTS = [step / 7 for step in range(7)]
ALONG = (0.0, 0.25, 0.5, 0.75, 1.0)


def shapes() -> dict[str, tuple[End, End]]:
    """Every segment's capsule in its own frame."""
    found: dict[str, tuple[End, End]] = {}
    for name, (a, b) in DATA["capsules"].items():
        if f"{name}-right" not in {joint.segment for joint in JOINTS}:
            found[name] = (tuple(a), tuple(b))
            continue
        found[f"{name}-right"] = (tuple(a), tuple(b))
        found[f"{name}-left"] = tuple((x, y, -z, r) for x, y, z, r in (a, b))  # type: ignore[assignment]
    return found


SHAPES = shapes()


def plain(name: str) -> str:
    return name.removesuffix("-left").removesuffix("-right")


def neighbours() -> set[frozenset[str]]:
    """Pairs that a joint joins."""
    return {frozenset((joint.parent, joint.segment)) for joint in JOINTS}


PAIRS = [pair for pair in combinations(SHAPES, 2) if frozenset(pair) not in neighbours()]
MEANT = {frozenset(row["pair"]): float(row["tolerance"]) for row in DATA["meant"]}


def allowed(one: str, two: str) -> float:
    """The metres by which two parts may press into each other."""
    return MEANT.get(frozenset((plain(one), plain(two))), TOLERANCE)


def capsules(body: Body) -> dict[str, Capsule]:
    return {
        name: (body.place(name, a[:3]), a[3], body.place(name, b[:3]), b[3])
        for name, (a, b) in SHAPES.items()
    }


def nearest(a: Vec, b: Vec, c: Vec, d: Vec) -> tuple[float, float]:
    """The shares along a-b and c-d where they are nearest (Ericson, Real-Time Collision Detection, 2005)."""
    u, v, w = sub(b, a), sub(d, c), sub(a, c)
    uu, uv, vv, uw, vw = dot(u, u), dot(u, v), dot(v, v), dot(u, w), dot(v, w)
    slack = uu * vv - uv * uv
    s = min(1.0, max(0.0, (uv * vw - uw * vv) / slack)) if slack > 1e-12 else 0.0
    t = (uv * s + vw) / vv
    if not 0.0 <= t <= 1.0:
        t = min(1.0, max(0.0, t))
        s = min(1.0, max(0.0, (uv * t - uw) / uu))
    return s, t


def pressed(one: Capsule, two: Capsule) -> float:
    """How deep two capsules are in each other; below zero they are apart."""
    (a, ra, b, rb), (c, rc, d, rd) = one, two
    s, t = nearest(a, b, c, d)
    reach = ra + (rb - ra) * s + rc + (rd - rc) * t
    return reach - length(sub(lerp(a, b, s), lerp(c, d, t)))


def boxes(prop: Prop) -> list[Box]:
    """What is solid of a chair or bench, as middle and half size, about the thing's own place."""
    size = [s or u for s, u in zip(prop.size, USUAL[prop.kind], strict=True)]
    high = size[1]
    if prop.kind is PropKind.BENCH:
        return [((0.0, high - 0.035, 0.0), (size[0] / 2, 0.035, size[2] / 2))]
    posts = [(dx, dz) for dx in (-0.20, 0.18) for dz in (-0.19, 0.19)]
    return [
        ((0.0, high - 0.023, 0.0), (0.20, 0.023, 0.20)),
        ((-0.24, high + 0.31, 0.0), (0.015, 0.10, 0.20)),
        *(((dx, high / 2, dz), (0.014, high / 2, 0.014)) for dx, dz in posts),
    ]


def sunk(capsule: Capsule, prop: Prop) -> float:
    """How deep a capsule is in a chair or bench."""
    a, ra, b, rb = capsule
    m = about_y(prop.turn)
    depth = -1.0
    for share in ALONG:
        spot, radius = unturn(m, sub(lerp(a, b, share), prop.at)), ra + (rb - ra) * share
        depth = max(depth, *(radius - outside(spot, box) for box in boxes(prop)))
    return depth


def outside(spot: Vec, box: Box) -> float:
    """How far a point is from a box, negative inside."""
    middle, half = box
    x, y, z = (abs(p - q) - h for p, q, h in zip(spot, middle, half, strict=True))
    return length((max(x, 0.0), max(y, 0.0), max(z, 0.0))) + min(max(x, y, z), 0.0)


def moments(motion: Motion) -> Iterator[tuple[int, float, Body]]:
    for index in range(len(motion.stances)):
        for share in MOMENTS:
            yield index, share, motion.between(index, share)


def through_itself(body: Body) -> dict[tuple[str, str], float]:
    """Pairs of parts that are deeper in each other than they may be."""
    placed = capsules(body)
    depths = {(one, two): pressed(placed[one], placed[two]) for one, two in PAIRS}
    return {pair: round(depth, 3) for pair, depth in depths.items() if depth > allowed(*pair)}


def through_thing(body: Body, prop: Prop) -> dict[str, float]:
    """Parts that are deeper in a chair or bench than they may be."""
    depths = {name: sunk(capsule, prop) for name, capsule in capsules(body).items()}
    return {name: round(depth, 3) for name, depth in depths.items() if depth > TOLERANCE}


def test_no_part_goes_through_another_at_any_moment(motions: Motions) -> None:
    through = {
        (*key, index, round(share, 2)): found
        for key, motion in motions.items()
        for index, share, body in moments(motion)
        if (found := through_itself(body))
    }
    assert through == {}


def test_no_part_goes_through_chair_or_bench_at_any_moment(motions: Motions) -> None:
    through = {
        (*key, index, round(share, 2), prop.kind.value): found
        for key, motion in motions.items()
        for prop in motion.movement.props
        if prop.kind in (PropKind.CHAIR, PropKind.BENCH)
        for index, share, body in moments(motion)
        if (found := through_thing(body, prop))
    }
    assert through == {}


def test_a_fault_is_bad_form_but_not_an_impossible_body(motions: Motions) -> None:
    faults = [(key, fault) for key, motion in motions.items() for fault in motion.movement.faults]
    through = {(*key, fault.name): through_itself(settle(fault.stance)) for key, fault in faults}
    assert {name: found for name, found in through.items() if found} == {}


def test_legs_that_cross_through_each_other_are_found() -> None:
    crossed = stand(Pose((0.0, 0.9, 0.0), 0.0, 0.0, 0.0, {f"hip-{s}": (0.0, -30.0, 0.0) for s in SIDES}))
    assert ("thigh-right", "thigh-left") in through_itself(crossed)
    assert through_itself(stand(Pose((0.0, 0.9, 0.0), 0.0, 0.0, 0.0, {}))) == {}


def test_a_body_that_stands_in_a_chair_or_bench_is_found() -> None:
    upright = stand(Pose((0.0, 0.9, 0.0), 0.0, 0.0, 0.0, {}))
    for kind in (PropKind.CHAIR, PropKind.BENCH):
        assert through_thing(upright, Prop(kind, (0.0, 0.0, 0.0))).keys() >= {"shank-right", "shank-left"}
        assert through_thing(upright, Prop(kind, (0.8, 0.0, 0.0))) == {}


def test_the_allowances_are_small_and_say_why() -> None:
    assert TOLERANCE <= 0.035
    assert all(row["tolerance"] <= 0.065 and row["why"] for row in DATA["meant"])
