"""The selections that could make a week worth a target, if its sessions were one: a layered graph.

A selection says which item each need takes and in how many sessions, not in which. With all rooms merged
into one, the past of a selection matters only by the seconds, the places, the exercises left and the
shared exercises used: these are the nodes of a layer, so selections merge and the graph stays small. An
edge is kept only if the bound says that a week through it can reach the target. Every legal week worth
the target is a path; the heaviest path is a bound by itself, and from each node the heaviest path to the
end bounds what can still be gained.

Two bounds cut. With the merged room's own prices: worth so far + t · seconds + p · places + what the open
rows net. With item prices: what the decided rows net + the dearest sets of all whole rooms + what the
open rows net: valid since the items of the past and of the future fit the rooms together.
"""

from collections.abc import Callable, Iterator
from itertools import accumulate
from typing import NamedTuple

from mainstay.coach.planning.selection.proof.bound import Gains
from mainstay.coach.planning.selection.proof.window import Window
from mainstay.coach.planning.selection.rooms import PLACES, SHIFT

FAR = 1 << 60


class Node:
    """A state after some rows: the most it is worth so far, and the most it can still gain."""

    __slots__ = ("edges", "net", "opening", "rest", "worth")

    def __init__(self, worth: int, net: float) -> None:
        self.worth = worth
        self.net = net
        """The largest net gain so far, at the item prices."""
        self.edges: list[Edge] = []
        self.rest = -FAR
        """The most that can still be gained: the heaviest path from here."""
        self.opening: float = -FAR
        """The same for net gains at the item prices: with the dearest sets of any rooms it is a bound."""


Edge = tuple[int, int, int, Node, float]
"""One decision about a row: the item (or −1 for none), how many times, its gain, the node after it, and what
is left of the gain after paying the item prices."""
State = tuple[int, int, int]
"""Seconds left, places left, and mask of used shared exercises << SHIFT | exercises left."""
Link = Callable[[Node, State, Edge], None]
"""Adds an edge from a node to a state."""


class Merged(NamedTuple):
    """The merged room, its prices, and the gains at these."""

    seconds: int
    places: int
    second: float
    place: float
    gains: Gains


class Diagram:
    """The layers from the root on; ``root.rest`` is the worth of the heaviest path."""

    def __init__(self, within: Window, merged: Merged, target: int, limit: int) -> None:
        """Stop, too large, when there are more nodes than the limit."""
        self.root = Node(0, 0.0)
        self.size = 0
        self.whole = False
        self.ceiling = 0.0
        """What no week worth the target exceeds; below 0 if there is none."""
        self._within = within
        self._merged = merged
        self._target = target
        self._reach, self._most = _demands(within, merged.seconds)
        layer = {(merged.seconds, min(merged.places, self._most[0]), within.distinct): self.root}
        layers = [[self.root]]
        for i in range(len(within.frame.rows)):
            layer = self._decided(i, layer)
            layers.append(list(layer.values()))
            self.size += len(layer)
            if self.size > limit:
                return
        self.whole = True
        rooms = self._rooms()
        _weigh(layers, target, rooms)
        self.ceiling = min(float(self.root.rest), rooms + self.root.opening)

    def _decided(self, i: int, states: dict[State, Node]) -> dict[State, Node]:
        """Decide row i from every node."""
        following: dict[State, Node] = {}
        link = self._linking(i + 1, following)
        keep, open_rows = self._within.frame.alive[i + 1], len(self._within.frame.rows) - i - 1
        choices = list(_choices(self._within, i))
        for (seconds, places, code), node in states.items():
            left, used = code & PLACES, code >> SHIFT
            link(node, (seconds, places, (used & keep) << SHIFT | min(left, open_rows)), PASS)
            if not left:
                continue
            left = min(left - 1, open_rows)
            for longer, times, bit, edge in choices:
                if longer <= seconds and times <= places and not bit & used:
                    code = ((used | bit) & keep) << SHIFT | left
                    link(node, (seconds - longer, places - times, code), edge)
        return following

    def _linking(self, i: int, following: dict[State, Node]) -> Link:
        """Return what adds an edge to a state before row i, if the target can still be reached from there."""
        merged, bound, target = self._merged, self._within.bound, self._target
        second, place = merged.second, merged.place
        ours, whole = bound.tables[i], merged.gains.tables[i]
        reach, most, rooms = self._reach[i], self._most[i], self._rooms()
        longest: dict[int, int] = {}

        def link(node: Node, state: State, edge: Edge) -> None:
            seconds, places, code = state
            left, used = code & PLACES, code >> SHIFT
            number, times, gain, _, net = edge
            net_so_far = node.net + net
            if net_so_far + rooms + (ours.get(used) or bound.table(i, used))[left] < target:
                return
            fitting = longest.get(seconds)
            if fitting is None:
                fitting = longest[seconds] = (reach & ((2 << seconds) - 1)).bit_length() - 1
            places = min(places, most)
            worth = node.worth + gain
            at_most = worth + (whole.get(used) or merged.gains.table(i, used))[left]
            if at_most + second * fitting + place * places < target:
                return
            after = following.get((fitting, places, code))
            if after is None:
                after = following[fitting, places, code] = Node(worth, net_so_far)
            else:
                after.worth = max(worth, after.worth)
                after.net = max(net_so_far, after.net)
            node.edges.append((number, times, gain, after, net))

        return link

    def _rooms(self) -> float:
        """The dearest sets of all rooms, at the item prices."""
        within = self._within
        return sum([within.bound.room(0, j, room)[1] for j, room in enumerate(within.rooms)])


