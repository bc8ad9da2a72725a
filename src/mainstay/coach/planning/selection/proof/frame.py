"""A fixed order of the needs, and what the later ones can still do with what is left of a session.

The search decides need after need. Of what is left of a session only this matters: which sets of items of
the remaining needs still fit. So a room shrinks, without loss, to its **form**: the longest time that any
fitting set takes, and the size of the largest fitting set. Rooms that differ only by time nobody can use
become equal, and time nobody can use no longer flatters a bound.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from operator import or_

from mainstay.coach.planning.selection.proof.reduce import Row
from mainstay.coach.planning.selection.rooms import PLACES, SHIFT


class Frame:
    """The rows in the order in which they are decided; ``i`` below means: rows ``i`` and later are open."""

    __slots__ = ("_fewest", "_reach", "_sums", "alive", "contested", "forms", "rows")

    def __init__(self, rows: Sequence[Row], most: int) -> None:
        self.rows = tuple(rows)
        self.forms: list[dict[int, int]] = [{} for _ in range(len(rows) + 1)]
        self.alive, self.contested = _shared_after(self.rows)
        sums = [1]
        self._sums = [sums]
        """``_sums[i][q]`` has bit s set if q items of different rows from i on take s seconds together."""
        for row in reversed(self.rows):
            sums = _joined(sums, row, most)
            self._sums.append(sums)
        self._sums.reverse()
        self._fewest = [[(sums & -sums).bit_length() - 1 for sums in by_size] for by_size in self._sums]
        """The shortest time of q items."""
        self._reach = [list(accumulate(by_size, or_)) for by_size in self._sums]
        """Every time that at most q items can take."""

    def form(self, i: int, room: int) -> int:
        """Return the form of a room for the rows from i on."""
        known = self.forms[i].get(room)
        if known is None:
            seconds = room >> SHIFT
            q = min(bisect_right(self._fewest[i], seconds) - 1, room & PLACES)
            within = self._reach[i][q] & ((2 << seconds) - 1)
            known = (within.bit_length() - 1) << SHIFT | q if q else 0
            self.forms[i][room] = known
        return known

    def fills(self, i: int, room: int) -> list[tuple[int, int]]:
        """Return (q, longest time that exactly q items of the rows from i on take in the room)."""
        within = (2 << (room >> SHIFT)) - 1
        fitting = [sums & within for sums in self._sums[i][: (room & PLACES) + 1]]
        return [(q, sums.bit_length() - 1) for q, sums in enumerate(fitting) if sums]


def _joined(sums: list[int], row: Row, most: int) -> list[int]:
    """Each set of q items stays, or grows to q + 1 items by one item of the row."""
    lasting = {item.seconds for item in row.items}
    joined = [*sums, 0] if len(sums) <= most else sums[:]
    for q in range(1, len(joined)):
        before = sums[q - 1]
        for seconds in lasting:
            joined[q] |= before << seconds
    return joined


def _shared_after(rows: Sequence[Row]) -> tuple[list[int], list[int]]:
    """Return, per i, the shared exercises that rows from i on use, and those that several of them use."""
    alive, contested = [0], [0]
    for row in reversed(rows):
        bits = 0
        for item in row.items:
            bits |= item.bit
        contested.append(contested[-1] | (alive[-1] & bits))
        alive.append(alive[-1] | bits)
    return alive[::-1], contested[::-1]
