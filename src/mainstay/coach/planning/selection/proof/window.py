"""Which choices can stand in a week worth at least a target, and the smaller problem they make."""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from mainstay.coach.planning.selection.proof.bound import Bound, ItemPrices, less
from mainstay.coach.planning.selection.proof.frame import Frame
from mainstay.coach.planning.selection.proof.reduce import Item, Row, undominated
from mainstay.coach.planning.selection.rooms import PLACES, SHIFT


class Window(NamedTuple):
    """The rows in the order of the search, with bounds; rooms stand in ascending order of their forms."""

    frame: Frame
    bound: Bound
    rooms: tuple[int, ...]
    owners: tuple[int, ...]
    """Which of the given rooms each one is."""
    distinct: int

    def ceiling(self) -> float:
        """Return the most that any week can be worth."""
        return self.bound.at(0, self.rooms, self.distinct, 0)


def window(frame: Frame, rooms: Sequence[int], distinct: int, prices: ItemPrices) -> Window:
    """Return the window of all weeks with the rows of a frame."""
    forms, owners = forms_of(frame, rooms)
    return Window(frame, Bound(frame, prices), forms, owners, min(distinct, len(frame.rows)))


def framed(rows: Sequence[Row], rooms: Sequence[int]) -> Frame:
    """Return the rows in this order, ready for these rooms."""
    return Frame(rows, max(room & PLACES for room in rooms))


def forms_of(frame: Frame, rooms: Sequence[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the forms of rooms in ascending order, and which room each is."""
    forms = sorted([(frame.form(0, room), r) for r, room in enumerate(rooms)])
    return tuple([form for form, _ in forms]), tuple([r for _, r in forms])


def narrowed(whole: Window, target: int) -> list[Row]:
    """Return the rows with the choices that can be part of a week worth the target; the clearest first.

    A choice stays if the bound, with this choice made, reaches the target: its need takes it, one exercise
    fewer is left to the other needs, and each of k rooms holds the item and the dearest set beside it.
    The clearest need is the one whose two best choices differ most.
    """
    judged = []
    for j, row in enumerate(whole.frame.rows):
        without, other = _others(whole, j)
        kept, bounds = [], [without]
        for item in row.items:
            gains = []
            for k, gain, most in _placed(whole, item, other):
                bounds.append(most)
                if most >= target:
                    gains.append((k, gain))
            if gains:
                kept.append(item._replace(gains=tuple(gains)))
        bounds.sort(reverse=True)
        if kept:
            judged.append((bounds[0] - bounds[1], row.need, Row(row.need, undominated(kept))))
    judged.sort(key=lambda entry: (-entry[0], entry[1]))
    return [row for _, _, row in judged]


def _others(whole: Window, j: int) -> tuple[float, float]:
    """Bound a week in which need j takes nothing, and one in which it takes an item that costs nothing."""
    bound, contested = whole.bound, whole.frame.contested[0]
    base = sum([bound.room(0, p, room)[1] for p, room in enumerate(whole.rooms)]) + bound.fees(contested)
    nets = [bound.net(other, 0, contested) for other in range(len(whole.frame.rows)) if other != j]
    nets.sort(reverse=True)
    sums = list(accumulate(nets, initial=base))
    most = len(sums) - 1
    return sums[min(whole.distinct, most)], sums[min(max(whole.distinct - 1, 0), most)]


def _placed(whole: Window, item: Item, other: float) -> list[tuple[int, int, float]]:
    """Return (k, gain, bound) for each number of sessions the item can be placed in."""
    need = item.seconds << SHIFT | 1
    lost = [
        whole.bound.room(0, p, room)[1] - whole.bound.room(0, p, less(room, need))[1]
        for p, room in enumerate(whole.rooms)
        if room >= need
    ]
    lost.sort()
    sums = list(accumulate(lost, initial=whole.bound.fees(item.bit & whole.frame.contested[0])))
    return [(k, gain, other + gain - sums[k]) for k, gain in item.gains if k < len(sums)]
