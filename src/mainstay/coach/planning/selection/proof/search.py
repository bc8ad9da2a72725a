"""Place the items of the needs in the sessions, need after need, keeping only states that can reach the goal.

A state is (the rooms' forms in ascending order, exercises left, shared exercises used): rooms with the
same form are interchangeable, and of the ways to the same state only the worthiest matters. All states of
a layer are extended at once along the edges of a diagram; a state is dropped when the bound of its rooms,
or the heaviest path left in the diagram, cannot reach the goal. If a layer outgrows the width, only its
most promising states go on: then finding nothing proves nothing.
"""

from itertools import combinations
from typing import NamedTuple

from mainstay.coach.planning.selection.proof.bound import less
from mainstay.coach.planning.selection.proof.diagram import FAR, Node
from mainstay.coach.planning.selection.proof.dominance import front
from mainstay.coach.planning.selection.proof.window import Window
from mainstay.coach.planning.selection.rooms import PLACES, SHIFT, Packing

Step = tuple["Step | None", int, int, tuple[int, ...]]
"""An item placed on the way to a state: the step before it, the row, the item, and the positions."""


class Found(NamedTuple):
    """The best week found, if any reached the goal."""

    worth: int
    way: Step | None
    whole: bool
    """Whether nothing was left out."""
    size: int
    """How many states were extended."""


Key = tuple[tuple[int, ...], int]
"""Rooms, and mask of used shared exercises << SHIFT | exercises left."""
Kept = tuple[int, float, Node, Step | None]
"""The worthiest way to a state: its worth, the bound on a week from there, its node, its last step."""
Held = tuple[float, int, int]
"""An item at a position: what placing it there costs of the bound, the position, and the form it leaves."""
Settings = list[tuple[int, float]]
"""The form of each room, and the dearest set that fits it."""
NOWHERE: tuple[tuple[Held, ...], ...] = ((),)


FEW = 40
"""Layers no larger than this are not searched for dominated states."""


class Search:
    """One search through a window along a diagram, for the best week worth at least the goal."""

    def __init__(self, within: Window, goal: int, step: int, enough: int) -> None:
        """Worths are multiples of ``step``; a week worth ``enough`` ends the search."""
        self._within = within
        self._goal = goal
        self._step = step
        self._enough = enough
        self._way: Step | None = None
        self._layer: dict[Key, Kept] = {}
        self._packing = Packing(len(within.rooms))

    def run(self, root: Node, width: int) -> Found:
        """Decide row after row; keep at most ``width`` states of each layer."""
        whole, size = True, 0
        states: dict[Key, Kept] = {(self._within.rooms, self._within.distinct): (0, 0.0, root, None)}
        for i in range(len(self._within.frame.rows)):
            self._layer = {}
            size += len(states)
            for key, kept in states.items():
                self._extend(i, key, kept)
                if self._goal > self._enough:
                    return Found(self._goal - self._step, self._way, True, size)
            states = self._promising()
            if len(states) > width:
                whole = False
                states = dict(sorted(states.items(), key=_promise, reverse=True)[:width])
        return Found(self._goal - self._step, self._way, whole, size)

    def _promising(self) -> dict[Key, Kept]:
        """The states from which the goal, which may have risen meanwhile, can still be reached."""
        goal = self._goal
        promising = [
            entry
            for entry in self._layer.items()
            if entry[1][1] >= goal and entry[1][0] + entry[1][2].rest >= goal
        ]
        return dict(self._front(promising) if len(promising) > FEW else promising)

    def _front(self, states: list[tuple[Key, Kept]]) -> list[tuple[Key, Kept]]:
        """The states that no other dominates; a worthier state, or as worthy with more room, comes first."""
        states.sort(key=lambda entry: (entry[1][0], sum(entry[0][0])), reverse=True)
        alike: dict[int, list[tuple[int, int]]] = {}
        for number, ((rooms, code), _) in enumerate(states):
            alike.setdefault(code, []).append((self._packing.packed(rooms), number))
        return [states[number] for group in alike.values() for number in front(self._packing, group)]

    def _extend(self, i: int, key: Key, kept: Kept) -> None:
        """Add all states that follow from one by deciding row i."""
        rooms, code = key
        worth, _, node, way = kept
        bound, items = self._within.bound, self._within.frame.rows[i].items
        alive, open_rows = self._within.frame.alive[i + 1], len(self._within.frame.rows) - i - 1
        now = [bound.rooms[i + 1][j].get(r) or bound.room(i + 1, j, r) for j, r in enumerate(rooms)]
        base = worth + sum([value for _, value in now])
        left, used = code & PLACES, code >> SHIFT
        held: dict[int, list[Held]] = {}
        for number, times, gain, ahead, _ in node.edges:
            if worth + gain + ahead.rest < self._goal:
                continue
            bit = items[number].bit if times else 0
            if bit & used or (times and not left):
                continue
            mask, exercises = (used | bit) & alive, min(left - 1 if times else left, open_rows)
            opening = ahead.opening
            if opening == FAR:
                opening = (bound.tables[i + 1].get(mask) or bound.table(i + 1, mask))[exercises]
            most = base + gain + opening
            if most < self._goal:
                continue
            if times and number not in held:
                held[number] = self._holding(i, rooms, now, items[number].seconds)
            code = mask << SHIFT | exercises
            for chosen in combinations(held[number], times) if times else NOWHERE:
                reached = most
                for lost, _, _ in chosen:
                    reached -= lost
                if reached >= self._goal:
                    self._place(now, chosen, code, (worth + gain, reached, ahead, way), i, number)

    def _holding(self, i: int, rooms: tuple[int, ...], now: Settings, seconds: int) -> list[Held]:
        """Every position that can take an item of so many seconds."""
        need = seconds << SHIFT | 1
        held = []
        for j, room in enumerate(rooms):
            if room >= need:
                form, value = self._within.bound.room(i + 1, j, less(room, need))
                held.append((now[j][1] - value, j, form))
        return held

    def _place(
        self, now: Settings, chosen: tuple[Held, ...], code: int, kept: Kept, i: int, number: int
    ) -> None:
        """Add the state in which the chosen positions hold an item, unless it is known to be as good."""
        worth, reached, ahead, way = kept
        after = [form for form, _ in now]
        for _, position, form in chosen:
            after[position] = form
        after.sort()
        key = tuple(after), code
        known = self._layer.get(key)
        if known and (known[0] > worth or (known[0] == worth and known[2].rest <= ahead.rest)):
            return
        if chosen:
            way = way, i, number, tuple([position for _, position, _ in chosen])
        self._layer[key] = worth, reached, ahead, way
        if worth >= self._goal:
            self._goal, self._way = worth + self._step, way


def _promise(entry: tuple[Key, Kept]) -> tuple[float, int]:
    """Rank a state by what it can still be worth, and among equals by the room it leaves."""
    (rooms, _), kept = entry
    return min(kept[1], kept[0] + kept[2].rest), sum(rooms)
