"""What is left of a session, in one number, and rooms side by side in another.

A **room** is ``seconds << SHIFT | places``. An item that lasts s seconds fits a room of at least
``s << SHIFT | 1`` and leaves the difference: comparing the two numbers compares the seconds and, because a
room without places is always written 0, the places as well. The sum of some rooms holds the sums of both.
"""

from collections.abc import Iterable

SHIFT = 12
PLACES = (1 << SHIFT) - 1
"""Places, of a room or of a week's together, and different exercises left are kept in this many bits."""
_SECONDS = 24
"""Bits for the seconds of a room."""
_FIELD = SHIFT + 1 + _SECONDS + 1
"""Bits for a room beside others: its places, a spare bit, its seconds, a spare bit."""


class Packing:
    """Rooms side by side in one number, so that one subtraction compares them all.

    With every spare bit of the minuend set, a field of the difference keeps its spare bit just if it did not
    need to borrow, that is, if its minuend was the larger or they were equal.
    """

    def __init__(self, rooms: int) -> None:
        spare = 1 << SHIFT | 1 << (_FIELD - 1)
        self.spares = sum([spare << (_FIELD * j) for j in range(rooms)])
        self._fields: dict[int, int] = {}

    def packed(self, rooms: Iterable[int]) -> int:
        """Return the rooms as one number, spare bits clear."""
        packed = 0
        for room in rooms:
            field = self._fields.get(room)
            if field is None:
                field = self._fields[room] = (room >> SHIFT) << (SHIFT + 1) | room & PLACES
            packed = packed << _FIELD | field
        return packed
