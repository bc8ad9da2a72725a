"""Drop states that another state of the same layer is at least as good as, whatever comes after.

With the same exercises left and the same shared ones used, a state is no better than one that is worth as
much or more and has, room by room, as many seconds and as many places or more: every rest of the week
fits there too.
"""

from mainstay.coach.planning.selection.rooms import Packing


def front(packing: Packing, states: list[tuple[int, int]]) -> list[int]:
    """Return which of the (packed rooms, number) are not dominated by an earlier one.

    The states must come in an order in which none is dominated by a later one.
    """
    spares = packing.spares
    kept: list[int] = []
    found = []
    for packed, number in states:
        for better in kept:
            if (better - packed) & spares == spares:
                break
        else:
            kept.append(packed | spares)
            found.append(number)
    return found
