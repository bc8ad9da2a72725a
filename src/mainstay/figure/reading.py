"""Read movements from a parsed content file.

A pose is a table: ``mirror`` names the pose of which it is the other side; else ``from`` another pose,
``tilt``/``roll``/``heading``/``spin``, ``pin = [part, x, y, z]``, ``level = [part, height]``, joints by name
(one number is flexion, three are flexion, abduction and rotation; a plural means both sides; ``lumbar`` is
shared out over three joints), and ``touch``, a table of contacts: a plural's place is the right side's, the
left is its mirror image; ``false`` lets a contact of the ``from`` pose go, ``free = true`` all of them.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from mainstay.figure.contact import ARM_PARTS, LEG_PARTS, Contact, mirrored
from mainstay.figure.pose import Pose
from mainstay.figure.settle import Stance, turned_over
from mainstay.figure.skeleton import JOINT, SIDES, Triple
from mainstay.figure.vector import Vec

Table = Mapping[str, Any]
Numbers = float | Sequence[float]
LUMBAR_SHARES = {"lumbosacral": 0.38, "midlumbar": 0.34, "thoracolumbar": 0.28}
"""How a lumbar angle is shared out, after White & Panjabi's ranges of the levels."""
_SHORT = {"thoracic": "midthoracic", "neck": "cervicothoracic", "head": "craniocervical"}
_PLURAL = {"feet": "foot", "knees": "knee", "ankles": "ankle", "hips": "hip", "toes": "toes"}
_DOWN: Vec = (-1.0, 0.0, 0.0)


class MovementError(ValueError):
    """A movement file says something that the figure does not understand."""


def read_stance(poses: Mapping[str, Table], name: str) -> Stance:
    """Return the stance of a named pose; raise MovementError where a name is unknown."""
    table = _inherited(poses, name)
    if "mirror" in table:
        return turned_over(read_stance(poses, table["mirror"]))
    try:
        return Stance(
            Pose(
                (0.0, 0.0, 0.0),
                float(table.get("tilt", 0)),
                float(table.get("roll", 0)),
                float(table.get("heading", 0)),
                _angles(table),
                float(table.get("spin", 0)),
            ),
            str(table["pin"][0]),
            _vec(table["pin"][1:]),
            *_level(table),
            contacts=_contacts(table.get("touch", {})),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise MovementError(f"pose {name}: {error}") from error


def _inherited(poses: Mapping[str, Table], name: str) -> dict[str, Any]:
    if name not in poses:
        raise MovementError(f"no pose is called {name}; the file has {', '.join(sorted(poses))}")
    own = dict(poses[name])
    if "from" not in own:
        return own
    base = _inherited(poses, own.pop("from"))
    if "pin" in own and "level" not in own:
        base.pop("level", None)
    if own.pop("free", False):
        base.pop("touch", None)
    return {**base, **own, "touch": _merged(base.get("touch", {}), own.get("touch", {}))}


def _merged(base: Table, own: Table) -> Table:
    """Return the base's contacts with the pose's own after them, so that the own ones have the last word."""
    return {**{key: value for key, value in base.items() if key not in own}, **own}


def _level(table: Table) -> tuple[str, float]:
    level = table.get("level") or ("", 0)
    return str(level[0]), float(level[1])


def _angles(table: Table) -> dict[str, Triple]:
    angles = dict[str, Triple]()
    for key, value in table.items():
        if key == "lumbar":
            f, a, r = _triple(value)
            angles |= {n: (f * s, a * s, r * s) for n, s in LUMBAR_SHARES.items()}
            continue
        for name in _joints(key):
            angles[name] = _triple(value)
    return angles


def _joints(key: str) -> tuple[str, ...]:
    name = _SHORT.get(key, key)
    if name in JOINT:
        return (name,)
    single = name if name == "toes" else name.removesuffix("s")
    both = tuple(f"{single}-{side}" for side in SIDES)
    if both[0] in JOINT:
        return both
    if key not in ("tilt", "roll", "heading", "spin", "pin", "level", "touch", "free"):
        raise MovementError(f"{key} is neither a joint nor a word that a pose knows")
    return ()


def _triple(value: Numbers) -> Triple:
    if isinstance(value, int | float):
        return (float(value), 0.0, 0.0)
    f, a, r = value
    return (float(f), float(a), float(r))


def _vec(value: Sequence[float]) -> Vec:
    x, y, z = value
    return (float(x), float(y), float(z))


def _contacts(table: Table) -> tuple[Contact, ...]:
    found = dict[str, Contact]()
    for key, value in table.items():
        for contact in _contact(key, value or (0, 0, 0)):
            if value is False:
                found.pop(contact.slot, None)
            else:
                found[contact.slot] = contact
    return tuple(found.values())


def _contact(key: str, value: Table | Sequence[float]) -> tuple[Contact, ...]:
    part, _, side = key.partition("-")
    single = part if part in LEG_PARTS + ARM_PARTS else part.removesuffix("s")
    if single not in LEG_PARTS + ARM_PARTS:
        raise MovementError(f"{key} is no part that can touch; use {', '.join(LEG_PARTS + ARM_PARTS)}")
    table = value if isinstance(value, Mapping) else {"at": value}
    right = Contact(single, side or "right", _vec(table["at"]), **_extras(single, table))
    return (right,) if side else (right, mirrored(right))


def _extras(part: str, table: Table) -> dict[str, Any]:
    extras: dict[str, Any] = {k: _vec(table[k]) for k in ("heading", "normal", "pole") if k in table}
    if part == "knee":
        extras.setdefault("heading", _DOWN)
    return extras | {k: table[k] for k in ("on", "pitch") if k in table}
