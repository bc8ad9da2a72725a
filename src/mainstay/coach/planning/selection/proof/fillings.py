"""A price for every item: the second, sharper bound on a week, used when the first leaves too much open.

A second and a place cost the same in the first bound whatever they are used for; it cannot see that, of
the items there are, sessions can only be filled in some ways. Here every item has its own price ≥ 0 by
class of session, and every legal week is worth at most

    Σ over sessions of the dearest fitting set of items  +  Σ fees  +  what the needs net ,

for the same reason as before. (The best such bound is that of Dantzig and Wolfe's decomposition by
sessions.) The dearest set is a knapsack; its value at one point of prices costs milliseconds. So the sets
found dearest so far stand in for all of them while prices are improved by many cheap steps, and then the
knapsack is solved once more, which either proves a lower bound or finds a set that was missing.
"""

from collections.abc import Sequence

from mainstay.coach.planning.selection.proof.bound import less
from mainstay.coach.planning.selection.proof.demand import Demand
from mainstay.coach.planning.selection.proof.descent import Point, Slide
from mainstay.coach.planning.selection.proof.frame import Frame
from mainstay.coach.planning.selection.rooms import SHIFT

LOOKS, STEPS = 60, 35
"""Most knapsacks solved, and most steps between two of them."""
REACH = 0.7
"""Share of the gap to the goal that the steps between two knapsacks try to close."""


class Fillings:
    """Every way to fill a room, as a graph: a node is an open row and a form, an edge places an item."""

    __slots__ = ("_frame", "_ids", "_nodes", "_numbers", "_top")

    def __init__(self, frame: Frame, room: int) -> None:
        self._frame = frame
        self._nodes: list[tuple[int, list[tuple[int, int]]]] = [(0, [])]
        """By node: the node without this row, and (item, node after it); later rows first, node 0 is full."""
        self._ids: dict[tuple[int, int], int] = {}
        self._numbers = [0]
        for row in frame.rows:
            self._numbers.append(self._numbers[-1] + len(row.items))
        self._top = self._node(0, frame.form(0, room))

    def _node(self, i: int, form: int) -> int:
        """Return the node of a form, made after those it leads to."""
        if not form:
            return 0
        known = self._ids.get((i, form))
        if known is None:
            passed = self._node(i + 1, self._frame.form(i + 1, form))
            edges = self._edges(i, form)
            known = passed
            if edges:
                known = len(self._nodes)
                self._nodes.append((passed, edges))
            self._ids[i, form] = known
        return known

    def _edges(self, i: int, form: int) -> list[tuple[int, int]]:
        edges = []
        for number, item in enumerate(self._frame.rows[i].items, self._numbers[i]):
            need = item.seconds << SHIFT | 1
            if form >= need:
                after = self._frame.form(i + 1, less(form, need))
                edges.append((number, self._node(i + 1, after)))
        return edges

    def __len__(self) -> int:
        return len(self._nodes)

    def dearest(self, price: Sequence[float]) -> tuple[float, tuple[int, ...]]:
        """Return the price of the dearest set, and the set."""
        worth = [0.0]
        add = worth.append
        for passed, edges in self._nodes[1:]:
            best = worth[passed]
            for item, after in edges:
                total = price[item] + worth[after]
                if total > best:
                    best = total
            add(best)
        return worth[self._top], self._trace(worth, price)

    def _trace(self, worth: list[float], price: Sequence[float]) -> tuple[int, ...]:
        """Follow, from the top, edges that keep the worth."""
        items: list[int] = []
        node = self._top
        while node:
            passed, edges = self._nodes[node]
            if worth[passed] == worth[node]:
                node = passed
                continue
            item, node = next(e for e in edges if price[e[0]] + worth[e[1]] == worth[node])
            items.append(item)
        return tuple(items)


class Market:
    """The bound as a function of one list of numbers: item prices class by class, then fees."""

    def __init__(self, frame: Frame, stocks: Sequence[tuple[int, int]], distinct: int, shared: int) -> None:
        """``stocks`` are (how many sessions, their room) by class."""
        self.counts = [count for count, _ in stocks]
        self.demand = Demand(frame.rows, self.counts, distinct)
        self._fillings = [Fillings(frame, room) for _, room in stocks]
        self._known: list[list[tuple[int, ...]]] = [[] for _ in stocks]
        self._items = len(self.demand.seconds)
        self._shared = shared

    def parted(self, point: Point) -> tuple[list[Point], Point]:
        """Return the item prices by class, and the fees."""
        items = self._items
        cut = items * len(self.counts)
        return [point[c : c + items] for c in range(0, cut, items)], point[cut:]

    def bound(self, point: Point) -> float:
        """Return the bound at these prices, and remember the dearest sets."""
        prices, fees = self.parted(point)
        total = self.demand.at(prices, [*fees, 0.0])[0] + sum(fees)
        for c, count in enumerate(self.counts):
            worth, items = self._fillings[c].dearest(prices[c])
            total += count * worth
            if items not in self._known[c]:
                self._known[c].append(items)
        return total

    def model(self, point: Point) -> tuple[float, list[float]]:
        """Return what the bound would be if only the sets known so far fitted, and a subgradient."""
        prices, fees = self.parted(point)
        total, taken = self.demand.at(prices, [*fees, 0.0])
        total += sum(fees)
        cut = len(point) - self._shared
        gradient = [0.0] * cut + [1.0] * (self._shared + 1)
        for c, count in enumerate(self.counts):
            price = prices[c]
            worth, items = max([(sum([price[a] for a in items]), items) for items in self._known[c]])
            total += count * worth
            for a in items:
                gradient[c * self._items + a] += count
        for _, item, exercise, where in taken:
            gradient[cut + exercise if exercise >= 0 else -1] -= 1
            for c in where:
                gradient[c * self._items + item] -= 1
        return total, gradient[:-1]


def sharpened(market: Market, point: Point, goal: int) -> Point:
    """Return prices with a lower bound than these have; a bound below the goal is low enough."""
    best = market.bound(point)
    hope = REACH * (best - goal)
    for _ in range(LOOKS):
        if best < goal or hope < 0.25:
            break
        modelled, trial = _towards(market, point, best - hope, 0.3 * hope)
        if modelled > best - 0.1 * hope:
            hope /= 2
            continue
        bound = market.bound(trial)
        if bound < best:
            best, point = bound, trial
            hope = min(hope, REACH * (best - goal))
        else:
            hope *= 0.95
    return point


def _towards(market: Market, point: Point, level: float, near: float) -> tuple[float, Point]:
    """Step towards prices at which the model is near the level; return its lowest value met, and where."""
    slide = Slide(point, [1.0] * len(point))
    best, where = float("inf"), point
    for _ in range(STEPS):
        total, gradient = market.model(slide.point)
        if total < best:
            best, where = total, slide.point
        if total <= level + near or not slide.move(gradient, total - level):
            break
    return best, where
