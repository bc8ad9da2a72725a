"""The states of a layer that none of the better ones covers."""

from collections.abc import Iterable

from mainstay.coach.planning.selection.rooms import Packing

_LIMIT = 10


class Front:
    """The first states of each kind: only these are compared with, so that some dominated states stay.

    That costs time, never the optimum.
    """

    def __init__(self, rooms: int) -> None:
        self._packing = Packing(rooms + 1)
        self._kept: dict[int, list[int]] = {}

    def takes(self, rooms: Iterable[int], distinct: int, used: int) -> bool:
        """Return whether no state before had as much of everything, and remember the state if not."""
        spares = self._packing.spares
        packed = self._packing.packed((*rooms, distinct))
        kept = self._kept.setdefault(used, [])
        for more in kept:
            if (more - packed) & spares == spares:
                return False
        if len(kept) < _LIMIT:
            kept.append(packed | spares)
        return True
