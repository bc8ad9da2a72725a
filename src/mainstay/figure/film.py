"""Read whole movements: rungs with their beats, props, camera and faults."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mainstay.figure.movement import Camera, Cue, Fault, Keyframe, Movement, Prop, PropKind
from mainstay.figure.reading import MovementError, Table, read_stance
from mainstay.figure.relax import relaxed
from mainstay.figure.settle import Stance
from mainstay.figure.vector import Vec
from mainstay.kernel import Side


@dataclass(frozen=True, slots=True)
class Facts:
    """What the catalogue says of a rung: ``tempo`` is (phase, seconds, breath) in order.

    ``holds``: its doses have a hold. ``sided``: it is done on each side.
    """

    title: str
    words: str
    tempo: tuple[tuple[str, float, str], ...]
    holds: bool
    sided: bool
    primary: tuple[str, ...]
    secondary: tuple[str, ...]


def read_movements(
    exercise: str, table: Table, shared: Mapping[str, Table], facts: Mapping[str, Facts]
) -> dict[str, Movement]:
    """Return the movements of an exercise by rung.

    ``table`` is a parsed movement file, ``shared`` the poses that every file may start from. A rung without
    facts is left out. Raise MovementError with the exercise's and rung's name where the file is wrong.
    """
    poses = {**shared, **table.get("poses", {})}
    rows = {row["slug"]: row for row in table["rungs"]}
    found = dict[str, Movement]()
    for slug in rows:
        if slug not in facts:
            continue
        try:
            found[slug] = _movement(exercise, slug, _full_row(rows, slug), poses, facts[slug])
        except (MovementError, KeyError, TypeError, ValueError) as error:
            raise MovementError(f"{exercise}/{slug}: {error}") from error
    return found


def _full_row(rows: Mapping[str, Table], slug: str) -> dict[str, Any]:
    own = dict(rows[slug])
    return {**_full_row(rows, own.pop("like")), **own} if "like" in own else own


def _movement(exercise: str, slug: str, row: Table, poses: Mapping[str, Table], facts: Facts) -> Movement:
    camera = Camera(*(float(v) for v in row.get("camera", (11, 8))))
    return Movement(
        exercise,
        slug,
        facts.title,
        facts.words,
        _keyframes(row, poses, facts),
        camera,
        props=tuple(_prop(p) for p in row.get("props", ())),
        side=Side(row.get("side", "right")) if facts.sided else None,
        shows_spine=bool(row.get("spine", False)),
        flows=bool(row.get("flows", False)),
        show=int(row.get("show", 1)),
        ghost=bool(row.get("ghost", True)),
        primary=facts.primary,
        secondary=facts.secondary,
        arrows=tuple(row["arrows"]) if "arrows" in row else None,
        cues=tuple(_cue(c) for c in row.get("cues", ())),
        order=tuple(row.get("order", ())),
        faults=tuple(_fault(k, v, poses) for k, v in row.get("faults", {}).items()),
    )


def _stance(poses: Mapping[str, Table], name: str) -> Stance:
    return relaxed(read_stance(poses, name))


def _fault(name: str, table: Table, poses: Mapping[str, Table]) -> Fault:
    camera = Camera(*(float(v) for v in table["camera"])) if "camera" in table else None
    props = tuple(_prop(p) for p in table.get("props", ()))
    return Fault(name, table["words"], _stance(poses, table["pose"]), camera, props)


def _cue(table: Table) -> Cue:
    return Cue(
        tuple((float(x), float(y), float(z)) for x, y, z in table["way"]),
        str(table.get("on", "")),
        str(table.get("around", "")),
    )


def _keyframes(row: Table, poses: Mapping[str, Table], facts: Facts) -> tuple[Keyframe, ...]:
    """Return the start and every beat's arrivals; a movement that does not come home is led home."""
    tempo = {name: (seconds, breath) for name, seconds, breath in facts.tempo}
    start = row["start"]
    names, frames = [start], [Keyframe(_stance(poses, start), "start", 1.0)]
    for index, beat in enumerate(row["beats"]):
        phase, stops = beat[0], beat[1:]
        seconds, breath = tempo[phase]
        seconds = float(row.get("seconds", seconds))
        holds = facts.holds and index == int(row.get("holds", 0))
        for k, name in enumerate(stops):
            last = k == len(stops) - 1
            frames.append(Keyframe(_stance(poses, name), phase, seconds / len(stops), breath, holds and last))
            names.append(name)
    return _closed(names, frames)


def _closed(names: Sequence[str], frames: list[Keyframe]) -> tuple[Keyframe, ...]:
    first, last = frames[0], frames[-1]
    if names[-1] == names[0]:
        home = Keyframe(first.stance, last.phase, last.seconds, last.breath, last.holds, counts=True)
        return (home, *frames[1:-1])
    back = Keyframe(first.stance, "return", last.seconds, "free")
    counted = Keyframe(last.stance, last.phase, last.seconds, last.breath, last.holds, counts=True)
    return (back, *frames[1:-1], counted)


def _prop(table: Table) -> Prop:
    def vec(name: str, default: Vec) -> Vec:
        x, y, z = table.get(name, default)
        return (float(x), float(y), float(z))

    return Prop(
        PropKind(table["kind"]),
        vec("at", (0.0, 0.0, 0.0)),
        vec("size", (0.0, 0.0, 0.0)),
        str(table.get("on", "")),
        vec("to", (0.0, 0.0, 0.0)),
        str(table.get("to_on", "")),
        float(table.get("turn", 0.0)),
    )
