"""The most that a half-planned week can still be worth, looked up in tables.

Give every item a price ≥ 0, by position of the session, and every shared exercise a fee f ≥ 0. A week
planned up to row i, with rooms left, d exercises left and a mask of shared exercises used, gains from
row i on at most

    Σ over rooms of the dearest set that still fits  +  Σ f of unused, contested exercises
    +  the sum of the d largest net gains of the rows:  max(0, gain − its k cheapest prices − f)  .

Proof: a legal rest of the week gains Σ (gain − prices paid − f) + Σ prices paid + Σ f over what it places.
The first sum is over at most d needs, and each term is at most that row's net gain; the second, room by
room, is over a fitting set; the third counts no exercise twice. An exercise is contested if several open
rows could use it; elsewhere f is taken as 0, since prices and fees may be chosen anew for each i. Prices
are multiples of 2⁻²⁰, so all these floats are exact: nothing is lost by rounding.
"""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from mainstay.coach.planning.selection.proof.frame import Frame
from mainstay.coach.planning.selection.rooms import PLACES, SHIFT

GRAIN = 1 << 20


def grained(price: float) -> float:
    """Round a price to a multiple of 2⁻²⁰: sums and small multiples of such numbers are exact."""
    return int(price * GRAIN + 0.5) / GRAIN


class ItemPrices(NamedTuple):
    """A price for each item in each session, and a fee for each shared exercise; all grained."""

    classes: tuple[int, ...]
    """The class of each position; positions of a class have the same prices."""
    items: tuple[dict[tuple[int, int], float], ...]
    """By class: (need, option) → price."""
    fees: tuple[float, ...]
    rates: Sequence[tuple[float, float]] = ()
    """By class, if every item price is (price of a second) · seconds + (price of a place): these two."""


class Gains:
    """The part of the bound that does not look at the rooms."""

    __slots__ = ("_fees", "_frame", "_nets", "tables")

    def __init__(self, frame: Frame, prices: ItemPrices) -> None:
        self._frame = frame
        self._fees = prices.fees
        self._nets: list[list[tuple[int, float]]] = []
        """By row: (bit of the exercise, largest net gain before its fee)."""
        for row in frame.rows:
            best: dict[int, float] = {}
            for item in row.items:
                costs = sorted([prices.items[c][row.need, item.option] for c in prices.classes])
                sums = [0.0, *accumulate(costs)]
                net = max([gain - sums[k] for k, gain in item.gains])
                best[item.bit] = max(net, best.get(item.bit, 0.0))
            self._nets.append(list(best.items()))
        self.tables: list[dict[int, list[float]]] = [{} for _ in range(len(frame.rows) + 1)]
        """By i: shared exercises used → `table`, as far as it was asked for."""

    def table(self, i: int, used: int) -> list[float]:
        """Return, by the number of exercises left, the most that rows from i on net, and the fees."""
        known = self.tables[i].get(used)
        if known is None:
            contested = self._frame.contested[i] & ~used
            nets = [self.net(j, used, contested) for j in range(i, len(self._nets))]
            nets.sort(reverse=True)
            known = self.tables[i][used] = list(accumulate(nets, initial=self.fees(contested)))
        return known

    def fees(self, bits: int) -> float:
        """Return the sum of the fees of these exercises."""
        return sum([fee for e, fee in enumerate(self._fees) if bits >> e & 1])

    def net(self, j: int, used: int, contested: int) -> float:
        """Return the largest net gain of row j, at least 0."""
        best = 0.0
        for bit, net in self._nets[j]:
            if bit & used:
                continue
            if bit & contested:
                net -= self._fees[bit.bit_length() - 1]
            if net > best:
                best = net
        return best


class Bound(Gains):
    """The whole bound, for rooms in ascending order of their forms: position by position."""

    __slots__ = ("_prices", "_rates", "classes", "rooms")

    def __init__(self, frame: Frame, prices: ItemPrices) -> None:
        super().__init__(frame, prices)
        self.classes = prices.classes
        self._rates = prices.rates
        self._prices = [
            [[items[row.need, item.option] for item in row.items] for row in frame.rows]
            for items in prices.items
        ]
        tables: list[list[dict[int, tuple[int, float]]]] = [
            [{0: (0, 0.0)} for _ in range(len(frame.rows) + 1)] for _ in prices.items
        ]
        self.rooms = [[tables[c][i] for c in prices.classes] for i in range(len(frame.rows) + 1)]
        """By i and position: room → (its form, its dearest set), as far as it was asked for."""

    def room(self, i: int, j: int, room: int) -> tuple[int, float]:
        """Return the form of a room at position j, and the price of the dearest set of open items in it."""
        table = self.rooms[i][j]
        known = table.get(room)
        if known is None:
            form = self._frame.form(i, room)
            known = table.get(form)
            if known is None:
                worth = self._filled(i, j, form) if self._rates else self._dearest(i, j, form)
                known = table[form] = form, worth
            table[room] = known
        return known

    def _filled(self, i: int, j: int, form: int) -> float:
        """The dearest set if only its size and its time matter: the best of the ways to fill the room."""
        second, place = self._rates[self.classes[j]]
        return max([second * longest + place * q for q, longest in self._frame.fills(i, form)])

    def _dearest(self, i: int, j: int, form: int) -> float:
        """The dearest set leaves row i out, or takes an item of it and the dearest set beside it."""
        if i == len(self._frame.rows):
            return 0.0
        best = self.room(i + 1, j, form)[1]
        for item, price in zip(self._frame.rows[i].items, self._prices[self.classes[j]][i], strict=True):
            need = item.seconds << SHIFT | 1
            if form >= need:
                worth = price + self.room(i + 1, j, less(form, need))[1]
                if worth > best:
                    best = worth
        return best

    def costs(self, i: int, number: int) -> list[float]:
        """Return what an item of row i costs in each session, the cheapest first."""
        return sorted([self._prices[c][i][number] for c in self.classes])

    def at(self, i: int, rooms: Sequence[int], left: int, used: int) -> float:
        """Return the most that rows from i on can gain."""
        table = self.table(i, used)
        worth = sum([self.room(i, j, room)[1] for j, room in enumerate(rooms)])
        return worth + table[min(left, len(table) - 1)]


def less(room: int, need: int) -> int:
    """Return what is left of a room when an item is placed in it; without places it is 0."""
    room -= need
    return room if room & PLACES else 0
