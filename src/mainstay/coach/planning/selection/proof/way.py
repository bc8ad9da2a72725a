"""From the steps of a search back to sessions."""

from typing import NamedTuple

from mainstay.coach.planning.selection.proof.bound import less
from mainstay.coach.planning.selection.proof.reduce import Reduced
from mainstay.coach.planning.selection.proof.search import Step
from mainstay.coach.planning.selection.proof.window import Window
from mainstay.coach.planning.selection.rooms import SHIFT


class Chosen(NamedTuple):
    """An option of a need, and the sessions of the problem in which it stands."""

    need: int
    option: int
    sessions: tuple[int, ...]


def chosen(within: Window, problem: Reduced, way: Step) -> tuple[Chosen, ...]:
    """Walk the steps again, with names; positions are those of the rooms in ascending order."""
    steps = {}
    step: Step | None = way
    while step:
        before, i, number, positions = step
        steps[i] = number, positions
        step = before
    rooms = list(zip(within.rooms, within.owners, strict=True))
    placed = []
    for i, row in enumerate(within.frame.rows):
        if i in steps:
            number, positions = steps[i]
            item = row.items[number]
            owners = sorted(rooms[p][1] for p in positions)
            placed.append(Chosen(row.need, item.option, tuple([problem.sessions[o] for o in owners])))
            for p in positions:
                rooms[p] = less(rooms[p][0], item.seconds << SHIFT | 1), rooms[p][1]
        rooms = sorted([(within.frame.form(i + 1, room), owner) for room, owner in rooms])
    return tuple(placed)
