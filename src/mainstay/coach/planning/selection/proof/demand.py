"""What the needs would take if every second, place and exercise had its price: half of every bound.

Let item a placed once in a session cost ``price[a]``, and a shared exercise e cost ``fee[e]``. A need
then takes the item and the number of sessions with the largest net gain, or nothing, and only the
``distinct`` best needs take anything. Whatever a legal week does, the net gains of its placements sum to
no more than this total.
"""

from collections.abc import Sequence

from mainstay.coach.planning.selection.proof.reduce import Row

Taken = tuple[float, int, int, tuple[int, ...]]
"""What a need takes at the prices: the net gain, the item, the number of the shared exercise or -1, and the
class of session of each placement. (A plain tuple, as many are made; its order decides ties.)"""


class Demand:
    """The needs, facing prices: sessions come in classes within which an item costs the same."""

    __slots__ = ("_alike", "_counts", "_distinct", "_lines", "exercises", "seconds")

    def __init__(self, rows: Sequence[Row], counts: Sequence[int], distinct: int) -> None:
        self.seconds = [item.seconds for row in rows for item in row.items]
        """The seconds of every item; items are numbered row by row."""
        self._counts = list(counts)
        self._distinct = distinct
        most = max([item.gains[-1][0] for row in rows for item in row.items], default=0)
        self._alike = [(0,) * k for k in range(most + 1)]
        self._lines: list[list[tuple[int, int, tuple[tuple[int, int], ...]]]] = []
        number = 0
        for row in rows:
            line = []
            for item in row.items:
                line.append((number, item.bit.bit_length() - 1, item.gains))
                number += 1
            self._lines.append(line)

    def at(self, prices: Sequence[Sequence[float]], fees: Sequence[float]) -> tuple[float, list[Taken]]:
        """Return the total net gain and what is taken.

        ``prices[c][a]`` is what item a costs in a session of class c; ``fees`` has one more entry, 0, for
        exercises that are not shared (they are number -1).
        """
        taken = self._among_equals(prices[0], fees) if len(prices) == 1 else self._among(prices, fees)
        if len(taken) > self._distinct:
            taken.sort(reverse=True)
            del taken[self._distinct :]
        return sum([t[0] for t in taken]), taken

    def _among_equals(self, price: Sequence[float], fees: Sequence[float]) -> list[Taken]:
        """The best of each need when all sessions cost the same."""
        taken = []
        for line in self._lines:
            best, what, times = 0.0, None, 0
            for entry in line:
                cost, fee = price[entry[0]], fees[entry[1]]
                for k, gain in entry[2]:
                    net = gain - k * cost - fee
                    if net > best:
                        best, what, times = net, entry, k
            if what:
                taken.append((best, what[0], what[1], self._alike[times]))
        return taken

    def _among(self, prices: Sequence[Sequence[float]], fees: Sequence[float]) -> list[Taken]:
        """The best of each need when it takes the cheapest sessions first."""
        taken = []
        for line in self._lines:
            best, what = 0.0, None
            where: tuple[int, ...] = ()
            for entry in line:
                cheapest = self._cheapest(prices, entry[0])
                net, paid = -fees[entry[1]], 0
                for k, gain in entry[2]:
                    while paid < k:
                        net -= cheapest[paid][0]
                        paid += 1
                    if gain + net > best:
                        best, what, where = gain + net, entry, tuple([c for _, c in cheapest[:k]])
            if what:
                taken.append((best, what[0], what[1], where))
        return taken

    def _cheapest(self, prices: Sequence[Sequence[float]], item: int) -> list[tuple[float, int]]:
        """What the item costs in every session, the cheapest first."""
        costs = []
        for c, count in enumerate(self._counts):
            costs += [(prices[c][item], c)] * count
        costs.sort()
        return costs
