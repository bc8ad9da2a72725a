"""A stage of the proof: prices found once for all its rows, and the windows cut from it."""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from mainstay.coach.planning.selection.proof.bound import Gains, ItemPrices, grained
from mainstay.coach.planning.selection.proof.diagram import Merged
from mainstay.coach.planning.selection.proof.fillings import Market, sharpened
from mainstay.coach.planning.selection.proof.frame import Frame
from mainstay.coach.planning.selection.proof.prices import Prices, Stock, low_prices
from mainstay.coach.planning.selection.proof.reduce import Reduced, Row
from mainstay.coach.planning.selection.proof.window import Window, forms_of, framed, window
from mainstay.coach.planning.selection.rooms import PLACES, SHIFT


class Level(NamedTuple):
    """One price of a second and one of a place for all sessions, and the item prices they make."""

    second: float
    place: float
    prices: ItemPrices


class Stage(NamedTuple):
    """Prices for a set of rows, and the window of all weeks made of them."""

    quick: Prices
    """Prices of a second, a place and a shared exercise, by class of session."""
    plain: ItemPrices
    """The item prices these make."""
    prices: ItemPrices
    """The item prices that the bounds of this stage use."""
    whole: Window

    def window(self, problem: Reduced, rows: Sequence[Row]) -> Window:
        """Return the window of the weeks made of some of the rows."""
        return window(framed(rows, problem.rooms), problem.rooms, self.whole.distinct, self.prices)

    def level(self, problem: Reduced) -> Level:
        """Return prices for the rooms as one: those there are, if all sessions have the same, or new ones."""
        if len(self.quick.second) == 1:
            return Level(grained(self.quick.second[0]), grained(self.quick.place[0]), self.plain)
        rooms, rows = self.whole.rooms, self.whole.frame.rows
        fills = [(0, 0), (_places(rooms), _seconds(rooms))]
        quick = low_prices(rows, [Stock(1, fills)], self.whole.distinct, problem.shared, None)
        plain = _by_item(rows, (0,) * len(rooms), quick)
        return Level(grained(quick.second[0]), grained(quick.place[0]), plain)

    def merged(self, within: Window, level: Level) -> Merged:
        """Return the rooms of a window as one room, with its prices."""
        gains = within.bound if level.prices is self.prices else Gains(within.frame, level.prices)
        return Merged(_seconds(within.rooms), _places(within.rooms), level.second, level.place, gains)


def _seconds(rooms: Sequence[int]) -> int:
    return sum([room >> SHIFT for room in rooms])


def _places(rooms: Sequence[int]) -> int:
    return sum([room & PLACES for room in rooms])


def quick_stage(problem: Reduced, rows: Sequence[Row], before: Stage | None) -> Stage:
    """Return a stage with prices of seconds and places, from those of the stage before."""
    frame = framed(rows, problem.rooms)
    counts, classes, kinds = _classes(frame, problem.rooms)
    stocks = [Stock(count, frame.fills(0, kind)) for count, kind in zip(counts, kinds, strict=True)]
    distinct = min(problem.distinct, len(rows))
    quick = low_prices(rows, stocks, distinct, problem.shared, before.quick if before else None)
    plain = _by_item(rows, classes, quick)
    return Stage(quick, plain, plain, window(frame, problem.rooms, distinct, plain))


def sharp_stage(problem: Reduced, rows: Sequence[Row], before: Stage, goal: int) -> Stage:
    """Return a stage with a price for every item, found from the prices of a quick stage."""
    frame = framed(rows, problem.rooms)
    counts, classes, kinds = _classes(frame, problem.rooms)
    distinct = min(problem.distinct, len(rows))
    market = Market(frame, list(zip(counts, kinds, strict=True)), distinct, problem.shared)
    keys = [(row.need, item.option) for row in rows for item in row.items]
    point: list[float] = []
    for c in range(len(counts)):
        known = before.plain.items[before.plain.classes[classes.index(c)]]
        point += [known[key] for key in keys]
    by_class, fees = market.parted(sharpened(market, [*point, *before.plain.fees], goal))
    items = tuple([dict(zip(keys, map(grained, price), strict=True)) for price in by_class])
    prices = ItemPrices(classes, items, tuple(map(grained, fees)))
    return Stage(before.quick, before.plain, prices, window(frame, problem.rooms, distinct, prices))


def _classes(frame: Frame, rooms: Sequence[int]) -> tuple[list[int], tuple[int, ...], list[int]]:
    """Group the rooms by form: how many of each, the class of each position, the form of each class."""
    counts, classes, kinds = [], [], []
    for c, (form, group) in enumerate(groupby(forms_of(frame, rooms)[0])):
        counts.append(len(list(group)))
        classes += [c] * counts[-1]
        kinds.append(form)
    return counts, tuple(classes), kinds


def _by_item(rows: Sequence[Row], classes: tuple[int, ...], quick: Prices) -> ItemPrices:
    """Turn prices of seconds and places into prices of items."""
    priced = tuple(
        [
            {
                (row.need, item.option): grained(second) * item.seconds + grained(place)
                for row in rows
                for item in row.items
            }
            for second, place in zip(quick.second, quick.place, strict=True)
        ]
    )
    rates = [
        (grained(second), grained(place)) for second, place in zip(quick.second, quick.place, strict=True)
    ]
    return ItemPrices(classes, priced, tuple(map(grained, quick.fees)), rates)
