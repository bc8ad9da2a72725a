"""A beam: one pass through the needs that keeps only the most promising states of each layer.

Needs are decided one after the other. A state is what the later ones can still see: time and places left in
each session (sessions that look alike are interchangeable, so they are kept sorted), different exercises
left, and which shared exercises are used. Of all ways into a state only the best is kept. Time that nothing
ahead could fill is cut off, which makes many states one. A state whose bound does not pass the best week
known is dropped.
"""

from collections.abc import Iterable
from functools import cache
from itertools import combinations, pairwise
from typing import NamedTuple

from mainstay.coach.planning.selection.bound import Bound
from mainstay.coach.planning.selection.front import Front
from mainstay.coach.planning.selection.model import Choice, Model
from mainstay.coach.planning.selection.rooms import PLACES, SHIFT

_CAUTION = 1e-6

Rooms = tuple[int, ...]
"""What is left of each session, ``seconds << SHIFT | places``, most first."""
State = tuple[Rooms, int, int]
"""Rooms, different exercises left, shared exercises used."""
Step = tuple[int, tuple[int, ...]] | None
"""The option taken and the sessions (as the state before lists them), or None for leaving the need out."""
Layer = dict[State, tuple[int, State, Step]]
"""Worth so far, the state before, and the step from there."""
Reached = tuple[State, tuple[int, State, Step]]
"""A state and its entry."""
Prices = tuple[float, float, float, float]
"""Of a second, of a place, of an exercise; and what the needs ahead can net at these."""

Spare = tuple[float, float, float]
"""The price of a second and of a place, and by how much the rest of a bound passes what is needed."""
Ways = tuple[tuple[tuple[tuple[int, ...], ...], ...], ...]


class Found(NamedTuple):
    """The best worth found, the layers that lead to it, and whether nothing was left out."""

    worth: int
    layers: tuple[Layer, ...]
    proven: bool


class Beam:
    """One pass, which looks for a week worth more than the best one known."""

    def __init__(self, model: Model, bounds: Iterable[Bound], best: int) -> None:
        self.model = model
        self.bounds = tuple(bounds)
        # Worths are whole numbers: a state matters only if it can still pass the best by one.
        self.needed = best + 1 - _CAUTION
        self.stage = 0
        """The stage that the states being made stand before."""
        self.prices: list[Prices] = []
        self.following: Layer = {}

    def run(self, width: int) -> Found:
        """Keep so many states of each layer; nothing is left out where no layer outgrows that."""
        start = self.model.start
        layer: Layer = {start: (0, start, None)}
        layers, proven = [layer], True
        for stage in range(len(self.model.stages)):
            states = self._undominated(self._next(stage, layer))
            if len(states) > width:
                proven, states = False, self._narrowed(states, width)
            layer = dict(states)
            layers.append(layer)
        worth = max((entry[0] for entry in layer.values()), default=0)
        return Found(worth, tuple(layers), proven)

    def _next(self, stage: int, layer: Layer) -> Layer:
        """Decide one need from every state of a layer."""
        self.stage, self.following = stage + 1, {}
        self.prices = [(b.second, b.place, b.exercise, b.ahead[stage + 1]) for b in self.bounds]
        choices, useful = self.model.stages[stage].choices, self.model.useful[stage + 1]
        for state, (worth, _, _) in layer.items():
            rooms, distinct, used = state
            now = [useful[room] for room in rooms]
            if _suffices(self._spare(worth, distinct), 0, sum(now)):
                self._keep(now.copy(), distinct, used, (worth, state, None))
            if distinct:
                spare = self._spare(worth, distinct - 1)
                ways = _ways(tuple([room == other for room, other in pairwise(rooms)]))
                for choice in choices:
                    if not choice.bit & used:
                        self._take(state, now, worth, choice, spare, ways)
        return self.following

    def _spare(self, worth: int, distinct: int) -> list[Spare]:
        """By bound: the prices of a second and of a place, and what is beyond the needed before the rooms."""
        return [
            (second, place, worth + exercise * distinct + ahead - self.needed)
            for second, place, exercise, ahead in self.prices
        ]

    def _take(
        self, state: State, now: list[int], worth: int, choice: Choice, spare: list[Spare], ways: Ways
    ) -> None:
        """Put a choice into every set of sessions that fits and is not the same as another one."""
        rooms, distinct, used = state
        size, useful = choice.seconds << SHIFT | 1, self.model.useful[self.stage]
        # Rooms are sorted: those that fit come first.
        after = [useful[room - size] for room in rooms if room >= size]
        total = sum(now)
        for gain, sets in zip(choice.gains, ways[len(after)], strict=False):
            for where in sets:
                left = total
                for index in where:
                    left += after[index] - now[index]
                if _suffices(spare, gain, left):
                    then = now.copy()
                    for index in where:
                        then[index] = after[index]
                    step = (choice.option, where)
                    self._keep(then, distinct - 1, used | choice.bit, (worth + gain, state, step))

    def _keep(self, rooms: list[int], distinct: int, used: int, entry: tuple[int, State, Step]) -> None:
        """Keep a state of the next layer if it is new or better."""
        rooms.sort(reverse=True)
        ahead = len(self.model.stages) - self.stage
        state = (tuple(rooms), min(distinct, ahead), used & self.model.shared_ahead[self.stage])
        known = self.following.get(state)
        if known is None or known[0] < entry[0]:
            self.following[state] = entry

    def _undominated(self, layer: Layer) -> list[Reached]:
        """Drop states that another one beats or equals in every way that the needs ahead can see.

        Sorted sessions are compared one by one: if each of one state has at least the time and places of the
        same one of the other, whatever the other can still do the one can too.
        """
        front = Front(len(self.model.rooms))
        states = sorted(layer.items(), key=lambda reached: (-reached[1][0], -reached[0][1]))
        return [reached for reached in states if front.takes(*reached[0])]

    def _narrowed(self, states: list[Reached], width: int) -> list[Reached]:
        """Keep the states with the best bounds."""

        def promise(reached: Reached) -> float:
            (rooms, distinct, _), (worth, _, _) = reached
            left = sum(rooms)
            seconds, places = left >> SHIFT, left & PLACES
            bounds = [
                second * seconds + place * places + exercise * distinct + ahead
                for second, place, exercise, ahead in self.prices
            ]
            return worth + min(bounds)

        return sorted(states, key=promise, reverse=True)[:width]


def _suffices(spare: list[Spare], gain: int, left: int) -> bool:
    """Whether no bound says that this leads to nothing better; ``left`` is the sum of the rooms."""
    seconds, places = left >> SHIFT, left & PLACES
    for second, place, beyond in spare:  # noqa: SIM110 - a generator takes twice as long here
        if beyond + gain + second * seconds + place * places < 0:
            return False
    return True


@cache
def _ways(alike: tuple[bool, ...]) -> Ways:
    """Return the sets of sessions to try, by how many of them fit (the first ones) and how many are taken.

    Of sessions that are alike (as ``alike`` says of each and the one after it) only the first ones are
    taken: any other set of them leads to the same state.
    """
    return tuple(
        tuple(
            tuple(
                where
                for where in combinations(range(fit), count)
                if all(index == 0 or not alike[index - 1] or index - 1 in where for index in where)
            )
            for count in range(1, fit + 1)
        )
        for fit in range(len(alike) + 2)
    )