NOWHERE = Node(0, 0.0)
PASS: Edge = -1, 0, 0, NOWHERE, 0.0


def _choices(within: Window, i: int) -> Iterator[tuple[int, int, int, Edge]]:
    """Yield (all seconds, places, bit, edge) for every choice of row i."""
    row = within.frame.rows[i]
    for number, item in enumerate(row.items):
        paid = [0.0, *accumulate(within.bound.costs(i, number))]
        for k, gain in item.gains:
            yield item.seconds * k, k, item.bit, (number, k, gain, NOWHERE, gain - paid[k])


def _demands(within: Window, seconds: int) -> tuple[list[int], list[int]]:
    """Return, per i, the times that rows from i on can take in one room, as bits, and their most places."""
    reach, most = [1], [0]
    for row in reversed(within.frame.rows):
        times = reach[-1]
        for item in row.items:
            for k, _ in item.gains:
                times |= reach[-1] << (k * item.seconds)
        reach.append(times & ((2 << seconds) - 1))
        most.append(most[-1] + max(item.gains[-1][0] for item in row.items))
    return reach[::-1], most[::-1]


def _weigh(layers: list[list[Node]], target: int, rooms: float) -> None:
    """From the last layer back, note what each node can still gain, and drop edges short of the target."""
    for node in layers.pop():
        node.rest, node.opening = 0, 0.0
    while layers:
        for node in layers.pop():
            short, net = target - node.worth, target - node.net - rooms
            node.edges = [e for e in node.edges if e[2] + e[3].rest >= short and e[4] + e[3].opening >= net]
            for _, _, gain, after, net in node.edges:
                node.rest = max(node.rest, gain + after.rest)
                node.opening = max(node.opening, net + after.opening)


def undecided(within: Window) -> Node:
    """Return the root of the diagram that rules nothing out: one node a layer, every choice an edge."""
    node = Node(0, 0.0)
    for i in range(len(within.frame.rows) - 1, -1, -1):
        before = Node(0, 0.0)
        choices = [PASS, *[edge for *_, edge in _choices(within, i)]]
        before.edges = [(number, times, gain, node, net) for number, times, gain, _, net in choices]
        node.rest = before.rest = FAR
        node.opening = before.opening = FAR
        node = before
    return node
